import { once } from 'node:events';
import { expect, test } from 'vitest';
import { audit } from './record/verify.ts';
import { cookiesOf } from './testing/identityWorld.ts';
import { castOf } from './testing/story.ts';
import { freePort, startServer } from './testing/serverProcess.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';
import { openWorld, password } from './testing/world.ts';

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
    const server = await startServer(place.path, port);
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
  const server = await startServer(place.path, await freePort());
  server.kill('SIGTERM');
  expect(await once(server, 'exit')).toEqual([0, null]);
});
