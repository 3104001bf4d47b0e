import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { audit } from './record/verify.ts';
import { cookiesOf } from './testing/identityWorld.ts';
import { castOf } from './testing/story.ts';
import { kinds } from './testing/databases.ts';
import { freePort } from './testing/postgres/cluster.ts';
import { freshPlace, password, reopenWorld } from './testing/world.ts';

type Place = Awaited<ReturnType<typeof freshPlace>>;

/** A server process on a folder, once it says that it is ready. */
async function start(place: Place, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), '--no-demo'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: place.path,
      DATABASE_URL: place.url,
      LOG_LEVEL: 'silent',
    },
    stdio: 'ignore',
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

test.each(kinds)(
  'on %s, a server killed in the middle of writing has everything that it acknowledged, and its record verifies',
  async (kind) => {
    await using place = await freshPlace(kind);
    const world = await reopenWorld(place);
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
      const server = await start(place, port);
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

    const after = await reopenWorld(place);
    const candidate = await after.callerFor(candidateId);
    const titles = new Set((await candidate.evidence.list({ submission })).map(({ title }) => title));
    expect(acknowledged.length).toBeGreaterThanOrEqual(15);
    expect(acknowledged.filter((title) => !titles.has(title))).toEqual([]);
    expect(await audit(after.world.db)).toMatchObject({ ok: true });
    await after.close();
  },
);

test.each(kinds)('on %s, a server that is told to stop finishes and ends with status 0', async (kind) => {
  await using place = await freshPlace(kind);
  const server = await start(place, await freePort());
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
});
