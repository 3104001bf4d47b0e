import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rebuild } from '../record/rebuild.ts';
import { kinds } from '../testing/databases.ts';
import { miss, passDue } from '../testing/product.ts';
import { readModelRows } from '../testing/readModels.ts';
import { refusalsOf, troubleOf } from '../testing/refusals.ts';
import { castOf, gather, type Cast } from '../testing/story.ts';
import { toldTo } from '../testing/told.ts';
import { openWorld, type TestWorld } from '../testing/world.ts';

describe.each(kinds)('attempts on %s', (kind) => {
  let at: TestWorld;
  let cast: Cast;

  beforeEach(async () => {
    at = await openWorld(kind);
    cast = await castOf(at);
  });
  afterEach(() => at[Symbol.asyncDispose]());

  const mine = async () =>
    (await cast.candidate.submission.mine()).map(({ attempt, status, stage, dueOn }) => ({
      attempt,
      status,
      stage,
      dueOn,
    }));
  const claim = async (asks: 'time' | 'attempt') => {
    const { candidate, submission } = cast;
    return candidate.circumstances.claim({ ...at.command(), submission, says: 'I was in hospital.', asks });
  };

  test('that nothing was handed in for is used, and the next one opens with the time of a retake', async () => {
    const { submission, staff, cohort, candidate } = cast;
    // Due on 30 June 2026, late until 7 July.
    await miss(at, submission, '2026-07-01', '2026-07-08');
    expect(await mine()).toEqual([
      { attempt: 2, status: 'open', stage: 'gathering', dueOn: '2027-01-08' },
      { attempt: 1, status: 'notSubmitted', stage: 'notSubmitted', dueOn: '2026-06-30' },
    ]);
    const totals = await staff.cohort.totals({ cohort });
    expect(totals).toMatchObject({ candidates: 1, stages: { gathering: 1, notSubmitted: 0 } });
    expect((await staff.cohort.show({ cohort })).candidates).toMatchObject([{ attempt: 2 }]);
    const told = await toldTo(at.world.db, cast.candidateId);
    expect(told).toContain('Your portfolio was due. You can still hand it in, late, until 2026-07-07.');
    expect(told.some((says) => says.includes('claim circumstances by 2026-07-14'))).toBe(true);
    expect(told).toContain('Attempt 2 is open for you. It is due on 2027-01-08.');
    const [next] = await candidate.submission.mine();
    await miss(at, next?.submission ?? '', '2027-01-09', '2027-01-19');
    // Two attempts are all there are.
    expect((await mine()).map(({ attempt, status }) => [attempt, status])).toEqual([
      [2, 'notSubmitted'],
      [1, 'notSubmitted'],
    ]);
  });

  test('that are late are worked on like any other, until their late time is over', async () => {
    const { submission, candidate } = cast;
    await gather(at, cast);
    await passDue(at, submission, '2026-07-01');
    expect(await candidate.submission.show({ submission })).toMatchObject({
      status: 'late',
      stage: 'gathering',
      dueAt: '2026-07-07T22:59:59.999Z',
    });
    const written = {
      submission,
      item: null,
      seen: 0,
      title: 'One more',
      component: 'C1',
      dated: '2026-02-01',
      text: 'And this.',
    };
    const { item, version } = await candidate.evidence.write({ ...at.command(), ...written });
    await candidate.evidence.declare({
      ...at.command(),
      item,
      seen: version,
      authorship: true,
      consent: true,
      anonymised: true,
      aiUse: 'None.',
    });
    const { version: seen } = await candidate.submission.show({ submission });
    await candidate.submission.submit({ ...at.command(), submission, seen, declaration: true });
    expect(await candidate.submission.show({ submission })).toMatchObject({ status: 'submitted', late: true });
    expect((await cast.staff.cohort.candidates({ cohort: cast.cohort })).lines).toMatchObject([
      { late: true, items: 5, claimed: 122 },
    ]);
  });

  test('that were missed for circumstances open again in place of the next one', async () => {
    const { submission, staff } = cast;
    await miss(at, submission, '2026-07-01', '2026-07-08');
    const { circumstances } = await claim('attempt');
    await staff.circumstances.uphold({
      ...at.command(),
      circumstances,
      seen: 1,
      remedy: { kind: 'attempt' },
      reason: 'A letter was seen.',
    });
    expect((await mine()).map(({ attempt, status }) => `${attempt} ${status}`).toSorted()).toEqual([
      '1 excused',
      '1 open',
      '2 excused',
    ]);
    expect(await staff.cohort.totals({ cohort: cast.cohort })).toMatchObject({
      candidates: 1,
      stages: { gathering: 1, excused: 0 },
    });
    // Whoever reads the submission reads of the claim, and nothing of what happened.
    const facts = await at.world.db.selectFrom('fact').select('data').where('type', '=', 'AttemptExcused').execute();
    expect(facts.every(({ data }) => !data.includes('hospital'))).toBe(true);
    expect(await toldTo(at.world.db, cast.candidateId)).toContain('Your attempt was excused: it does not count.');

    const before = await readModelRows(at.world.db);
    await rebuild(at.world.db, at.world.dialect);
    expect(await readModelRows(at.world.db)).toEqual(before);
  });

  test('are given as much more time as the provider says, within the scheme', async () => {
    const { staff, submission } = cast;
    const asked = { submission, seen: 1, reason: 'The centre was closed.' };
    expect(await refusalsOf(staff.submission.extend({ ...at.command(), ...asked, workingDays: 11 }))).toEqual([
      'SUB-11',
    ]);
    expect(await staff.submission.extend({ ...at.command(), ...asked, workingDays: 3 })).toMatchObject({
      dueOn: '2026-07-03',
    });
  });

  test('have an action plan, which its candidate records and the staff can read', async () => {
    const { staff, candidate, submission } = cast;
    const plan = { submission, seen: 1, says: 'Two days a week in the centre.' };
    expect(await refusalsOf(candidate.submission.recordActionPlan({ ...at.command(), ...plan, says: ' ' }))).toEqual([
      'SUB-16',
    ]);
    expect(await refusalsOf(staff.submission.recordActionPlan({ ...at.command(), ...plan }))).toEqual(['K2']);
    await candidate.submission.recordActionPlan({ ...at.command(), ...plan });
    expect(await staff.submission.show({ submission })).toMatchObject({
      kind: 'first',
      actionPlan: plan.says,
      may: ['GrantExtension'],
    });
    expect(await troubleOf(cast.assessor.submission.show({ submission }))).toMatchObject({ code: 'notFound' });
  });
});
