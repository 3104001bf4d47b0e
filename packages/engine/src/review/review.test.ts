import { componentId } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, instant, rulebook, type Rulebook } from '../kernel/index.ts';
import { emptyBank } from '../scoring/index.ts';
import { as, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import { opened, reader, sends, small } from '../testing/small-review.ts';
import { review, type OpenReview, type ReviewCommand } from './index.ts';
import { scopeOf } from './scope.ts';

const shipped = shippedFrameworks().flatMap(({ framework, scheme }) =>
  scheme === null ? [] : [{ framework, scheme }],
);
const [npqicl] = shipped;
if (npqicl === undefined) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);

const { one, two, three, known, known2, gate } = small;
const at = noon(10);
const by = people.assessor;
const { allocate, begin, decline, confirm, judge, judgeGate, note, seal } = reader();
const { setAside, restore, reopen, lapse } = sends;

const openedUnder = (whole: Rulebook): OpenReview => ({
  ...opened,
  scope: { ...scopeOf('first', emptyBank, whole), coverage: true },
});
const allocated = given(review, book).after(opened).after(allocate);
const marking = allocated.after(begin);
const marked = [
  confirm(one, 'E1'),
  confirm(one, 'E2'),
  judge(one, 2, ['E1', 'E2']),
  judge(two, 0),
  judge(three, 1),
  judgeGate(),
  note,
].reduce((scenario, command) => scenario.after(command), marking);

