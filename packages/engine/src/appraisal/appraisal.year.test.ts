import { describe, expect, test } from 'vitest';
import { appraisalId, day, instant, personId } from '../kernel/index.ts';
import { demoProvider, people } from '../testing/index.ts';
import { afterAll, smallYear, year } from '../testing/small-year.ts';
import { appraisal, opensNextYear, type AppraisalCommand } from './index.ts';

const { practitioner, reviewer, at } = year;
const { levels, open, put, rating, rated, sealed, met, profilePut, underWay, pastMidYear, ended, closed } = smallYear;

const refused = (...rules: string[]) => ({ refused: rules });
const facts = (...types: string[]) => ({ facts: types });

describe('the meeting and what is agreed', () => {
  test('APR-12 is recorded with an account, on a day that has come and not before both had sealed', () => {
    const late = { at: instant('2026-06-30T23:30:00.000Z') };
    expect(sealed.when(year.meet(year.today, ' '))).toEqual(refused('APR-12'));
    expect(sealed.when(year.meet(day('2026-03-09')))).toEqual(refused('APR-12'));
    expect(sealed.when(year.meet(day('2026-03-11')))).toEqual(refused('APR-12'));
    expect(sealed.when({ ...year.meet(day('2026-07-01')), ...late })).toEqual(facts('MeetingRecorded'));
    expect(sealed.when(year.meet(year.today, 'We talked.', practitioner))).toEqual(facts('MeetingRecorded'));
    expect(afterAll([year.meet(year.today, ' We talked. ')], sealed).facts.at(-1)).toMatchObject({
      on: '2026-03-10',
      account: 'We talked.',
    });
    const sealedLate = afterAll(
      [{ ...year.sealSelf, at: instant('2026-03-12T12:00:00.000Z') }],
      afterAll([year.sealReviewer], rated),
    );
    expect(sealedLate.state?.context.since).toBe('2026-03-12');
  });

  test('APR-13 APR-14 settles every difference, by statement or by element, and nothing else', () => {
    expect(met.when(year.settle({}))).toEqual(refused('APR-14'));
    expect(met.says(year.settle({}))).toEqual([
      'A profile is put forward when every difference is settled. 2 are not: ONE.S1, TWO.S1.',
    ]);
    expect(met.says(year.settle({ 'ONE.S': 2 }))[0]).toContain('1 is not: TWO.S1.');
    expect(met.when(year.settle({ ...levels, 'ONE.S2': 3 }))).toEqual(refused('APR-13'));
    expect(met.says(year.settle({ ...levels, 'ONE.S2': 3, 'ONE.K': 1 }))).toEqual([
      'What both rated alike is agreed as rated; a level is settled only where the two differ. No difference: ONE.S2, ONE.K.',
    ]);
    expect(met.when(year.settle({ 'ONE.S1': 1, 'TWO.S': 3 }))).toEqual(facts('ProfilePutToPractitioner'));
  });

  test.each([0, 4, 1.5])('APR-6 settles nothing at level %s', (level) => {
    expect(met.when(year.settle({ ...levels, 'TWO.S1': level }))).toEqual(refused('APR-6'));
  });

  test('is what both rated alike, and a statement’s own level before its element’s', () => {
    expect(profilePut.state?.context.agreed).toEqual({ 'ONE.S1': 2, 'ONE.S2': 2, 'TWO.S1': 2 });
    expect(afterAll([year.settle({ ...levels, 'ONE.S1': 3 })], met).facts.at(-1)).toMatchObject({
      levels: { ...levels, 'ONE.S1': 3 },
      agreed: { 'ONE.S1': 3, 'ONE.S2': 2, 'TWO.S1': 2 },
    });
  });

  test('APR-7 is confirmed by the other, who may put forward their own instead', () => {
    expect(profilePut.state?.status).toBe('profilePutToPractitioner');
    expect(profilePut.when(year.confirm(reviewer))).toEqual(refused('APR-7'));
    const back = afterAll([year.settle({ ...levels, 'TWO.S1': 3 }, practitioner)], profilePut);
    expect(back.state).toMatchObject({ status: 'profilePutToReviewer', context: { agreed: { 'TWO.S1': 3 } } });
    expect(back.when(year.confirm())).toEqual(refused('APR-7'));
    expect(back.when(year.confirm(reviewer))).toEqual(facts('ProfileConfirmed'));
    expect(back.when(year.settle(levels))).toEqual(facts('ProfilePutToPractitioner'));
    expect(underWay.facts.at(-1)).toMatchObject({
      type: 'ProfileConfirmed',
      agreed: { 'ONE.S1': 2, 'ONE.S2': 2, 'TWO.S1': 2 },
      objectives: ['O1', 'O2'],
    });
    expect(underWay.state?.context.proposer).toBeNull();
  });
});

