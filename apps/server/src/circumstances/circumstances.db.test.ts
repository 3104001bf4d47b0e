import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuild } from '../record/rebuild.ts';
import { kinds } from '../testing/databases.ts';
import { readModelRows } from '../testing/readModels.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { castOf, type Cast } from '../testing/story.ts';
import { toldTo } from '../testing/told.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

describe.each(kinds)('circumstances on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let first = '';

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const says = 'I was in hospital for a month.';
  const reason = 'The hospital’s letter was seen.';
  const claim = async () =>
    (await cast.candidate.circumstances.claim({ ...at.command(), submission: cast.submission, says, asks: 'time' }))
      .circumstances;

  test('are claimed by the candidate alone, with what stood in the way', async () => {
    const { candidate, staff, submission } = cast;
    const claiming = { submission, says, asks: 'time' as const };
    expect(await refusalsOf(candidate.circumstances.claim({ ...at.command(), ...claiming, says: ' ' }))).toEqual([
      'CIR-1',
    ]);
    expect(await troubleOf(staff.circumstances.claim({ ...at.command(), ...claiming }))).toMatchObject({
      code: 'notFound',
    });
    first = await claim();
    expect(await candidate.circumstances.show({ circumstances: first })).toMatchObject({
      status: 'claimed',
      says,
      // Claimed on 10 March: five working days to decide.
      dueAt: '2026-03-17T23:59:59.999Z',
      may: ['WithdrawCircumstances'],
    });
  });

  test('are told to the staff who decide, and to nobody who judges the work', async () => {
    const { staff, assessor, moderator, cohort } = cast;
    expect((await staff.circumstances.list({})).lines).toMatchObject([
      { circumstances: first, candidateName: 'Candidate Test', asks: 'time' },
    ]);
    expect(JSON.stringify(await staff.circumstances.list({}))).not.toContain('hospital');
    expect(await staff.circumstances.show({ circumstances: first })).toMatchObject({
      says,
      may: ['UpholdCircumstances', 'DeclineCircumstances'],
    });
    for (const caller of [assessor, moderator]) {
      expect(await troubleOf(caller.circumstances.show({ circumstances: first }))).toMatchObject({ code: 'notFound' });
      expect((await caller.circumstances.list({})).lines).toEqual([]);
      expect(await troubleOf(caller.record.facts({ stream: first }))).toMatchObject({ code: 'notFound' });
    }
    // Staff who moderate the cohort see that there is a claim, and nothing of what happened.
    const both = await at.callerFor(await at.register('Both Test', 'north', ['provider', 'moderator']));
    await both.moderation.plan({ ...at.command(), cohort, title: 'Spring', seed: 'fixed' });
    expect(await both.circumstances.show({ circumstances: first })).toMatchObject({ says: null, may: [] });
    const decline = { circumstances: first, reason: 'No.' };
    expect(await refusalsOf(both.circumstances.decline({ ...at.command(), ...decline, seen: 1 }))).toEqual(['CIR-4']);
    expect(await troubleOf(both.circumstances.decline({ ...at.command(), ...decline, seen: 0 }))).toMatchObject({
      code: 'clash',
      wrote: [],
    });
    const stranger = await at.callerFor(await at.register('Stranger Test', 'south', ['provider']));
    expect(await troubleOf(stranger.circumstances.show({ circumstances: first }))).toMatchObject({ code: 'notFound' });
    expect(await troubleOf(stranger.circumstances.decline({ ...at.command(), ...decline, seen: 0 }))).toMatchObject({
      code: 'notFound',
    });
  });

  test('give time when they are upheld with it, with a reason and within the scheme', async () => {
    const { staff, candidate, submission } = cast;
    const uphold = { circumstances: first, seen: 1, remedy: { kind: 'time' as const, workingDays: 5 }, reason };
    expect(await refusalsOf(staff.circumstances.uphold({ ...at.command(), ...uphold, reason: '' }))).toEqual(['CIR-3']);
    expect(
      await refusalsOf(
        staff.circumstances.uphold({ ...at.command(), ...uphold, remedy: { kind: 'time', workingDays: 11 } }),
      ),
    ).toEqual(['CIR-5']);
    await staff.circumstances.uphold({ ...at.command(), ...uphold });
    // Due on 30 June 2026, and five working days more.
    expect((await candidate.submission.show({ submission })).dueOn).toBe('2026-07-07');
    expect(await candidate.circumstances.show({ circumstances: first })).toMatchObject({
      status: 'upheld',
      remedy: { kind: 'time', workingDays: 5 },
      reason,
      dueAt: null,
      may: [],
    });
    expect(await toldTo(at.world.db, cast.candidateId)).toContain(
      'Your circumstances were upheld: you have 5 working days more.',
    );
  });

  test('stay between the candidate and whoever decided', async () => {
    const { staff } = cast;
    expect(await staff.circumstances.show({ circumstances: first })).toMatchObject({ says, reason });
    const other = await at.callerFor(await at.register('Other Staff', 'north', ['provider']));
    expect(await other.circumstances.show({ circumstances: first })).toMatchObject({
      says: null,
      reason: null,
      remedy: { kind: 'time' },
    });
    const notices = await at.world.db.selectFrom('notice').selectAll().execute();
    const outbox = await at.world.db.selectFrom('outbox').selectAll().execute();
    expect(JSON.stringify([notices, outbox])).not.toContain('hospital');
  });

  test('are upheld together with what follows from it, or not at all', async () => {
    const { staff, candidate, submission } = cast;
    const { version: seen } = await staff.submission.show({ submission });
    await staff.submission.extend({ ...at.command(), submission, seen, reason: 'For everybody.', workingDays: 10 });
    const circumstances = await claim();
    const remedy = { kind: 'time' as const, workingDays: 6 };
    // 15 of the 20 days that extensions may add up to are given.
    expect(
      await refusalsOf(staff.circumstances.uphold({ ...at.command(), circumstances, seen: 1, remedy, reason })),
    ).toEqual(['SUB-12']);
    expect(await candidate.circumstances.show({ circumstances })).toMatchObject({ status: 'claimed' });
    await staff.circumstances.decline({
      ...at.command(),
      circumstances,
      seen: 1,
      reason: 'The time is given already.',
    });
    expect(await candidate.circumstances.show({ circumstances })).toMatchObject({
      status: 'declined',
      reason: 'The time is given already.',
    });
  });

  test('are withdrawn by their candidate', async () => {
    const { candidate, staff, submission } = cast;
    const circumstances = await claim();
    expect(await refusalsOf(staff.circumstances.withdraw({ ...at.command(), circumstances, seen: 1 }))).toEqual(['K2']);
    await candidate.circumstances.withdraw({ ...at.command(), circumstances, seen: 1 });
    expect((await candidate.circumstances.of({ submission })).map(({ status }) => status)).toEqual([
      'upheld',
      'declined',
      'withdrawn',
    ]);
    expect(await staff.circumstances.show({ circumstances })).toMatchObject({ says: null });
  });

  test('have a read model that is what the facts say', async () => {
    const before = await readModelRows(at.world.db);
    await rebuild(at.world.db, at.world.dialect);
    expect(await readModelRows(at.world.db)).toEqual(before);
  });
});
