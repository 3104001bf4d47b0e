import {
  award,
  awardId,
  batchId,
  cohortId,
  digestOf,
  personId,
  providerId,
  submissionId,
  type RecommendAward,
} from '@assay/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRouter } from '../app-router.ts';
import { kinds } from '../testing/databases.ts';
import { atOnce } from '../testing/atOnce.ts';
import { signedBatch } from '../testing/quickly.ts';
import { rebuilt } from '../testing/rebuilt.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { markedByOne, releasedByTwo } from '../testing/schemes.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { openWorld, password, type TestWorld } from '../testing/world.ts';

describe.each(kinds)('the release of a batch on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let batch = '';

  beforeAll(async () => {
    at = await openWorld(kind, {}, { scheme: markedByOne });
    cast = await castOf(at);
    ({ batch } = await signedBatch(at, cast, ['Ann Test', 'Ben Test', 'Cat Test']));
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const seen = async () => {
    const { digest, asOf } = await cast.moderator.moderation.releasable({ batch });
    return { batch, digest, asOf, password };
  };
  const statuses = async () => {
    const rows = await at.world.db.selectFrom('award').select('status').where('batch', '=', batch).execute();
    return rows.map(({ status }) => status).toSorted();
  };
  const awardNamed = async (name: string) => {
    const { awards } = await cast.moderator.moderation.show({ batch });
    const found = awards.find(({ candidateName }) => candidateName === name);
    if (found === undefined) throw new Error(`${name} has no award`);
    return found;
  };

  test('shows exactly what would be released, under one digest', async () => {
    const shown = await cast.moderator.moderation.releasable({ batch });
    expect(shown).toMatchObject({
      waiting: [
        { candidateName: 'Ann Test', outcome: 'pass' },
        { candidateName: 'Ben Test', outcome: 'pass' },
        { candidateName: 'Cat Test', outcome: 'pass' },
      ],
      held: [],
      released: 0,
      secondPerson: false,
      proposed: null,
    });
  });

  test('AWD-16 is refused where the password is not the moderator’s, and nothing is released', async () => {
    const asked = { ...at.command(), ...(await seen()), password: 'not the password' };
    expect(await refusalsOf(cast.moderator.moderation.release(asked))).toEqual(['AWD-16']);
    expect(await statuses()).toEqual(['recommended', 'recommended', 'recommended']);
  });

  test('is refused, with what changed, where it is not what was seen', async () => {
    const before = await seen();
    const { award: held, version } = await awardNamed('Ben Test');
    await cast.moderator.award.hold({ ...at.command(), award: held, seen: version, reason: 'A complaint.' });
    const trouble = await troubleOf(cast.moderator.moderation.release({ ...at.command(), ...before }));
    expect(trouble).toMatchObject({
      code: 'clash',
      seen: before.asOf,
      wrote: [{ type: 'AwardHeld', person: cast.moderatorId, data: { award: held, reason: 'A complaint.' } }],
    });
    expect(await statuses()).toEqual(['held', 'recommended', 'recommended']);
  });

  test('leaves out what is held, and lists it', async () => {
    const shown = await cast.moderator.moderation.releasable({ batch });
    expect(shown.waiting.map(({ candidateName }) => candidateName)).toEqual(['Ann Test', 'Cat Test']);
    expect(shown.held).toMatchObject([{ candidateName: 'Ben Test', holds: ['other'] }]);
  });

  test('broken off in the middle, releases nothing; sent again under the same id, releases everything once', async () => {
    const { world } = at;
    let followed = 0;
    const breaking = {
      ...world,
      given: {
        ...world.given,
        arrows: new Map(world.given.arrows).set(award.name, {
          async follow() {
            followed += 1;
            if (followed === 2) throw new Error('the machine stops here');
          },
        }),
      },
    };
    const session = await at.sessionOf(cast.moderatorId);
    const asked = { ...at.command(), ...(await seen()) };
    const broken = appRouter.createCaller({ world: breaking, session }).moderation.release(asked);
    await expect(broken).rejects.toThrow();
    expect(followed).toBe(2);
    expect(await statuses()).toEqual(['held', 'recommended', 'recommended']);
    const told = await world.db.selectFrom('outbox').select('id').where('payload', 'like', '%Your result%').execute();
    expect(told).toEqual([]);

    const answer = { released: 2, held: [(await awardNamed('Ben Test')).award] };
    expect(await cast.moderator.moderation.release(asked)).toMatchObject(answer);
    expect(await cast.moderator.moderation.release(asked)).toMatchObject(answer);
    expect(await statuses()).toEqual(['held', 'passed', 'passed']);
    const facts = await world.db.selectFrom('fact').select('type').where('type', '=', 'AwardPassed').execute();
    expect(facts).toHaveLength(2);
  });

  test('repeated, releases nothing more; what was held follows once its hold is lifted', async () => {
    const asked = await seen();
    expect((await cast.moderator.moderation.release({ ...at.command(), ...asked })).released).toBe(0);
    const { award: held, version } = await awardNamed('Ben Test');
    await cast.moderator.award.liftHold({ ...at.command(), award: held, seen: version, reason: 'It was withdrawn.' });
    const late = await troubleOf(cast.moderator.moderation.release({ ...at.command(), ...asked }));
    expect(late).toMatchObject({ code: 'clash', wrote: [{ type: 'HoldLifted' }] });
    expect(await cast.moderator.moderation.release({ ...at.command(), ...(await seen()) })).toMatchObject({
      released: 1,
      held: [],
    });
    expect(await statuses()).toEqual(['passed', 'passed', 'passed']);
  });

  test('is nothing to whoever does not moderate there', async () => {
    const elsewhere = await at.callerFor(await at.register('Elsewhere Test', 'south', ['moderator']));
    const asked = { ...at.command(), ...(await seen()) };
    for (const caller of [elsewhere, cast.staff, cast.assessor]) {
      await expect(caller.moderation.releasable({ batch })).rejects.toThrow('There is no such batch');
      await expect(caller.moderation.release(asked)).rejects.toThrow('There is no such batch');
    }
  });

  test('of more awards than one statement takes is written whole', async () => {
    const { batch: large } = await cast.moderator.moderation.plan({
      ...at.command(),
      cohort: cast.cohort,
      title: 'A large one',
      seed: 'large',
    });
    await recommendMany(at, cast, large, 620);
    const { digest, asOf, waiting } = await cast.moderator.moderation.releasable({ batch: large });
    expect(waiting).toHaveLength(620);
    const asked = { ...at.command(), batch: large, digest, asOf, password };
    expect((await cast.moderator.moderation.release(asked)).released).toBe(620);
    const rows = await at.world.db
      .selectFrom('award')
      .select(['status', 'version'])
      .where('batch', '=', large)
      .execute();
    expect(rows.filter(({ status, version }) => status === 'passed' && version === 2)).toHaveLength(620);
  });

  test('leaves read models that the facts alone lead to', async () => {
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});

describe.each(kinds)('the release of a batch by two on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let batch = '';

  beforeAll(async () => {
    at = await openWorld(kind, {}, { scheme: releasedByTwo });
    cast = await castOf(at);
    ({ batch } = await signedBatch(at, cast, ['Dan Test', 'Eve Test']));
  });
  afterAll(() => at[Symbol.asyncDispose]());

  test('AWD-17 waits for one moderator to propose and for another to confirm just that', async () => {
    const { moderator } = cast;
    const other = await at.callerFor(await at.register('Other Test', 'north', ['moderator']));
    const { digest, asOf, secondPerson, version } = await moderator.moderation.releasable({ batch });
    const seen = { batch, digest, asOf, password };
    expect(secondPerson).toBe(true);
    expect(await refusalsOf(moderator.moderation.release({ ...at.command(), ...seen }))).toEqual(['AWD-17']);

    const proposing = { ...at.command(), ...seen, seen: version };
    expect(
      await refusalsOf(moderator.moderation.proposeRelease({ ...proposing, ...at.command(), password: 'no' })),
    ).toEqual(['MOD-10']);
    await moderator.moderation.proposeRelease(proposing);
    expect((await moderator.moderation.releasable({ batch })).proposed).toEqual({
      by: 'Moderator Test',
      mine: true,
      stands: true,
    });
    expect(await refusalsOf(moderator.moderation.release({ ...at.command(), ...seen }))).toEqual(['AWD-17']);

    const { award: id, version: stands } = (await other.moderation.show({ batch })).awards[0] ?? {
      award: '',
      version: 0,
    };
    await other.award.hold({ ...at.command(), award: id, seen: stands, reason: 'A question.' });
    const held = await other.moderation.releasable({ batch });
    expect(held.proposed).toMatchObject({ mine: false, stands: false });
    const changed = { batch, digest: held.digest, asOf: held.asOf, password };
    expect(await refusalsOf(other.moderation.release({ ...at.command(), ...changed }))).toEqual(['AWD-17']);

    await moderator.moderation.proposeRelease({ ...at.command(), ...changed, seen: held.version });
    expect(await other.moderation.release({ ...at.command(), ...changed })).toMatchObject({ released: 1, held: [id] });
    const { audited, before, after } = await rebuilt(at.world);
    expect(audited).toMatchObject({ ok: true });
    expect(after).toEqual(before);
  });
});

/** Awards that were recommended for a batch, without the portfolios that they would come from. */
async function recommendMany(at: TestWorld, cast: Cast, batch: string, many: number): Promise<void> {
  const { book } = at.world.library;
  const findings = {
    scores: Object.fromEntries([...book.judged.keys()].map((code) => [code, 3])),
    gates: Object.fromEntries(book.gates.map((gate) => [gate, true])),
    attempt: 1,
  };
  await atOnce(at, [{ person: personId('product'), role: 'system', provider: null }], async (unit) => {
    await unit.changeAll(
      award,
      Array.from({ length: many }, (_none, n) => ({
        id: `many-${n}`,
        opens: true,
        ask: (by: RecommendAward['by'], when: RecommendAward['at']): RecommendAward => ({
          type: 'RecommendAward',
          award: awardId(`many-${n}`),
          submission: submissionId(`portfolio-${n}`),
          candidate: personId(`candidate-${n}`),
          assessors: [personId('somebody')],
          moderators: [personId(cast.moderatorId)],
          provider: providerId('north'),
          cohort: cohortId(cast.cohort),
          batch: batchId(batch),
          signed: digestOf('signed'),
          findings,
          grounds: {},
          bank: { scores: {}, gates: {}, allowances: {} },
          by,
          at: when,
        }),
      })),
    );
    return {};
  });
}