describe('an objective', () => {
  test('APR-15 has an aim, a measure of success, support and a day that has not passed', () => {
    for (const missing of ['aim', 'successMeasure', 'support'] as const)
      expect(met.when(year.aim('O1', { [missing]: ' ' }))).toEqual(refused('APR-15'));
    expect(met.when(year.aim('O1', { reachedBy: day('2026-03-09') }))).toEqual(refused('APR-15'));
    expect(met.when(year.aim('O1', { reachedBy: year.today }))).toEqual(facts('ObjectiveSet'));
    expect(
      afterAll([year.aim('O1', { aim: ' Chair. ', successMeasure: ' Six. ', support: ' Time. ' })], met).facts.at(-1),
    ).toEqual({
      type: 'ObjectiveSet',
      objective: 'O1',
      aim: 'Chair.',
      successMeasure: 'Six.',
      support: 'Time.',
      reachedBy: '2026-12-18',
      continues: null,
      by: practitioner,
      at,
    });
  });

  test('APR-16 is one of no more than the profile allows, and may be set anew', () => {
    const full = afterAll([year.aim('O1'), year.aim('O2')], met);
    expect(full.when(year.aim('O3'))).toEqual(refused('APR-16'));
    expect(full.says(year.aim('O3'))).toEqual([
      'A year has no more objectives than the appraisal profile allows. It allows 2.',
    ]);
    const again = afterAll([year.aim('O1', { aim: 'Another.' })], full);
    expect(again.state?.context.objectives).toEqual(['O1', 'O2']);
    expect(afterAll([year.drop('O1'), year.aim('O3')], full).state?.context.objectives).toEqual(['O2', 'O3']);
  });

  test('APR-17 takes up a former one only if that was carried forward', () => {
    expect(met.when(year.aim('O1', { continues: 'O2' }))).toEqual(refused('APR-17'));
    const second: AppraisalCommand[] = [
      { ...year.opened, carried: { appraisal: appraisalId('appraisal-0'), objectives: ['O2'], agreed: {} } },
      year.propose({ TWO: { S: 1 } }),
      year.agree(),
      year.rateSelf('TWO.S1', 1),
      year.rate('TWO.S1', 1),
      year.sealSelf,
      year.sealReviewer,
      year.meet(),
    ];
    expect(afterAll(second).when(year.aim('O1', { continues: 'O1' }))).toEqual(refused('APR-17'));
    expect(afterAll(second).when(year.aim('O1', { continues: 'O2' }))).toEqual(facts('ObjectiveSet'));
  });

  test('APR-18 is dropped only if it was set', () => {
    expect(met.when(year.drop('O1'))).toEqual(refused('APR-18'));
    expect(afterAll([year.aim('O1')], met).when(year.drop('O1'))).toEqual(facts('ObjectiveDropped'));
  });

  test('that is changed takes a profile back to the table, from either side', () => {
    const back = afterAll([year.settle(levels, practitioner)], profilePut);
    for (const waiting of [profilePut, back]) {
      expect(afterAll([year.drop('O1')], waiting).state).toMatchObject({
        status: 'agreeing',
        context: { proposer: null },
      });
      expect(afterAll([year.aim('O1')], waiting).state).toMatchObject({
        status: 'agreeing',
        context: { proposer: null },
      });
    }
    expect(afterAll([year.drop('O1')], profilePut).when(year.confirm())).toEqual(refused('K1'));
  });
});

