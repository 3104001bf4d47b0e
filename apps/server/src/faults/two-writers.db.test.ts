import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personId, review } from '@assay/engine';
import { kinds } from '../testing/databases.ts';
import { atOnce } from '../testing/atOnce.ts';
import { signIn, startServer, type Answered, type Person, type ServerProcess } from '../testing/processes.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { freshPlace, password, reopenWorld, type TestWorld } from '../testing/world.ts';
import { seeded } from './random.ts';
import { setStage, type Stage } from './stage.ts';

const rounds = 200;

/** Two commands on one record that saw the same version, one sent to each server at the same instant. */
interface Race {
  readonly path: string;
  readonly of: readonly [Person, Person];
  readonly inputs: readonly [object, object];
  readonly stream: string;
  readonly seen: number;
}

describe.each(kinds)('two servers on one %s database', (kind) => {
  let place: Awaited<ReturnType<typeof freshPlace>>;
  let at: TestWorld;
  let stage: Stage;
  let servers: readonly [ServerProcess, ServerProcess];
  let people: Record<keyof Stage['emails'], Person>;

  beforeAll(async () => {
    place = await freshPlace(kind);
    at = await reopenWorld(place);
    stage = await setStage(at, 8, 110);
    const env = { ASSAY_SECOND_FACTOR: 'optional' };
    servers = await Promise.all([startServer(place, { env }), startServer(place, { env })]);
    const [{ origin }] = servers;
    const { emails } = stage;
    people = {
      staff: await signIn(origin, emails.staff),
      clerk: await signIn(origin, emails.clerk),
      candidate: await signIn(origin, emails.candidate),
      assessor: await signIn(origin, emails.assessor),
      moderator: await signIn(origin, emails.moderator),
      second: await signIn(origin, emails.second),
    };
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    await at.close();
    await place[Symbol.asyncDispose]();
  });

  const versionOf = async (stream: string) =>
    (await at.world.db.selectFrom('stream').select('version').where('id', '=', stream).executeTakeFirstOrThrow())
      .version;

  const { below, next } = seeded(kind === 'sqlite' ? 41 : 42);
  const bench = () => [...stage.bench];
  let benched: ReturnType<typeof bench> = [];
  let batches: Stage['batches'][number][] = [];

  const judging = async (): Promise<Race> => {
    const standards = [...at.world.library.book.judged.keys()];
    const seen = await versionOf(stage.marking);
    const judge = () => ({
      review: stage.marking,
      seen,
      standard: standards[below(standards.length)],
      score: 2 + below(3),
      reason: `Seen at ${next()}.`,
      evidence: ['visit', 'discussion'],
    });
    const { assessor } = people;
    return { path: 'review.judge', of: [assessor, assessor], inputs: [judge(), judge()], stream: stage.marking, seen };
  };

  const claiming = async (): Promise<Race> => {
    const codes = [...at.world.library.book.covered.keys()];
    const seen = await versionOf(stage.item);
    const claim = () => ({
      item: stage.item,
      seen,
      statement: codes[below(codes.length)],
      place: `page ${below(1_000_000)}`,
    });
    const { candidate } = people;
    return { path: 'evidence.claim', of: [candidate, candidate], inputs: [claim(), claim()], stream: stage.item, seen };
  };

  /** Whoever got the last one gives it back, so that the same review can be fought over again. */
  const allocating = async (): Promise<Race> => {
    const row = await at.world.db
      .selectFrom('review')
      .select(['assessor', 'status'])
      .where('review', '=', stage.waiting)
      .executeTakeFirstOrThrow();
    const holder = stage.bench.find(({ person }) => person === row.assessor);
    if (row.status === 'allocated' && holder !== undefined)
      await atOnce(at, [holder], (unit) =>
        unit.change(review, stage.waiting, null, (by, when) => ({
          type: 'DeclineAllocation',
          reason: 'I have no time.',
          by,
          at: when,
        })),
      );
    const seen = await versionOf(stage.waiting);
    const allocate = () => ({ review: stage.waiting, seen, assessor: benched.pop()?.person ?? personId('nobody') });
    return {
      path: 'review.allocate',
      of: [people.staff, people.clerk],
      inputs: [allocate(), allocate()],
      stream: stage.waiting,
      seen,
    };
  };

  const signing = async (): Promise<Race> => {
    const [ready] = batches.splice(0, 1);
    if (ready === undefined) return judging();
    const { batch, digest, version: seen } = ready;
    const sign = (who: string) => ({ batch, seen, digest, statement: `I have moderated this batch. ${who}`, password });
    return {
      path: 'moderation.signOff',
      of: [people.moderator, people.second],
      inputs: [sign('First'), sign('Second')],
      stream: batch,
      seen,
    };
  };

  test(`${rounds} times at the same instant: one is taken, the other is told what was, and nothing is lost`, async () => {
    benched = bench();
    batches = [...stage.batches];
    const before = await at.world.db.selectFrom('fact').select('command').distinct().execute();
    const known = new Set(before.map(({ command }) => command));
    const acknowledged = new Map<string, Answered>();
    const kindsOfRace = [judging, judging, judging, claiming, claiming, claiming, allocating];
    for (let round = 0; round < rounds; round++) {
      const race = round % 25 === 7 ? await signing() : await (kindsOfRace[below(kindsOfRace.length)] ?? judging)();
      // Every tenth is a retry: the very same command, sent to the other server before the first has answered.
      const again = round % 10 === 3 && race.path !== 'moderation.signOff';
      const ids = [randomUUID(), randomUUID()] as const;
      const [first, second] = race.inputs;
      const [left, right] = await Promise.all([
        race.of[0].send(servers[0].origin, race.path, { ...first, commandId: ids[0] }),
        again
          ? race.of[0].send(servers[1].origin, race.path, { ...first, commandId: ids[0] })
          : race.of[1].send(servers[1].origin, race.path, { ...second, commandId: ids[1] }),
      ]);
      const what = `round ${round}, ${race.path}: ${JSON.stringify([left, right])}`;
      if (again) {
        const same = [left, right].every(({ status }) => status === 200) && isDeepStrictEqual(left, right);
        if (!same) throw new Error(what);
        acknowledged.set(ids[0], left);
        continue;
      }
      const won = left.status === 200 ? left : right;
      const lost = left.status === 200 ? right : left;
      expect([won.status, lost.status], what).toEqual([200, 409]);
      acknowledged.set(left.status === 200 ? ids[0] : ids[1], won);
      if (lost.answer !== null) throw new Error(what);
      expect(lost.clash, what).toMatchObject({ seen: race.seen, now: won.answer?.['version'] });
      expect(lost.clash?.wrote.at(-1)?.version, what).toBe(won.answer?.['version']);
    }

    const facts = (await at.world.db.selectFrom('fact').select(['command', 'stream', 'version']).execute()).filter(
      ({ command }) => !known.has(command),
    );
    const written = new Map(facts.map(({ command, ...place_ }) => [command, place_]));
    const mine = [...acknowledged.keys()];
    expect(mine.filter((id) => !written.has(id))).toEqual([]);
    // What the allocations gave back was written here, not over the wire.
    const elsewhere = await at.world.db
      .selectFrom('fact')
      .select('command')
      .where('type', '=', 'AllocationDeclined')
      .execute();
    const declined = new Set(elsewhere.map(({ command }) => command));
    expect([...written.keys()].filter((id) => !acknowledged.has(id) && !declined.has(id))).toEqual([]);
    expect(new Set(facts.map(({ stream, version }) => `${stream} ${version}`)).size).toBe(facts.length);
    const { audited, before: kept, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(kept);
  });
});
