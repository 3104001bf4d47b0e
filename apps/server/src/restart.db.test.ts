import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createConnection, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { audit } from './record/verify.ts';
import { cookiesOf } from './testing/identityWorld.ts';
import { castOf } from './testing/story.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';
import { openWorld, password } from './testing/world.ts';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A server process on a folder, once it says that it is ready. */
async function start(folder: string, port: number, more: Readonly<Record<string, string>> = {}): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), '--no-demo'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: `file:${join(folder, 'assay.db')}`,
      LOG_LEVEL: 'silent',
      ...more,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  for (let tries = 0; tries < 200; tries++) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the server did not become ready');
}

test('a server killed in the middle of writing has everything that it acknowledged, and its record verifies', async () => {
  await using place = await temporaryFolder();
  const world = await openWorld(place);
  const { submission, candidateId } = await castOf(world);
  const link = await world.world.identity.invitationLink(candidateId);
  await world.world.identity.acceptInvitation(link.split('/').at(-1) ?? '', password);
  await world.close();

  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const acknowledged: string[] = [];
  let cookie = '';
  const send = (path: string, body: unknown) =>
    fetch(origin + path, {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  for (let round = 0; round < 3; round++) {
    const server = await start(place.path, port);
    if (cookie === '')
      cookie = cookiesOf(await send('/api/auth/sign-in/email', { email: 'candidate.test@test.example', password }));
    const life = { writing: true };
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let n = 0; life.writing; n++) {
        const title = `Account ${round}-${writer}-${n}`;
        const sent = {
          commandId: crypto.randomUUID(),
          submission,
          item: null,
          seen: 0,
          title,
          component: 'C1',
          dated: '2026-02-01',
          text: `${title} says what I did.`,
        };
        const answer = await send('/api/trpc/evidence.write', sent).catch(() => null);
        if (answer?.ok === true) acknowledged.push(title);
        if (answer === null) return;
      }
    });
    // In the midst of writing, on a slow machine too: some were acknowledged, and more are on their way.
    const enough = acknowledged.length + 5;
    while (acknowledged.length < enough) await new Promise((resolve) => setTimeout(resolve, 10));
    server.kill('SIGKILL');
    await once(server, 'exit');
    life.writing = false;
    await Promise.all(writers);
  }

  const after = await openWorld(place);
  const candidate = await after.callerFor(candidateId);
  const titles = new Set((await candidate.evidence.list({ submission })).map(({ title }) => title));
  expect(acknowledged.length).toBeGreaterThanOrEqual(15);
  expect(acknowledged.filter((title) => !titles.has(title))).toEqual([]);
  expect(await audit(after.world.db)).toMatchObject({ ok: true });
  await after.close();
});

test('a server that is told to stop finishes and ends with status 0', async () => {
  await using place = await temporaryFolder();
  const server = await start(place.path, await freePort());
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
});

test('a request that is under way when the server is told to stop is answered before it ends', async () => {
  await using place = await temporaryFolder();
  const port = await freePort();
  const server = await start(place.path, port, { LOG_LEVEL: 'info' });
  const exited = once(server, 'exit');
  const body = JSON.stringify({ token: 'none', password });
  const socket = createConnection(port, '127.0.0.1').setEncoding('utf8');
  socket.write(
    `POST /api/welcome HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nExpect: 100-continue\r\n\r\n`,
  );
  const [begun] = await once(socket, 'data');
  expect(begun).toContain('100 Continue');
  server.kill('SIGTERM');
  await said(server, '"msg":"stopping"');
  socket.write(body);
  let answer = '';
  for await (const chunk of socket) answer += chunk;
  expect(answer).toMatch(/^HTTP\/1.1 422 /);
  expect(answer).toContain('This invitation has been used');
  expect(await exited).toEqual([0, null]);
});

test('metrics are served apart from everything else, where that is asked for', async () => {
  await using place = await temporaryFolder();
  const [port, figures] = [await freePort(), await freePort()];
  const server = await start(place.path, port, { ASSAY_METRICS: `127.0.0.1:${figures}` });
  const page = await (await fetch(`http://127.0.0.1:${figures}/metrics`)).text();
  expect(page).toContain('route="/readyz",status="200"');
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { accept: 'text/plain' } })).status).toBe(404);
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
});

/** Waits until the server's log says something. */
async function said(server: ChildProcess, text: string): Promise<void> {
  let log = '';
  for await (const chunk of server.stderr ?? []) {
    log += String(chunk);
    if (log.includes(text)) return;
  }
  throw new Error(`the log ended without ${text}: ${log}`);
}