describe('the year', () => {
  test('APR-12 has its mid-year check after the meeting, and its year-end review after that', () => {
    const none = { O1: 'met', O2: 'met' } as const;
    expect(underWay.when(year.midYear(none, day('2026-03-09')))).toEqual(refused('APR-12'));
    expect(underWay.when(year.midYear(none, day('2026-03-11')))).toEqual(refused('APR-12'));
    expect(underWay.when(year.midYear(none, year.today, ''))).toEqual(refused('APR-12'));
    const later = { at: instant('2026-09-01T12:00:00.000Z') };
    const checked = afterAll([{ ...year.midYear(none, day('2026-08-31'), ' Fine. '), ...later }], underWay);
    expect(checked.facts.at(-1)).toMatchObject({ on: '2026-08-31', account: 'Fine.', progress: none });
    const end = (on: string) => ({ ...year.yearEnd({ O1: true, O2: true }, day(on), ' Done. '), ...later });
    expect(checked.when(end('2026-08-30'))).toEqual(refused('APR-12'));
    expect(checked.when(end('2026-08-31'))).toEqual(facts('YearEndRecorded'));
    expect(afterAll([end('2026-09-01')], checked).facts.at(-1)).toMatchObject({
      on: '2026-09-01',
      account: 'Done.',
      met: { O1: true, O2: true },
    });
    expect(afterAll([end('2026-09-01')], checked).state?.context).toMatchObject({ since: '2026-09-01', unmet: [] });
  });

  test('APR-19 speaks of every objective and of no other, at mid-year and at its end', () => {
    expect(underWay.when(year.midYear({ O1: 'met' }))).toEqual(refused('APR-19'));
    expect(underWay.when(year.midYear({ O1: 'met', O3: 'met' }))).toEqual(refused('APR-19'));
    expect(underWay.when(year.midYear({ O1: 'met', O2: 'met', O3: 'met' }))).toEqual(refused('APR-19'));
    expect(pastMidYear.when(year.yearEnd({ O2: true }))).toEqual(refused('APR-19'));
    expect(pastMidYear.when(year.yearEnd({ O1: true, O2: true, O3: false }))).toEqual(refused('APR-19'));
    const idle = afterAll([year.settle(levels), year.confirm(), year.midYear(), year.yearEnd()], met);
    expect(idle.state).toMatchObject({ status: 'yearEnded', context: { objectives: [], unmet: [] } });
  });

  test('carries forward what was agreed and what was not met, by the practitioner', () => {
    expect(ended.state?.context.unmet).toEqual(['O2']);
    expect(ended.when({ ...year.carry, by: reviewer })).toEqual(refused('K2'));
    expect(closed.facts.at(-1)).toEqual({
      type: 'AppraisalCarriedForward',
      appraisal: 'appraisal-1',
      practitioner: practitioner.person,
      reviewer: reviewer.person,
      provider: demoProvider,
      period: { from: '2026-03-01', until: '2027-02-28' },
      agreed: { 'ONE.S1': 2, 'ONE.S2': 2, 'TWO.S1': 2 },
      objectives: ['O2'],
      by: practitioner,
      at,
    });
  });

  test('opens the next on the day after its period, with the reviewer whom the provider names', () => {
    const carried = closed.facts.at(-1);
    if (carried?.type !== 'AppraisalCarriedForward') throw new Error('nothing was carried forward');
    const next = opensNextYear(carried, {
      appraisal: appraisalId('appraisal-2'),
      reviewer: personId('assessor-2'),
      appointed: true,
    });
    expect(next).toEqual({
      type: 'OpenAppraisal',
      appraisal: 'appraisal-2',
      practitioner: practitioner.person,
      reviewer: 'assessor-2',
      provider: demoProvider,
      from: '2027-03-01',
      carried: { appraisal: 'appraisal-1', objectives: ['O2'], agreed: { 'ONE.S1': 2, 'ONE.S2': 2, 'TWO.S1': 2 } },
      appointed: true,
      by: { ...practitioner, role: 'system' },
      at,
    });
    expect(afterAll([next]).state?.context.period).toEqual({ from: '2027-03-01', until: '2028-02-29' });
  });

  test('K1 K2 is the practitioner’s to withdraw from every state that leads on, without a reason, and nobody else’s', () => {
    const standing = [
      open,
      put,
      rating,
      afterAll([year.sealSelf], rated),
      afterAll([year.sealReviewer], rated),
      sealed,
      met,
    ];
    for (const each of [...standing, profilePut, underWay, pastMidYear, ended]) {
      expect(each.when(year.withdraw)).toEqual(facts('AppraisalWithdrawn'));
      for (const by of [reviewer, people.provider, people.administrator, people.system])
        expect(each.when({ ...year.withdraw, by })).toEqual(refused('K2'));
    }
    expect(underWay.when({ ...year.withdraw, by: { ...practitioner, provider: null } })).toEqual(
      facts('AppraisalWithdrawn'),
    );
    expect(closed.when(year.withdraw)).toEqual(refused('K1'));
    const gone = afterAll([{ ...year.withdraw, reason: ' I leave. ' }], rated);
    expect(gone.facts.at(-1)).toEqual({ type: 'AppraisalWithdrawn', reason: 'I leave.', by: practitioner, at });
    expect(gone.state).toMatchObject({
      status: 'withdrawn',
      context: { due: null, proposer: null, self: { 'ONE.S1': 1 } },
    });
    expect(afterAll([year.withdraw], put).state?.context.proposer).toBeNull();
  });
});