describe('a review', () => {
  test('REV-1 is not allocated to the candidate whose portfolio it is', () => {
    const own: ReviewCommand = {
      type: 'AllocateAssessor',
      assessor: people.candidate.person,
      appointed: true,
      by: people.provider,
      at,
    };
    expect(given(review, book).after(opened).when(own)).toEqual({ refused: ['REV-1'] });
  });

  test('REV-2 does not go back to an assessor who declined it', () => {
    expect(allocated.after(decline).when(allocate)).toEqual({ refused: ['REV-2'] });
    const other: ReviewCommand = {
      type: 'AllocateAssessor',
      assessor: people.otherAssessor.person,
      appointed: true,
      by: people.provider,
      at,
    };
    expect(allocated.after(decline).when(other)).toEqual({ facts: ['AssessorAllocated'] });
  });

  test('REV-3 is begun only with a declaration that there is no conflict of interest', () => {
    expect(allocated.when({ ...begin, noConflict: false })).toEqual({ refused: ['REV-3'] });
  });

  test('REV-4 is declined with a reason', () => {
    expect(allocated.when({ type: 'DeclineAllocation', reason: ' ', by, at })).toEqual({ refused: ['REV-4'] });
  });

  test('REV-5 scores standards only, never knowledge or qualities', () => {
    expect(marking.when(judge(known, 0))).toEqual({ refused: ['REV-5'] });
    expect(marking.says(judge(known, 0))[0]).toContain('ONE.K1 is not one of them.');
    expect(marking.when(confirm(known, 'E1'))).toEqual({ refused: ['REV-5'] });
  });

  test.each([-1, 5, 1.5, Number.NaN])('REV-6 refuses the score %s', (score) => {
    expect(marking.when(judge(one, score))).toEqual({ refused: expect.arrayContaining(['REV-6']) });
  });

  test('REV-7 asks for a reason with every judgement', () => {
    expect(marking.when(judge(one, 0, [], '  '))).toEqual({ refused: ['REV-7'] });
    expect(marking.when({ type: 'JudgeGate', component: gate, met: true, reason: '', by, at })).toEqual({
      refused: ['REV-7'],
    });
  });

  test('REV-8 rests on what was submitted, the visit or the discussion', () => {
    expect(marking.when(confirm(one, 'visit'))).toEqual({ refused: ['REV-8'] });
    const visit: ReviewCommand = { type: 'RecordVisit', on: day('2026-03-09'), account: 'Seen in practice.', by, at };
    expect(marking.after(visit).when(confirm(one, 'visit'))).toEqual({ facts: ['EvidenceConfirmed'] });
  });

  test('R1 counts an item only once it is confirmed valid, authentic, current and sufficient', () => {
    expect(marking.when(judge(one, 1, ['E1']))).toEqual({ refused: ['R1'] });
    for (const missing of ['valid', 'authentic', 'current', 'sufficient'] as const) {
      expect(marking.after(confirm(one, 'E1', { [missing]: false })).when(judge(one, 1, ['E1']))).toEqual({
        refused: ['R1'],
      });
    }
    expect(marking.after(confirm(one, 'E1')).when(judge(one, 1, ['E1']))).toEqual({ facts: ['StandardJudged'] });
  });

  test('R1 is asked standard by standard: a confirmation for one does not count for another', () => {
    expect(marking.after(confirm(one, 'E1')).when(judge(two, 1, ['E1']))).toEqual({ refused: ['R1'] });
  });

  test('R3 asks of a score at the threshold two items of two methods', () => {
    const confirmed = marking.after(confirm(one, 'E1')).after(confirm(one, 'E2')).after(confirm(one, 'E3'));
    expect(confirmed.when(judge(one, 2, ['E1']))).toEqual({ refused: ['R3'] });
    expect(confirmed.when(judge(one, 2, ['E1', 'E3']))).toEqual({ refused: ['R3'] });
    expect(confirmed.when(judge(one, 2, ['E1', 'E1']))).toEqual({ refused: ['R3'] });
    expect(confirmed.when(judge(one, 2, ['E1', 'E2']))).toEqual({ facts: ['StandardJudged'] });
    expect(confirmed.when(judge(one, 1, []))).toEqual({ facts: ['StandardJudged'] });
    expect(confirmed.says(judge(one, 4, ['E1', 'E3']))[0]).toContain(
      'asks for 2 items of 2 methods; this rests on 2 of 1',
    );
  });

  test('REV-18 is allocated only to somebody appointed as an assessor', () => {
    const opening = given(review, book).after(opened);
    expect(opening.when({ ...allocate, appointed: false })).toEqual({ refused: ['REV-18'] });
  });

  test('REV-19 judges the visit and the discussion only once they are recorded', () => {
    const whole = rulebook(npqicl.framework, npqicl.scheme);
    const begun = given(review, whole).after(openedUnder(whole)).after(allocate).after(begin);
    const gateOf = (component: string): ReviewCommand => ({
      type: 'JudgeGate',
      component: componentId.parse(component),
      met: true,
      reason: 'Seen.',
      by,
      at,
    });
    expect([begun.when(gateOf('C5')), begun.when(gateOf('C6'))]).toEqual([
      { refused: ['REV-19'] },
      { refused: ['REV-19'] },
    ]);
    expect(begun.when(gateOf('C4'))).toEqual({ facts: ['GateJudged'] });
    const visited = begun.after({ type: 'RecordVisit', on: day('2026-03-09'), account: 'Seen.', by, at });
    expect([visited.when(gateOf('C5')), visited.when(gateOf('C6'))]).toEqual([
      { facts: ['GateJudged'] },
      { refused: ['REV-19'] },
    ]);
  });

  test('REV-9 judges a gate only for a component that is one', () => {
    expect(
      marking.when({ type: 'JudgeGate', component: componentId.parse('C1'), met: true, reason: 'Good.', by, at }),
    ).toEqual({ refused: ['REV-9'] });
  });

  test('REV-10 records a visit with an account, on a day that has come', () => {
    expect(marking.when({ type: 'RecordVisit', on: day('2026-03-09'), account: '', by, at })).toEqual({
      refused: ['REV-10'],
    });
    expect(marking.when({ type: 'RecordVisit', on: day('2026-03-11'), account: 'Seen.', by, at })).toEqual({
      refused: ['REV-10'],
    });
    expect(
      marking.when({ type: 'RecordDiscussion', on: day('2026-03-11'), minutes: 60, account: 'Said.', by, at }),
    ).toEqual({ refused: ['REV-10'] });
    expect(
      marking.when({ type: 'RecordDiscussion', on: day('2026-03-10'), minutes: 60, account: 'Said.', by, at }),
    ).toEqual({ facts: ['DiscussionRecorded'] });
  });

  test.each([0, -5, 0.5, Number.NaN])('REV-17 records no discussion of %s minutes', (minutes) => {
    expect(
      marking.when({ type: 'RecordDiscussion', on: day('2026-03-10'), minutes, account: 'Said.', by, at }),
    ).toEqual({ refused: ['REV-17'] });
  });

  test('REV-11 notes coverage of knowledge and qualities, not of standards', () => {
    expect(marking.when({ type: 'NoteCoverage', statements: [one], by, at })).toEqual({ refused: ['REV-11'] });
    expect(marking.when({ type: 'NoteCoverage', statements: [], by, at })).toEqual({ refused: ['REV-11'] });
  });

  test('REV-12 waives a statement of knowledge or qualities with a reason', () => {
    expect(marking.when({ type: 'WaiveCoverage', statement: known, reason: '', by, at })).toEqual({
      refused: ['REV-12'],
    });
    expect(marking.when({ type: 'WaiveCoverage', statement: one, reason: 'No.', by, at })).toEqual({
      refused: ['REV-12'],
    });
    expect(
      marking.when({ type: 'WaiveCoverage', statement: known, reason: 'Shown in the discussion.', by, at }),
    ).toEqual({ facts: ['CoverageWaived'] });
  });

  test('REV-13 REV-14 R13 is sealed when every standard, gate and statement is dealt with', () => {
    expect(marking.when(seal)).toEqual({ refused: ['REV-13', 'REV-14', 'R13'] });
    expect(marking.says(seal)[0]).toContain('3 have none: ONE.S1, ONE.S2, TWO.S1.');
    expect(marked.when(seal)).toEqual({ facts: ['ReviewSealed'] });
  });

  test('R13 takes a waiver for a statement that is not evidenced', () => {
    const withoutNote = [judge(one, 0), judge(two, 0), judge(three, 0), judgeGate()].reduce(
      (scenario, command) => scenario.after(command),
      marking,
    );
    expect(withoutNote.when(seal)).toEqual({ refused: ['R13'] });
    const waive = (statement: typeof known): ReviewCommand => ({
      type: 'WaiveCoverage',
      statement,
      reason: 'Not yet in post.',
      by,
      at,
    });
    expect(withoutNote.after(waive(known)).after(waive(known2)).when(seal)).toEqual({ facts: ['ReviewSealed'] });
  });

  test('REV-15 is not sealed when a confirmation that a score rests on was taken back', () => {
    expect(marked.after(confirm(one, 'E1', { current: false })).when(seal)).toEqual({ refused: ['REV-15'] });
  });

  test('REV-15 R1 is not sealed with a score of 1, or with a third source, that rests on what no longer counts', () => {
    const takenBack = (source: 'E1' | 'E3') => confirm(one, source, { authentic: false });
    const lower = marked.after(judge(one, 1, ['E1']));
    expect(lower.when(seal)).toEqual({ facts: ['ReviewSealed'] });
    expect(lower.after(takenBack('E1')).when(seal)).toEqual({ refused: ['REV-15'] });
    expect(lower.after(takenBack('E1')).says(seal)[0]).toContain('Not supported: ONE.S1.');
    const thrice = marked.after(confirm(one, 'E3')).after(judge(one, 2, ['E1', 'E2', 'E3']));
    expect(thrice.after(takenBack('E3')).when(seal)).toEqual({ refused: ['REV-15'] });
  });

  test('REV-16 is reopened by queries alone, as a new round, and keeps its scores', () => {
    const sealed = marked.after(seal);
    expect(sealed.when(reopen())).toEqual({ refused: ['REV-16'] });
    const again = sealed.after(reopen(one)).state;
    expect(again).toMatchObject({ status: 'marking', context: { round: 2, scores: { 'ONE.S1': 2 } } });
  });

  test('K1 takes nothing more once it is sealed', () => {
    expect(marked.after(seal).when(judge(one, 4, ['E1', 'E2']))).toEqual({ refused: ['K1'] });
    expect(marked.after(seal).says(judge(one, 4))[0]).toBe(
      'This review is sealed; to judge standard, it can be done while the review is marking.',
    );
  });

  test('K2 is judged by the assessor to whom it is allocated and nobody else', () => {
    expect(marking.when({ ...judge(one, 0), by: people.otherAssessor })).toEqual({ refused: ['K2'] });
    expect(marking.when({ ...judge(one, 0), by: people.moderator })).toEqual({ refused: ['K2'] });
    expect(marking.says({ ...judge(one, 0), by: people.moderator })[0]).toBe(
      'Only the assessor to whom it is allocated may judge standard; you act as moderator.',
    );
    expect(allocated.when({ ...allocate, by: people.stranger })).toEqual({ refused: ['K1'] });
    expect(
      given(review, book)
        .after(opened)
        .when({ ...allocate, by: people.stranger }),
    ).toEqual({ refused: ['K2'] });
  });

  test('K3 is opened once, and nothing is done to one that is not there', () => {
    expect(given(review, book).when(seal)).toEqual({ refused: ['K3'] });
    expect(marking.when(opened)).toEqual({ refused: ['K3'] });
  });

  test('K4 is not allocated by its own candidate in another role', () => {
    expect(
      given(review, book)
        .after(opened)
        .when({ ...allocate, by: as('provider', people.candidate) }),
    ).toEqual({ refused: ['K4'] });
  });

  test('asks the assessor to begin within three working days and to seal within twenty, and then for nothing', () => {
    const due = (scenario: { state: { context: { due: unknown } } | null }) => scenario.state?.context.due;
    expect(due(given(review, book).after(opened))).toBeNull();
    expect(due(allocated)).toEqual({ clock: 'claim-review', at: '2026-03-13T23:59:59.999Z' });
    expect(due(marking)).toEqual({ clock: 'mark', at: '2026-04-09T22:59:59.999Z' });
    expect(due(marked.after(seal))).toBeNull();
    expect(due(marked.after(seal).after(reopen(one)))).toEqual({ clock: 'mark', at: '2026-04-09T22:59:59.999Z' });
    expect(due(allocated.after(decline))).toBeNull();
  });

  test('seals with the scores, gates and people that later stages need', () => {
    expect(marked.after(seal).facts.at(-1)).toMatchObject({
      type: 'ReviewSealed',
      scores: { 'ONE.S1': 2, 'ONE.S2': 0, 'TWO.S1': 1 },
      gates: { C2: true },
      assessor: people.assessor.person,
      marker: 'first',
      allowances: {},
      round: 1,
    });
  });

  test('REV-20 is not allocated where a conflict of interest is known', () => {
    const opening = given(review, book).after(opened);
    expect(opening.when({ ...allocate, connected: true })).toEqual({ refused: ['REV-20'] });
    expect(opening.when({ ...allocate, connected: false })).toEqual({ facts: ['AssessorAllocated'] });
  });

  test('REV-21 is not allocated to somebody who stands on the portfolio in a conflicting role', () => {
    const opening = given(review, book).after(opened);
    const standing = (role: 'moderator' | 'provider' | 'assessor', person = people.assessor.person) =>
      opening.when({ ...allocate, involved: [{ person, role }] });
    expect(standing('moderator')).toEqual({ refused: ['REV-21'] });
    expect(standing('moderator', people.moderator.person)).toEqual({ facts: ['AssessorAllocated'] });
    expect(standing('provider')).toEqual({ facts: ['AssessorAllocated'] });
    // Whoever judged a claim of prior learning is an assessor too, and may mark.
    expect(standing('assessor')).toEqual({ facts: ['AssessorAllocated'] });
  });

  test('REV-22 is not allocated to another of the submission’s markers', () => {
    const opening = given(review, book).after(opened);
    const { otherAssessor, assessor } = people;
    expect(opening.when({ ...allocate, markers: [otherAssessor.person, assessor.person] })).toEqual({
      refused: ['REV-22'],
    });
    expect(opening.when({ ...allocate, markers: [otherAssessor.person] })).toEqual({ facts: ['AssessorAllocated'] });
  });

  test('REV-23 lapses when nobody began or declined in time, and goes to anybody again', () => {
    const last = instant('2026-03-13T23:59:59.999Z');
    expect(allocated.when(lapse(last))).toEqual({ refused: ['REV-23'] });
    expect(allocated.when(lapse(instant('2026-03-14T00:00:00.000Z')))).toEqual({ facts: ['AllocationLapsed'] });
    const lapsed = allocated.after(lapse(noon(14)));
    expect(lapsed.facts.at(-1)).toMatchObject({ type: 'AllocationLapsed', assessor: people.assessor.person });
    expect(lapsed.state).toMatchObject({
      status: 'awaitingAllocation',
      context: { assessor: null, due: null, declined: [] },
    });
    expect(lapsed.when(allocate)).toEqual({ facts: ['AssessorAllocated'] });
    expect(marking.when(lapse(noon(30)))).toEqual({ refused: ['K1'] });
  });

  test('REV-23 never lapses under a scheme that gives no time to begin', () => {
    const timeless = smallBook(npqicl.scheme, {
      clocks: npqicl.scheme.clocks.filter(({ id }) => id !== 'claim-review'),
    });
    expect(
      given(review, timeless)
        .after(opened)
        .after(allocate)
        .when(lapse(noon(31))),
    ).toEqual({
      refused: ['REV-23'],
    });
  });

  test('sends a lapse when the time to begin has passed, and nothing when the time to mark has', () => {
    const running = (scenario: typeof marking) => scenario.state && review.deadline(scenario.state);
    expect(running(allocated)).toMatchObject({ clock: 'claim-review', command: 'LapseAllocation' });
    expect(running(marking)).toMatchObject({ clock: 'mark', command: null });
  });

  test('tells who has it and by when, and keeps what was asked of whoever allocated to itself', () => {
    expect(allocated.facts.at(-1)).toStrictEqual({
      type: 'AssessorAllocated',
      assessor: people.assessor.person,
      due: { clock: 'claim-review', at: '2026-03-13T23:59:59.999Z' },
      by: people.provider,
      at,
    });
  });

  test('keeps its state small: under four kilobytes after all 53 standards of the NPQICL are judged', () => {
    const whole = rulebook(npqicl.framework, npqicl.scheme);
    const codes = [...whole.judged.keys()];
    const end = codes.reduce(
      (scenario, code) =>
        scenario
          .after(confirm(code, 'E1'))
          .after(confirm(code, 'E2'))
          .after(judge(code, 3, ['E1', 'E2'], 'A long reason. '.repeat(40))),
      given(review, whole).after(openedUnder(whole)).after(allocate).after(begin),
    );
    expect(JSON.stringify(end.state).length).toBeLessThan(4096);
  });
});

const alphabet: Record<string, ReviewCommand> = {
  allocate,
  decline,
  begin,
  'confirm E1': confirm(one, 'E1'),
  'confirm E2': confirm(one, 'E2'),
  'judge ONE.S1 as 2': judge(one, 2, ['E1', 'E2']),
  'judge ONE.S2 as 0': judge(two, 0),
  'judge TWO.S1 as 0': judge(three, 0),
  'judge the gate': judgeGate(),
  'note coverage': note,
  seal,
  reopen: reopen(one),
  'set E1 aside': setAside('E1'),
  'restore E1': restore('E1'),
  'lapse at noon of the last day': lapse(noon(13)),
  'lapse on the day after': lapse(noon(14)),
  'judge without a reason': judge(one, 0, [], ''),
};

describe('every path through the review', () => {
  const paths = walk(review, opened, alphabet, book, ({ round, declined, ...context }) => ({
    ...context,
    declined: [...new Set(declined)],
    again: round > 1,
  }));

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(review.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 40 }), (row) => {
        const { state, replayed, unexplained } = sent(review, [opened, allocate, begin, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
