import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { recommended } from '../testing/awarded.ts';
import { kinds } from '../testing/databases.ts';
import { freePort } from '../testing/postgres/cluster.ts';
import { signIn, startServer, type Person } from '../testing/processes.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { freshPlace, password, reopenWorld, type TestWorld } from '../testing/world.ts';
import { midway } from './midway.ts';
import { setStage } from './stage.ts';

const awards = 60;
/** The server is killed so often in the middle of the release, before it is let through. */
const kills = 3;

test.each(kinds)(
  `on %s, a release of ${awards} awards that is killed in the middle leaves nothing released, and released again does it once`,
  async (kind) => {
    await using place = await freshPlace(kind);
    await using at = await reopenWorld(place, { ASSAY_SECOND_FACTOR: 'optional' });
    const { batch, email } = await signedOff(at);
    const { digest, asOf } = await (await at.callerFor(email.id)).moderation.releasable({ batch });
    const release = { batch, digest, asOf, password, commandId: randomUUID() };
    const port = await freePort();
    let moderator: Person | null = null;

    for (let kill = 0; kill < kills; kill++) {
      const server = await startServer(place, { port, env: { ASSAY_SECOND_FACTOR: 'optional' } });
      moderator ??= await signIn(server.origin, email.address);
      await using middle = await midway(place.url);
      const sent = moderator.send(server.origin, 'moderation.release', release).catch(() => null);
      await middle.reached();
      await server.end('SIGKILL');
      // It would prove nothing had the server been done before it was killed.
      expect(await sent).toBe(null);
      expect(await releasedOf(at, batch)).toBe(0);
    }

    const server = await startServer(place, { port, env: { ASSAY_SECOND_FACTOR: 'optional' } });
    const once = await moderator?.send(server.origin, 'moderation.release', release);
    const again = await moderator?.send(server.origin, 'moderation.release', release);
    expect(once).toMatchObject({ status: 200, answer: { released: awards } });
    expect(again).toEqual(once);
    await server.end('SIGTERM');
    expect(await releasedOf(at, batch)).toBe(awards);
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  },
  300_000,
);

/** A batch that is signed off, with this many awards in it, and its moderator. */
async function signedOff(at: TestWorld) {
  const { emails, batches } = await setStage(at, 1, 3);
  const [ready] = batches;
  if (ready === undefined) throw new Error('no batch is ready');
  const { id } = await at.world.db
    .selectFrom('user')
    .select('id')
    .where('email', '=', emails.moderator)
    .executeTakeFirstOrThrow();
  const moderator = await at.callerFor(id);
  const { batch, version: seen, digest } = ready;
  await moderator.moderation.signOff({ ...at.command(), batch, seen, statement: 'Sound.', digest, password });
  const { cohort } = await at.world.db
    .selectFrom('batch')
    .select('cohort')
    .where('batch', '=', batch)
    .executeTakeFirstOrThrow();
  for (let one = 1; one < awards; one++) {
    const candidate = { candidateId: `candidate-${one}`, submission: `submission-${one}` };
    await recommended(at, { ...candidate, assessorId: 'bench-0', moderatorId: id, cohort }, { batch });
  }
  return { batch, email: { id, address: emails.moderator } };
}

async function releasedOf({ world }: TestWorld, batch: string): Promise<number> {
  const rows = await world.db
    .selectFrom('fact')
    .innerJoin('award', 'award.award', 'fact.stream')
    .select('fact.stream')
    .where('award.batch', '=', batch)
    .where('fact.type', '=', 'AwardPassed')
    .execute();
  expect(new Set(rows.map(({ stream }) => stream)).size).toBe(rows.length);
  return rows.length;
}