test('asks for each step by its clock, and for mid-year and year-end by the period', () => {
  const due = ({ state }: { state: { context: { due: unknown } } | null }) => state?.context.due;
  expect(due(put)).toEqual({ clock: 'agree-remit', at: '2026-03-11T23:59:59.999Z' });
  const selfReview = { clock: 'self-review', at: '2026-03-12T23:59:59.999Z' };
  const meeting = { clock: 'meeting', at: '2026-03-16T23:59:59.999Z' };
  expect(due(rating)).toEqual(selfReview);
  expect(due(afterAll([year.sealSelf], rated))).toEqual({ clock: 'reviewer-rating', at: '2026-03-13T23:59:59.999Z' });
  expect(due(afterAll([year.sealReviewer], rated))).toEqual(selfReview);
  const bothWays = afterAll([year.sealReviewer, year.sealSelf], rated);
  expect([bothWays.state?.status, sealed.state?.status]).toEqual(['awaitingMeeting', 'awaitingMeeting']);
  expect(due(bothWays)).toEqual(meeting);
  expect(due(sealed)).toEqual(meeting);
  expect(due(met)).toEqual({ clock: 'agree-profile', at: '2026-03-17T23:59:59.999Z' });
  expect(due(profilePut)).toEqual({ clock: 'agree-profile', at: '2026-03-17T23:59:59.999Z' });
  expect(due(underWay)).toEqual({ clock: 'mid-year', at: '2026-09-01T22:59:59.999Z' });
  expect(due(pastMidYear)).toEqual({ clock: 'year-end', at: '2027-03-01T23:59:59.999Z' });
  expect(due(ended)).toEqual({ clock: 'carry-forward', at: '2026-03-18T23:59:59.999Z' });
  expect([due(closed), due(afterAll([year.withdraw], met))]).toEqual([null, null]);
  if (underWay.state === null) throw new Error('not under way');
  // A date that passes is told; nothing is sent, since in an appraisal a person decides.
  expect(appraisal.deadline(underWay.state)).toEqual({
    clock: 'mid-year',
    at: '2026-09-01T22:59:59.999Z',
    command: null,
  });
});

test('is the turn of the one whom the next step waits for', () => {
  const owners = Object.entries(appraisal.turns).map(([status, turn]) => [status, turn?.owner ?? null]);
  expect(Object.fromEntries(owners)).toEqual({
    remitOpen: 'assessor',
    remitPutToPractitioner: 'candidate',
    remitPutToReviewer: 'assessor',
    selfReviewOpen: 'candidate',
    selfReviewSealed: 'assessor',
    reviewerRatingSealed: 'candidate',
    awaitingMeeting: 'assessor',
    agreeing: 'assessor',
    profilePutToPractitioner: 'candidate',
    profilePutToReviewer: 'assessor',
    underWay: 'assessor',
    pastMidYear: 'assessor',
    yearEnded: 'candidate',
    carriedForward: null,
    withdrawn: null,
  });
});

test('K1 says in words where it stands', () => {
  expect(underWay.says(year.confirm())).toEqual([
    'This appraisal is under way; to confirm profile, it can be done while the appraisal is profile put to practitioner or profile put to reviewer.',
  ]);
});

test('offers each of the two what they may do now, and nobody else anything', () => {
  const offered = (scenario: typeof open, who: typeof reviewer) =>
    scenario.state === null ? [] : appraisal.open(scenario.state, who);
  expect(offered(rating, practitioner)).toEqual(['RateSelf', 'SealSelfReview', 'WithdrawAppraisal']);
  expect(offered(rating, reviewer)).toEqual(['RateAsReviewer', 'SealReviewerRating']);
  for (const other of [people.provider, people.moderator, people.otherAssessor, people.otherCandidate])
    expect(offered(rating, other)).toEqual([]);
});
