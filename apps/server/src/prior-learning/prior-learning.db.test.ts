import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rebuild } from '../record/rebuild.ts';
import { kinds } from '../testing/databases.ts';
import { readModelRows } from '../testing/readModels.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { castOf, gather, type Cast } from '../testing/story.ts';
import { toldTo } from '../testing/told.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

type Caller = Awaited<ReturnType<TestWorld['callerFor']>>;

describe.each(kinds)('prior learning on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;
  let items: string[];
  let claim = '';
  let second: Caller;
  let secondId = '';

  beforeAll(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
    await gather(at, cast);
    items = (await cast.candidate.evidence.list({ submission: cast.submission })).map(({ item }) => item);
    secondId = await at.register('Second Assessor', 'north', ['assessor']);
    second = await at.callerFor(secondId);
  });
  afterAll(() => at[Symbol.asyncDispose]());

  const claiming = (standards: readonly string[], evidence: readonly string[] = items.slice(0, 1)) => ({
    ...at.command(),
    submission: cast.submission,
    standards: standards.map((standard) => ({ standard, account: `How I met ${standard}.`, evidence: [...evidence] })),
  });
  const judging = (seen: number, standard: string, met: boolean) => ({
    ...at.command(),
    claim,
    seen,
    standard,
    met,
    reason: `Why ${standard}.`,
  });

  test('is claimed standard by standard, with accounts and evidence, and within the scheme', async () => {
    const { candidate, staff, staffId } = cast;
    expect(await refusalsOf(candidate.priorLearning.claim(claiming([])))).toEqual(['PRI-1']);
    expect(await refusalsOf(candidate.priorLearning.claim(claiming(['LLD.K1'])))).toEqual(['PRI-2']);
    expect(await refusalsOf(candidate.priorLearning.claim(claiming(['LLD.S1'], [])))).toEqual(['PRI-3']);
    // A safe environment is critical.
    expect(await refusalsOf(candidate.priorLearning.claim(claiming(['LLD.S3'])))).toEqual(['PRI-4']);
    const half = [...at.world.library.book.judged.values()].filter(({ critical }) => !critical).map(({ code }) => code);
    expect(await refusalsOf(candidate.priorLearning.claim(claiming(half)))).toEqual(['R14']);
    expect(await troubleOf(staff.priorLearning.claim(claiming(['LLD.S1'])))).toMatchObject({ code: 'notFound' });

    ({ claim } = await candidate.priorLearning.claim(claiming(['LLD.S1', 'LLD.S2'])));
    expect(await refusalsOf(candidate.priorLearning.claim(claiming(['SFC.S1'])))).toEqual(['PRI-6']);
    expect(await candidate.priorLearning.of({ submission: cast.submission })).toMatchObject([
      { claim, status: 'awaitingAllocation', standards: 2 },
    ]);
    expect(await toldTo(at.world.db, staffId)).toContain('A claim of prior learning waits for an assessor.');
  });

  test('is allocated by the staff to an appointed assessor who stands nowhere else, and may go to another', async () => {
    const { staff, assessorId, moderator, candidateId, cohort } = cast;
    expect((await staff.priorLearning.list({})).lines).toMatchObject([{ claim, candidateName: 'Candidate Test' }]);
    const allocate = (seen: number, assessor: string) => ({ ...at.command(), claim, seen, assessor });
    expect(
      await refusalsOf(
        staff.priorLearning.allocate(allocate(1, await at.register('Passer By', 'south', ['assessor']))),
      ),
    ).toEqual(['PRI-7']);
    expect(await refusalsOf(staff.priorLearning.allocate(allocate(1, candidateId)))).toEqual(['PRI-7', 'PRI-8']);
    const both = await at.register('Both Test', 'north', ['assessor', 'moderator']);
    await (await at.callerFor(both)).moderation.plan({ ...at.command(), cohort, title: 'Spring', seed: 'fixed' });
    expect(await refusalsOf(staff.priorLearning.allocate(allocate(1, both)))).toEqual(['PRI-8']);
    expect(await refusalsOf(moderator.priorLearning.allocate(allocate(1, assessorId)))).toEqual(['K2']);

    await staff.priorLearning.allocate(allocate(1, secondId));
    // Allocated on 10 March: 20 working days, with Good Friday and Easter Monday between.
    expect((await second.priorLearning.queue({})).lines).toMatchObject([{ claim, dueAt: '2026-04-09T22:59:59.999Z' }]);
    await second.priorLearning.judge(judging(2, 'LLD.S1', false));
    expect((await second.priorLearning.show({ claim })).standards).toMatchObject([{ met: false }, { met: null }]);

    await staff.priorLearning.allocate(allocate(3, assessorId));
    expect((await second.priorLearning.queue({})).lines).toEqual([]);
    expect(await troubleOf(second.priorLearning.show({ claim }))).toMatchObject({ code: 'notFound' });
    expect(await troubleOf(second.priorLearning.judge(judging(4, 'LLD.S1', true)))).toMatchObject({ code: 'refused' });
  });

  test('is judged by its assessor, who reads the evidence of it and learns nothing of whoever had it before', async () => {
    const { assessor, candidate, staff } = cast;
    expect((await assessor.priorLearning.show({ claim })).standards).toMatchObject([
      {
        standard: 'LLD.S1',
        account: 'How I met LLD.S1.',
        evidence: [{ title: 'Account C1' }],
        met: null,
        reason: null,
      },
      { standard: 'LLD.S2', met: null },
    ]);
    expect(await assessor.evidence.text({ item: items[0] ?? '' })).toEqual({ text: 'What I did and why, in C1.' });
    expect(await troubleOf(assessor.evidence.text({ item: items[1] ?? '' }))).toMatchObject({ code: 'notFound' });
    expect(await troubleOf(second.evidence.text({ item: items[0] ?? '' }))).toMatchObject({ code: 'notFound' });
    const clash = await troubleOf(assessor.priorLearning.judge(judging(3, 'LLD.S1', true)));
    expect(clash).toMatchObject({ code: 'clash', wrote: [{ type: 'PriorLearningAllocated' }] });
    expect(JSON.stringify(clash)).not.toContain('Why LLD.S1');

    expect(await refusalsOf(assessor.priorLearning.judge(judging(4, 'SFC.S1', true)))).toEqual(['PRI-9']);
    await assessor.priorLearning.judge(judging(4, 'LLD.S1', true));
    expect(await refusalsOf(assessor.priorLearning.seal({ ...at.command(), claim, seen: 5 }))).toEqual(['PRI-11']);
    await assessor.priorLearning.judge(judging(5, 'LLD.S2', false));
    for (const caller of [candidate, staff])
      expect((await caller.priorLearning.show({ claim })).standards).toMatchObject([{ met: null }, { met: null }]);
  });

  test('is decided: what is met is banked in the submission, and everybody whom it concerns sees it', async () => {
    const { assessor, candidate, staff, moderator, submission } = cast;
    await assessor.priorLearning.seal({ ...at.command(), claim, seen: 6 });
    for (const caller of [candidate, staff, assessor])
      expect(await caller.priorLearning.show({ claim })).toMatchObject({
        status: 'decided',
        dueAt: null,
        standards: [
          { met: true, reason: 'Why LLD.S1.' },
          { met: false, reason: 'Why LLD.S2.' },
        ],
        may: [],
      });
    expect((await candidate.priorLearning.show({ claim })).assessorName).toBeNull();
    expect((await candidate.submission.show({ submission })).banked).toEqual(['LLD.S1']);
    expect(await troubleOf(moderator.priorLearning.show({ claim }))).toMatchObject({ code: 'notFound' });
    expect(await toldTo(at.world.db, cast.candidateId)).toContain(
      'Your claim of prior learning was decided: 1 of 2 standards are met.',
    );
    expect(await refusalsOf(candidate.priorLearning.claim(claiming(['LLD.S1'])))).toEqual(['PRI-2']);
  });

  test('ends undecided with a portfolio that is handed in, or is withdrawn by its candidate', async () => {
    const { candidate, submission, assessor, staff, assessorId } = cast;
    const given = await candidate.priorLearning.claim(claiming(['SFC.S1']));
    expect(
      await troubleOf(assessor.priorLearning.withdraw({ ...at.command(), claim: given.claim, seen: 1 })),
    ).toMatchObject({ code: 'refused' });
    await candidate.priorLearning.withdraw({ ...at.command(), claim: given.claim, seen: 1 });
    const again = await candidate.priorLearning.claim(claiming(['SFC.S1']));
    await staff.priorLearning.allocate({ ...at.command(), claim: again.claim, seen: 1, assessor: assessorId });
    const { version: seen } = await candidate.submission.show({ submission });
    await candidate.submission.submit({ ...at.command(), submission, seen, declaration: true });
    expect(await candidate.priorLearning.show({ claim: again.claim })).toMatchObject({ status: 'withdrawn' });
    expect((await assessor.priorLearning.queue({})).lines).toEqual([]);
    expect((await staff.priorLearning.list({ status: 'withdrawn', limit: 1 })).lines).toMatchObject([
      { claim: given.claim },
    ]);
    const { next } = await staff.priorLearning.list({ status: 'withdrawn', limit: 1 });
    expect((await staff.priorLearning.list({ status: 'withdrawn', after: next })).lines).toMatchObject([
      { claim: again.claim },
    ]);
    expect(await refusalsOf(candidate.priorLearning.claim(claiming(['SFC.S2'])))).toEqual(['PRI-5']);
  });

  test('is nobody else’s to see', async () => {
    const stranger = await at.callerFor(await at.register('Stranger Test', 'south', ['provider', 'moderator']));
    expect(await troubleOf(stranger.priorLearning.show({ claim }))).toMatchObject({ code: 'notFound' });
    expect(await troubleOf(stranger.priorLearning.of({ submission: cast.submission }))).toMatchObject({
      code: 'notFound',
    });
    expect(await troubleOf(stranger.record.facts({ stream: claim }))).toMatchObject({ code: 'notFound' });
    expect((await stranger.priorLearning.list({ status: 'decided' })).lines).toEqual([]);
    expect((await cast.candidate.record.facts({ stream: claim })).map(({ type }) => type)).toContain(
      'PriorLearningDecided',
    );
  });

  test('has read models that are what the facts say', async () => {
    const before = await readModelRows(at.world.db);
    await rebuild(at.world.db, at.world.dialect);
    expect(await readModelRows(at.world.db)).toEqual(before);
  });
});
