import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { instant, personId, reviewId, rulebook, submissionId } from '../kernel/index.ts';
import { as, given, noon, people, smallBook } from '../testing/index.ts';
import {
  confer,
  endConference,
  lapseConference,
  markers,
  on,
  openMarking,
  receive,
  remark,
  reopenMarking,
  requireSecond,
  scoresOf,
} from '../testing/small-marking.ts';
import { small } from '../testing/small-review.ts';
import { isAgreed, marking, type MarkingCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const book = smallBook(scheme);
const { one, two, three, gate } = small;

const opened = given(marking, book).after(openMarking);
const doubled = opened.after(requireSecond);
/** ONE.S1 lies apart, on both sides of the threshold; the rest does not. */
const discrepant = doubled.after(receive('first', scoresOf(1, 2, 0))).after(receive('second', scoresOf(3, 3, 0)));
/** And the gate as well. */
const twice = doubled
  .after(receive('first', scoresOf(1, 2, 0)))
  .after(receive('second', scoresOf(3, 3, 0), { gates: { C2: false } }));
const adjudicating = discrepant.after(endConference('second'));
const single = opened.after(receive('first', scoresOf(3, 2, 0)));

const last = (scenario: { readonly facts: readonly { readonly type: string }[] }) => scenario.facts.at(-1);
const mark = (review: string, score: number) => ({ review, score });

describe('a marking', () => {
  test('by one marker agrees on that marker’s marks', () => {
    expect(last(single)).toStrictEqual({
      type: 'MarkingAgreed',
      received: {
        marker: 'first',
        review: 'review-first',
        assessor: people.assessor.person,
        round: 1,
        scores: scoresOf(3, 2, 0),
        gates: { C2: true },
        allowances: {},
      },
      marking: 'marking-1',
      submission: 'submission-1',
      candidate: people.candidate.person,
      provider: openMarking.provider,
      cohort: 'cohort-1',
      attempt: 1,
      round: 1,
      markers: [{ marker: 'first', review: 'review-first', assessor: people.assessor.person }],
      scores: scoresOf(3, 2, 0),
      gates: { C2: true },
      allowances: {},
      grounds: {
        'ONE.S1': { how: 'marked', marks: [mark('review-first', 3)] },
        'ONE.S2': { how: 'marked', marks: [mark('review-first', 2)] },
        'TWO.S1': { how: 'marked', marks: [mark('review-first', 0)] },
      },
      moved: [],
      late: false,
      priorLearning: [],
      site: null,
      by: people.system,
      at: noon(12),
    });
  });

  test('by two waits for both, whoever is first, and says nothing of either until then', () => {
    for (const marker of ['first', 'second'] as const) {
      const waiting = doubled.after(receive(marker, scoresOf(3, 2, 0)));
      expect(last(waiting)).toMatchObject({ type: 'MarksReceived', received: { marker, scores: scoresOf(3, 2, 0) } });
      expect(waiting.state?.status).toBe('awaitingMarks');
      expect([waiting.state?.context.scores, waiting.state?.context.gates]).toEqual([{}, {}]);
      expect(waiting.facts.some(isAgreed)).toBe(false);
    }
  });

  test('R12 by two who do not lie apart agrees on the lower of each two', () => {
    const agreed = doubled.after(receive('second', scoresOf(3, 2, 1))).after(receive('first', scoresOf(2, 2, 0)));
    expect(last(agreed)).toMatchObject({
      type: 'MarkingAgreed',
      scores: scoresOf(2, 2, 0),
      gates: { C2: true },
      markers: [
        { marker: 'first', review: 'review-first', assessor: people.assessor.person },
        { marker: 'second', review: 'review-second', assessor: people.otherAssessor.person },
      ],
      grounds: {
        'ONE.S1': { how: 'lower', marks: [mark('review-first', 2), mark('review-second', 3)] },
        'ONE.S2': { how: 'marked', marks: [mark('review-first', 2), mark('review-second', 2)] },
        'TWO.S1': { how: 'lower', marks: [mark('review-first', 0), mark('review-second', 1)] },
      },
      moved: [],
    });
  });

  test('R12 by two who lie apart asks them to confer on just that, within five working days', () => {
    expect(last(discrepant)).toMatchObject({
      type: 'MarksDiffered',
      settled: {
        scores: { 'ONE.S2': 2, 'TWO.S1': 0 },
        gates: { C2: true },
        apart: { standards: ['ONE.S1'], gates: [] },
      },
      due: { clock: 'confer', at: '2026-03-19T23:59:59.999Z' },
    });
    expect(discrepant.state).toMatchObject({
      status: 'discrepant',
      context: {
        open: { standards: ['ONE.S1'], gates: [] },
        scores: { 'ONE.S2': 2, 'TWO.S1': 0 },
        gates: { C2: true },
      },
    });
    expect(discrepant.state && marking.deadline(discrepant.state)).toEqual({
      clock: 'confer',
      at: '2026-03-19T23:59:59.999Z',
      command: 'LapseConference',
    });
  });

  test('carries what is banked, how it came to be banked, and what else later stages need', () => {
    const bank = { scores: { 'ONE.S1': 2, 'ONE.S2': 3 }, gates: { C2: true }, allowances: { ONE: 'Not yet in post.' } };
    const again = given(marking, book)
      .after({ ...openMarking, attempt: 2, bank, priorLearning: [two], late: true, site: 'Harbour' })
      .after(requireSecond)
      .after(receive('first', { 'TWO.S1': 2 }, { gates: {} }))
      .after(receive('second', { 'TWO.S1': 2 }, { gates: {} }));
    expect(last(again)).toMatchObject({
      attempt: 2,
      scores: scoresOf(2, 3, 2),
      gates: { C2: true },
      allowances: { ONE: 'Not yet in post.' },
      grounds: {
        'ONE.S1': { how: 'banked', marks: [] },
        'ONE.S2': { how: 'priorLearning', marks: [] },
        'TWO.S1': { how: 'marked', marks: [mark('review-first', 2), mark('review-second', 2)] },
      },
      late: true,
      priorLearning: ['ONE.S2'],
      site: 'Harbour',
    });
  });
});

test('keeps its state small: under five kilobytes after two marks of all 53 standards of the NPQICL, returned', () => {
  const whole = rulebook(npqicl.framework, scheme);
  const scores = Object.fromEntries([...whole.judged.keys()].map((code) => [code, 2]));
  const returned = given(marking, whole)
    .after(openMarking)
    .after(requireSecond)
    .after(receive('first', scores, { gates: { C4: true, C5: true, C6: true } }))
    .after(receive('second', scores, { gates: { C4: true } }))
    .after(reopenMarking(...whole.judged.keys()));
  expect(JSON.stringify(returned.state).length).toBeLessThan(5 * 1024);
});

test('MAR-6 asks a second marker for no gate that the first records', () => {
  const whole = rulebook(npqicl.framework, scheme);
  const scores = Object.fromEntries([...whole.judged.keys()].map((code) => [code, 2]));
  const waiting = given(marking, whole).after(openMarking).after(requireSecond);
  const gates = { C4: true, C5: true, C6: true };
  expect(waiting.when(receive('second', scores, { gates }))).toEqual({ refused: ['MAR-6'] });
  expect(waiting.when(receive('first', scores, { gates: { C4: true } }))).toEqual({ refused: ['MAR-6'] });
  const agreed = waiting
    .after(receive('second', scores, { gates: { C4: true } }))
    .after(receive('first', scores, { gates: { C4: true, C5: false, C6: true } }));
  expect(last(agreed)).toMatchObject({ type: 'MarkingAgreed', gates: { C4: true, C5: false, C6: true } });
});

describe('a second marker', () => {
  test('MAR-1 is asked for with a reason', () => {
    expect(opened.when({ ...requireSecond, type: 'RequireSecondMarker', reasons: [] })).toEqual({ refused: ['MAR-1'] });
    expect(last(doubled)).toMatchObject({ type: 'SecondMarkerRequired', reasons: ['firstPortfolios'] });
  });

  test('MAR-2 is asked for before any score of record is settled', () => {
    const returned = single.after(reopenMarking(one));
    expect(returned.when(requireSecond)).toEqual({ refused: ['MAR-2'] });
    expect(single.after(reopenMarking(one, two, three)).when(requireSecond)).toEqual({
      facts: ['SecondMarkerRequired'],
    });
    expect(single.when(requireSecond)).toEqual({ refused: ['K1'] });
    const bank = { scores: { 'ONE.S1': 2 }, gates: {}, allowances: {} };
    expect(
      given(marking, book)
        .after({ ...openMarking, bank })
        .when(requireSecond),
    ).toEqual({ facts: ['SecondMarkerRequired'] });
  });

  test('is waited for once, for however many reasons', () => {
    const more: MarkingCommand = {
      type: 'RequireSecondMarker',
      reasons: ['everyKth'],
      by: people.system,
      at: noon(12),
    };
    const waiting = doubled.after(receive('second', scoresOf(2, 2, 2))).after(more);
    expect(waiting.state?.context).toMatchObject({ reasons: ['firstPortfolios', 'everyKth'], awaited: ['first'] });
    expect(waiting.when(receive('first', scoresOf(2, 2, 2)))).toEqual({ facts: ['MarkingAgreed'] });
  });

  test.each([
    ['among an assessor’s first portfolios', { portfoliosBefore: 2 }, 'first portfolios'],
    ['that is a k-th by plan', { nth: 6, everyKth: 3 }, 'every kth'],
    ['that is both', { portfoliosBefore: 0, nth: 3, everyKth: 3 }, 'first portfolios, every kth'],
  ])('R11 is asked for, for a portfolio %s: one marker’s marks are not enough', (_which, figures, reasons) => {
    const alone = receive('first', scoresOf(2, 2, 2), figures);
    expect(opened.when(alone)).toEqual({ refused: ['R11'] });
    expect(opened.says(alone)[0]).toBe(
      `An assessor’s first portfolios, every resubmission and every k-th portfolio by plan are marked by two, blind. A second marker was not asked for: ${reasons}.`,
    );
    expect(doubled.when(alone)).toEqual({ facts: ['MarksReceived'] });
  });

  test('R11 is asked for, for every resubmission, whatever figures come with the marks', () => {
    const second = given(marking, book).after({ ...openMarking, attempt: 2 });
    expect(second.when(receive('first', scoresOf(2, 2, 2)))).toEqual({ refused: ['R11'] });
    expect(second.after(requireSecond).when(receive('first', scoresOf(2, 2, 2)))).toEqual({ facts: ['MarksReceived'] });
  });

  test('R11 looks at the first marker’s figures only, and not again where a moderator returns a few standards', () => {
    const novice = { portfoliosBefore: 0 };
    expect(doubled.when(receive('second', scoresOf(2, 2, 2), novice))).toEqual({ facts: ['MarksReceived'] });
    const returned = single.after(reopenMarking(one));
    expect(returned.when(receive('first', scoresOf(2, 2, 0), { round: 2, ...novice }))).toEqual({
      facts: ['MarkingAgreed'],
    });
    const allReturned = single.after(reopenMarking(one, two, three));
    expect(allReturned.when(receive('first', scoresOf(2, 2, 0), { round: 2, ...novice }))).toEqual({
      refused: ['R11'],
    });
  });
});

describe('marks that come in', () => {
  test('MAR-3 are of this submission', () => {
    const elsewhere = receive('first', scoresOf(2, 2, 2), { submission: submissionId('submission-2') });
    expect(opened.when(elsewhere)).toEqual({ refused: ['MAR-3'] });
  });

  test('MAR-4 are waited for', () => {
    expect(opened.when(receive('second', scoresOf(2, 2, 2)))).toEqual({ refused: ['MAR-4'] });
    expect(opened.says(receive('second', scoresOf(2, 2, 2)))).toEqual([
      'Marks are received from the markers that are waited for, once each in a round. Those of the second marker are not; awaited: first.',
    ]);
    const waiting = doubled.after(receive('first', scoresOf(2, 2, 2)));
    expect(waiting.when(receive('first', scoresOf(2, 2, 2), { round: 2 }))).toEqual({ refused: ['MAR-4'] });
    expect(adjudicating.when(receive('first', scoresOf(1, 2, 0), { round: 2 }))).toEqual({ refused: ['MAR-4'] });
    expect(doubled.says(receive('third', {}, { gates: {} }))[0]).toContain('awaited: first, second.');
  });

  test('MAR-5 are of different people', () => {
    const waiting = doubled.after(receive('first', scoresOf(2, 2, 2)));
    const same = { assessor: people.assessor.person };
    expect(waiting.when(receive('second', scoresOf(2, 2, 2), same))).toEqual({ refused: ['MAR-5'] });
    expect(waiting.when(receive('second', scoresOf(2, 2, 2)))).toEqual({ facts: ['MarkingAgreed'] });
    for (const { person } of [markers.first, markers.second])
      expect(adjudicating.when(receive('third', { 'ONE.S1': 2 }, { gates: {}, assessor: person }))).toEqual({
        refused: ['MAR-5'],
      });
    expect(adjudicating.when(receive('third', { 'ONE.S1': 2 }, { gates: {} }))).toEqual({
      facts: ['MarkingAdjudicated'],
    });
  });

  test('MAR-6 hold what their marker was asked for, and nothing else', () => {
    const refused = { refused: ['MAR-6'] };
    expect(opened.when(receive('first', scoresOf(2, 2)))).toEqual(refused);
    expect(opened.when(receive('first', { ...scoresOf(2, 2), 'TWO.S9': 2 }))).toEqual(refused);
    expect(opened.when(receive('first', { ...scoresOf(2, 2, 2), 'TWO.S9': 2 }))).toEqual(refused);
    expect(opened.when(receive('first', scoresOf(2, 2, 2), { gates: {} }))).toEqual(refused);
    expect(opened.when(receive('first', scoresOf(2, 2, 2), { gates: { C2: true, C3: true } }))).toEqual(refused);
    expect(opened.when(receive('first', scoresOf(2, 2, 2)))).toEqual({ facts: ['MarkingAgreed'] });
    expect(adjudicating.when(receive('third', scoresOf(2, 2, 2)))).toEqual(refused);
    expect(adjudicating.when(receive('third', { 'ONE.S1': 2 }))).toEqual(refused);
    expect(adjudicating.when(receive('third', { 'ONE.S2': 2 }, { gates: {} }))).toEqual(refused);
  });

  test('MAR-6 hold no score of what is banked', () => {
    const bank = { scores: { 'ONE.S1': 2 }, gates: { C2: true }, allowances: {} };
    const banked = given(marking, book).after({ ...openMarking, bank });
    expect(banked.when(receive('first', scoresOf(2, 2, 2), { gates: {} }))).toEqual({ refused: ['MAR-6'] });
    expect(banked.when(receive('first', { 'ONE.S2': 2, 'TWO.S1': 2 }, { gates: {} }))).toEqual({
      facts: ['MarkingAgreed'],
    });
  });

  test('MAR-7 come from the same review in a later round, once a moderator has returned it', () => {
    const returned = single.after(reopenMarking(one));
    const again = (change: Parameters<typeof receive>[2]) => returned.when(receive('first', scoresOf(2, 2, 0), change));
    expect(again({ round: 1 })).toEqual({ refused: ['MAR-7'] });
    expect(again({ round: 2, review: reviewId('review-9') })).toEqual({ refused: ['MAR-7'] });
    expect(again({ round: 2, review: reviewId('review-9'), assessor: personId('assessor-9') })).toEqual({
      refused: ['MAR-7'],
    });
    expect(again({ round: 2 })).toEqual({ facts: ['MarkingAgreed'] });
  });
});

describe('a conference', () => {
  test('R12 is held on what lies apart, and on nothing else', () => {
    expect(discrepant.when(confer('first', on('ONE.S2', 2)))).toEqual({ refused: ['R12'] });
    expect(discrepant.says(confer('first', on('ONE.S2', 2)))).toEqual([
      'Two markers confer where their marks lie too far apart or on two sides of the threshold; elsewhere the lower of the two is the score of record. ONE.S2 is not among what is left to confer on.',
    ]);
    expect(discrepant.when(confer('first', { gate, met: true }))).toEqual({ refused: ['R12'] });
    expect(discrepant.says(confer('first', { gate, met: true }))[0]).toContain('C2 is not among');
    expect(discrepant.when(confer('first', on('ONE.S1', 2)))).toEqual({ facts: ['PositionStated'] });
  });

  test('R12 is settled where both stand the same, with both marks as grounds', () => {
    const stated = discrepant.after(confer('first', on('ONE.S1', 2)));
    expect(last(stated)).toStrictEqual({
      type: 'PositionStated',
      marker: 'first',
      position: { standard: 'ONE.S1', score: 2 },
      reason: 'We looked at E2 together.',
      by: people.assessor,
      at: noon(12),
    });
    expect(stated.when(confer('second', on('ONE.S1', 3)))).toEqual({ facts: ['PositionStated'] });
    const agreed = stated.after(confer('second', on('ONE.S1', 2)));
    expect(last(agreed)).toMatchObject({
      type: 'ConferenceAgreed',
      marker: 'second',
      position: { standard: 'ONE.S1', score: 2 },
      reason: 'We looked at E2 together.',
      scores: scoresOf(2, 2, 0),
      grounds: {
        'ONE.S1': { how: 'conferred', marks: [mark('review-first', 1), mark('review-second', 3)] },
        'ONE.S2': { how: 'lower' },
      },
      moved: ['ONE.S1'],
      by: people.otherAssessor,
    });
    expect(agreed.state).toMatchObject({ status: 'agreed', context: { due: null, moved: ['ONE.S1'] } });
    expect(agreed.state?.context.positions).toEqual({});
    expect(agreed.state?.context.open).toEqual({ standards: [], gates: [] });
  });

  test('R12 takes the position that a marker took last', () => {
    const stated = discrepant
      .after(confer('first', on('ONE.S1', 1)))
      .after(confer('second', on('ONE.S1', 2)))
      .after(confer('second', on('ONE.S1', 3)));
    expect(stated.state?.context.positions).toEqual({ 'ONE.S1': { first: 1, second: 3 } });
    expect(stated.when(confer('first', on('ONE.S1', 3)))).toEqual({ facts: ['ConferenceAgreed'] });
    expect(stated.when(confer('first', on('ONE.S1', 2)))).toEqual({ facts: ['PositionStated'] });
  });

  test('R12 goes on until the last discrepancy is settled, and keeps what is', () => {
    const half = twice.after(confer('first', { gate, met: false })).after(confer('second', { gate, met: false }));
    expect(last(half)).toMatchObject({ type: 'PositionStated', position: { gate: 'C2', met: false } });
    expect(half.state).toMatchObject({
      status: 'discrepant',
      context: { open: { standards: ['ONE.S1'], gates: [] }, gates: { C2: false }, conferred: [] },
    });
    expect(half.state?.context.positions).toEqual({});
    expect(half.when(confer('first', { gate, met: true }))).toEqual({ refused: ['R12'] });
    const other = twice.after(confer('first', on('ONE.S1', 1))).after(confer('second', on('ONE.S1', 1)));
    expect(other.state?.context).toMatchObject({
      open: { standards: [], gates: ['C2'] },
      scores: { 'ONE.S1': 1 },
      conferred: ['ONE.S1'],
    });
    expect(other.after(confer('second', { gate, met: true })).when(confer('first', { gate, met: true }))).toEqual({
      facts: ['ConferenceAgreed'],
    });
    expect(half.after(confer('second', on('ONE.S1', 1))).when(confer('first', on('ONE.S1', 1)))).toEqual({
      facts: ['ConferenceAgreed'],
    });
  });

  test('MAR-8 stays between the two marks', () => {
    const at = (score: number) => discrepant.when(confer('first', on('ONE.S1', score)));
    expect([at(0), at(4), at(1.5), at(Number.NaN)]).toEqual(Array.from({ length: 4 }, () => ({ refused: ['MAR-8'] })));
    expect([at(1), at(2), at(3)]).toEqual(Array.from({ length: 3 }, () => ({ facts: ['PositionStated'] })));
    expect(discrepant.when(confer('first', on('ONE.S2', 4)))).toEqual({ refused: ['R12'] });
  });

  test('MAR-9 asks for the reason of a position', () => {
    expect(discrepant.when(confer('first', on('ONE.S1', 2), ' '))).toEqual({ refused: ['MAR-9'] });
    expect(twice.when(confer('first', { gate, met: true }, ''))).toEqual({ refused: ['MAR-9'] });
  });

  test('K2 is held by the two markers and nobody else', () => {
    const stranger = { ...markers.third, person: personId('assessor-9') };
    expect(discrepant.when({ ...confer('first', on('ONE.S1', 2)), by: stranger })).toEqual({ refused: ['K2'] });
    expect(discrepant.when({ ...confer('first', on('ONE.S1', 2)), by: people.provider })).toEqual({ refused: ['K2'] });
    expect(discrepant.when({ ...endConference('first'), by: stranger })).toEqual({ refused: ['K2'] });
    // A third marker of an earlier round is not one of the two.
    const again = adjudicating
      .after(receive('third', { 'ONE.S1': 2 }, { gates: {} }))
      .after(reopenMarking(three))
      .after(receive('first', scoresOf(1, 2, 0), { round: 2 }))
      .after(receive('second', scoresOf(3, 3, 2), { round: 2 }));
    expect(again.when(confer('third', on('TWO.S1', 0)))).toEqual({ refused: ['K2'] });
    expect(again.when(confer('second', on('TWO.S1', 0)))).toEqual({ facts: ['PositionStated'] });
  });

  test('K4 is not held by the candidate, whatever came in as theirs', () => {
    const own = doubled
      .after(receive('first', scoresOf(1, 2, 0), { assessor: people.candidate.person }))
      .after(receive('second', scoresOf(3, 3, 0)));
    const position = { ...confer('first', on('ONE.S1', 2)), by: as('assessor', people.candidate) };
    expect(own.when(position)).toEqual({ refused: ['K4'] });
  });

  test('MAR-10 is ended by either of them, with the reason', () => {
    expect(discrepant.when(endConference('first', ' '))).toEqual({ refused: ['MAR-10'] });
    for (const marker of ['first', 'second'] as const)
      expect(last(discrepant.after(endConference(marker)))).toMatchObject({
        type: 'ConferenceEnded',
        reason: 'We read S1 differently.',
        unsettled: { standards: ['ONE.S1'], gates: [] },
        by: markers[marker],
      });
  });

  test('MAR-11 lapses when the time to confer has passed, not before', () => {
    expect(twice.when(lapseConference(instant('2026-03-19T23:59:59.999Z')))).toEqual({ refused: ['MAR-11'] });
    const lapsed = twice
      .after(confer('first', on('ONE.S1', 2)))
      .after(lapseConference(instant('2026-03-20T00:00:00.000Z')));
    expect(lapsed.state?.context.positions).toEqual({});
    expect(last(lapsed)).toMatchObject({
      type: 'ConferenceLapsed',
      unsettled: { standards: ['ONE.S1'], gates: ['C2'] },
    });
    expect(lapsed.state).toMatchObject({ status: 'adjudicating', context: { awaited: ['third'], due: null } });
  });

  test('MAR-11 never lapses under a scheme that gives it no time', () => {
    const timeless = smallBook(scheme, { clocks: scheme.clocks.filter(({ id }) => id !== 'confer') });
    const open = given(marking, timeless)
      .after(openMarking)
      .after(requireSecond)
      .after(receive('first', scoresOf(1, 2, 0)))
      .after(receive('second', scoresOf(3, 3, 0)));
    expect(open.when(lapseConference(noon(31)))).toEqual({ refused: ['MAR-11'] });
  });
});

describe('a third marker', () => {
  test('R12 settles what two did not: the median of three is the score of record', () => {
    const agreed = adjudicating.after(receive('third', { 'ONE.S1': 2 }, { gates: {} }));
    expect(last(agreed)).toMatchObject({
      type: 'MarkingAdjudicated',
      received: { marker: 'third', scores: { 'ONE.S1': 2 } },
      scores: scoresOf(2, 2, 0),
      gates: { C2: true },
      markers: [{ marker: 'first' }, { marker: 'second' }, { marker: 'third', assessor: 'assessor-3' }],
      grounds: {
        'ONE.S1': {
          how: 'median',
          marks: [mark('review-first', 1), mark('review-second', 3), mark('review-third', 2)],
        },
        'ONE.S2': { how: 'lower' },
        'TWO.S1': { how: 'marked' },
      },
      moved: ['ONE.S1'],
    });
    expect(agreed.state).toMatchObject({ status: 'agreed', context: { awaited: [], moved: ['ONE.S1'] } });
    expect(agreed.state?.context.open).toEqual({ standards: [], gates: [] });
  });

  test('R12 marks what the conference left, after some of it was settled', () => {
    const left = twice
      .after(confer('first', on('ONE.S1', 2)))
      .after(confer('second', on('ONE.S1', 2)))
      .after(endConference('first'));
    expect(last(left)).toMatchObject({ unsettled: { standards: [], gates: ['C2'] } });
    const agreed = left.after(receive('third', {}, { gates: { C2: false } }));
    expect(last(agreed)).toMatchObject({
      scores: scoresOf(2, 2, 0),
      gates: { C2: false },
      grounds: { 'ONE.S1': { how: 'conferred' } },
    });
  });
});

describe('a moderator’s return', () => {
  test('MAR-12 names standards that were marked', () => {
    expect(single.when(reopenMarking())).toEqual({ refused: ['MAR-12'] });
    expect(single.when(reopenMarking(one, small.known))).toEqual({ refused: ['MAR-12'] });
    const bank = { scores: { 'ONE.S1': 2 }, gates: { C2: true }, allowances: {} };
    const banked = given(marking, book)
      .after({ ...openMarking, bank })
      .after(receive('first', { 'ONE.S2': 2, 'TWO.S1': 2 }, { gates: {} }));
    expect(banked.when(reopenMarking(one))).toEqual({ refused: ['MAR-12'] });
    expect(banked.when(reopenMarking(two))).toEqual({ facts: ['MarkingReopened'] });
    expect(last(single.after(reopenMarking(one)))).toMatchObject({
      type: 'MarkingReopened',
      queries: [{ standard: 'ONE.S1', says: 'Look again.' }],
    });
  });

  test('takes back what it names, keeps the rest, and tells what was moved by it', () => {
    const returned = single.after(reopenMarking(one, two));
    expect(returned.state).toMatchObject({
      status: 'awaitingMarks',
      context: { round: 2, awaited: ['first'], open: { standards: ['ONE.S1', 'ONE.S2'], gates: [] } },
    });
    expect(returned.state?.context.scores).toEqual({ 'TWO.S1': 0 });
    expect(returned.state?.context.before).toEqual(scoresOf(3, 2, 0));
    const agreed = returned.after(receive('first', scoresOf(2, 2, 0), { round: 2 }));
    expect(last(agreed)).toMatchObject({
      type: 'MarkingAgreed',
      round: 2,
      scores: scoresOf(2, 2, 0),
      moved: ['ONE.S1'],
      grounds: { 'ONE.S1': { how: 'marked', marks: [mark('review-first', 2)] } },
    });
    // What was moved once stays told.
    const third = agreed.after(reopenMarking(two)).after(receive('first', scoresOf(2, 3, 0), { round: 3 }));
    expect(last(third)).toMatchObject({ round: 3, moved: ['ONE.S1', 'ONE.S2'] });
  });

  test('waits for every marker that there was, and lets the two confer anew', () => {
    const agreed = discrepant.after(confer('first', on('ONE.S1', 2))).after(confer('second', on('ONE.S1', 2)));
    const returned = agreed.after(reopenMarking(one));
    expect(returned.state?.context).toMatchObject({ awaited: ['first', 'second'], conferred: [] });
    const half = returned.after(receive('second', scoresOf(3, 3, 0), { round: 2 }));
    expect(half.state?.status).toBe('awaitingMarks');
    expect(half.when(receive('first', scoresOf(1, 2, 0), { round: 2 }))).toEqual({ facts: ['MarksDiffered'] });
    const settled = half.after(receive('first', scoresOf(2, 2, 0), { round: 2 }));
    expect(last(settled)).toMatchObject({
      type: 'MarkingAgreed',
      scores: scoresOf(2, 2, 0),
      grounds: { 'ONE.S1': { how: 'lower', marks: [mark('review-first', 2), mark('review-second', 3)] } },
      moved: ['ONE.S1'],
    });
  });

  test('keeps a settlement that it does not name, with its grounds', () => {
    const agreed = discrepant.after(confer('first', on('ONE.S1', 2))).after(confer('second', on('ONE.S1', 2)));
    const again = agreed
      .after(reopenMarking(three))
      .after(receive('first', scoresOf(1, 2, 1), { round: 2 }))
      .after(receive('second', scoresOf(3, 3, 1), { round: 2 }));
    expect(last(again)).toMatchObject({
      scores: scoresOf(2, 2, 1),
      grounds: {
        'ONE.S1': { how: 'conferred', marks: [mark('review-first', 1), mark('review-second', 3)] },
        'TWO.S1': { how: 'marked' },
      },
      moved: ['ONE.S1', 'TWO.S1'],
    });
  });

  test('takes in what a marker had to change beside it, since evidence fell away', () => {
    const returned = discrepant
      .after(confer('first', on('ONE.S1', 2)))
      .after(confer('second', on('ONE.S1', 2)))
      .after(reopenMarking(three));
    const half = returned.after(receive('first', scoresOf(1, 0, 0), { round: 2, gates: { C2: false } }));
    expect(half.state?.context.open).toEqual({ standards: ['ONE.S2', 'TWO.S1'], gates: ['C2'] });
    expect([half.state?.context.scores, half.state?.context.gates]).toEqual([{ 'ONE.S1': 2 }, {}]);
    const again = half.after(receive('second', scoresOf(3, 1, 0), { round: 2, gates: { C2: false } }));
    expect(last(again)).toMatchObject({
      type: 'MarkingAgreed',
      scores: scoresOf(2, 0, 0),
      gates: { C2: false },
      moved: ['ONE.S1', 'ONE.S2'],
    });
    const apart = returned
      .after(receive('second', scoresOf(3, 3, 0), { round: 2 }))
      .after(receive('first', scoresOf(1, 0, 0), { round: 2, gates: { C2: false } }));
    expect(last(apart)).toMatchObject({
      type: 'MarksDiffered',
      settled: { apart: { standards: ['ONE.S2'], gates: ['C2'] } },
    });
  });

  test('takes back a third marker’s mark with the median that rested on it', () => {
    const adjudicated = adjudicating.after(receive('third', { 'ONE.S1': 2 }, { gates: {} }));
    const returned = adjudicated.after(reopenMarking(one));
    expect(returned.state?.context).toMatchObject({ awaited: ['first', 'second'] });
    const settled = returned
      .after(receive('first', scoresOf(2, 2, 0), { round: 2 }))
      .after(receive('second', scoresOf(3, 3, 0), { round: 2 }));
    expect(last(settled)).toMatchObject({
      scores: scoresOf(2, 2, 0),
      grounds: { 'ONE.S1': { how: 'lower', marks: [mark('review-first', 2), mark('review-second', 3)] } },
      markers: [{ marker: 'first' }, { marker: 'second' }, { marker: 'third' }],
    });
    const unsettled = returned
      .after(receive('first', scoresOf(1, 2, 0), { round: 2 }))
      .after(receive('second', scoresOf(4, 3, 0), { round: 2 }))
      .after(endConference('first'));
    // The same review, sealed once more, or a new one by the same person: the earlier mark does not come back by itself.
    expect(unsettled.when(receive('third', { 'ONE.S1': 2 }, { gates: {} }))).toEqual({ refused: ['MAR-7'] });
    const fresh = receive('third', { 'ONE.S1': 3 }, { gates: {}, review: reviewId('review-4') });
    expect(last(unsettled.after(fresh))).toMatchObject({
      scores: scoresOf(3, 2, 0),
      grounds: {
        'ONE.S1': { marks: [mark('review-first', 1), mark('review-second', 4), mark('review-4', 3)] },
      },
    });
    expect(unsettled.when(receive('third', { 'ONE.S1': 3 }, { gates: {}, round: 2 }))).toEqual({
      facts: ['MarkingAdjudicated'],
    });
  });

  test('takes back a third marker’s judgement of a gate where a marker changes theirs', () => {
    const returned = twice
      .after(confer('first', on('ONE.S1', 2)))
      .after(confer('second', on('ONE.S1', 2)))
      .after(endConference('first'))
      .after(receive('third', {}, { gates: { C2: false } }))
      .after(reopenMarking(three));
    const again = returned
      .after(receive('first', scoresOf(1, 2, 0), { round: 2 }))
      .after(receive('second', scoresOf(3, 3, 0), { round: 2, gates: { C2: true } }));
    expect(last(again)).toMatchObject({ type: 'MarkingAgreed', gates: { C2: true } });
    expect(again.state?.context.marks.map(({ gates }) => gates)).toEqual([{ C2: true }, { C2: true }, {}]);
  });
});

describe('marking anew', () => {
  const ordered = discrepant
    .after(confer('first', on('ONE.S1', 2)))
    .after(confer('second', on('ONE.S1', 2)))
    .after(remark());

  test('MAR-13 is ordered with a reason', () => {
    expect(single.when(remark(' '))).toEqual({ refused: ['MAR-13'] });
    expect(last(ordered)).toMatchObject({
      type: 'RemarkingOrdered',
      reason: 'The batch is out of tolerance.',
      excluded: [people.assessor.person, people.otherAssessor.person],
      open: { standards: ['ONE.S1', 'ONE.S2', 'TWO.S1'], gates: ['C2'] },
    });
  });

  test('drops every mark and settlement but what is banked', () => {
    expect(ordered.state).toMatchObject({
      status: 'awaitingMarks',
      context: { round: 2, awaited: ['first'], reasons: [], marks: [], conferred: [], before: scoresOf(2, 2, 0) },
    });
    expect(ordered.state?.context.scores).toEqual({});
    expect(ordered.state?.context.gates).toEqual({});
    const bank = { scores: { 'ONE.S1': 2 }, gates: { C2: true }, allowances: {} };
    const banked = given(marking, book)
      .after({ ...openMarking, bank })
      .after(receive('first', { 'ONE.S2': 2, 'TWO.S1': 2 }, { gates: {} }))
      .after(remark());
    expect(banked.state?.context).toMatchObject({ open: { standards: ['ONE.S2', 'TWO.S1'], gates: [] } });
    expect(banked.state?.context.scores).toEqual({ 'ONE.S1': 2 });
    expect(banked.state?.context.gates).toEqual({ C2: true });
  });

  test('MAR-5 is done by people who had not marked it', () => {
    const anew = receive('first', scoresOf(1, 2, 0), { review: reviewId('review-9') });
    for (const { person } of [markers.first, markers.second])
      expect(ordered.when({ ...anew, assessor: person })).toEqual({ refused: ['MAR-5'] });
    const other = ordered.after({ ...anew, assessor: markers.third.person });
    expect(last(other)).toMatchObject({
      type: 'MarkingAgreed',
      round: 2,
      markers: [{ marker: 'first', review: 'review-9', assessor: 'assessor-3' }],
      scores: scoresOf(1, 2, 0),
      moved: ['ONE.S1'],
    });
    const twiceOver = other.after(remark());
    expect(twiceOver.state?.context).toMatchObject({
      round: 3,
      excluded: [people.assessor.person, people.otherAssessor.person, 'assessor-3'],
    });
    expect(twiceOver.when({ ...anew, assessor: personId('assessor-4') })).toEqual({ facts: ['MarkingAgreed'] });
  });

  test('R11 is asked anew of whoever marks it now', () => {
    const novice = receive('first', scoresOf(1, 2, 0), {
      review: reviewId('review-9'),
      assessor: personId('assessor-9'),
      portfoliosBefore: 1,
    });
    expect(ordered.when(novice)).toEqual({ refused: ['R11'] });
    expect(ordered.after(requireSecond).when(novice)).toEqual({ facts: ['MarksReceived'] });
  });
});

describe('an allowance of record', () => {
  const tolerant = smallBook(scheme, { profile: 'tolerant' });
  const begin = given(marking, tolerant).after(openMarking).after(requireSecond);
  const allowancesOf = (
    first: Parameters<typeof receive>[2] & { readonly scores: Record<string, number> },
    second: Parameters<typeof receive>[2] & { readonly scores: Record<string, number> },
  ) =>
    begin
      .after(receive('first', first.scores, first))
      .after(receive('second', second.scores, second))
      .facts.findLast(isAgreed)?.allowances;
  const needed = scoresOf(2, 2, 1);
  const logged = { scores: needed, allowances: { TWO: 'Not yet in post.' } };

  test('R5 stands where both markers logged it, with the first one’s reason', () => {
    expect(allowancesOf(logged, { scores: needed, allowances: { TWO: 'New there.' } })).toEqual({
      TWO: 'Not yet in post.',
    });
  });

  test('R5 does not stand where one who needed it withheld it', () => {
    expect(allowancesOf(logged, { scores: needed })).toEqual({});
    expect(allowancesOf({ scores: needed }, logged)).toEqual({});
    expect(allowancesOf({ scores: needed }, { scores: needed })).toEqual({});
  });

  test('R5 stands where the other had no need of it, since they found the area achieved', () => {
    const apart = begin
      .after(receive('first', scoresOf(2, 2, 2)))
      .after(receive('second', needed, logged))
      .after(confer('first', on('TWO.S1', 1)))
      .after(confer('second', on('TWO.S1', 1)));
    expect(last(apart)).toMatchObject({ scores: needed, allowances: { TWO: 'Not yet in post.' } });
  });

  test('R5 looks at what is banked when it asks whether an area was achieved', () => {
    const bank = { scores: { 'ONE.S1': 2 }, gates: { C2: true }, allowances: {} };
    const marked = given(marking, tolerant)
      .after({ ...openMarking, bank })
      .after(requireSecond)
      .after(receive('first', { 'ONE.S2': 2, 'TWO.S1': 2 }, { gates: {}, allowances: { ONE: 'For once.' } }))
      .after(receive('second', { 'ONE.S2': 2, 'TWO.S1': 2 }, { gates: {} }));
    expect(last(marked)).toMatchObject({ allowances: { ONE: 'For once.' } });
  });

  test('R5 stands as a single marker logged it', () => {
    const lone = given(marking, tolerant)
      .after(openMarking)
      .after(receive('first', needed, logged));
    expect(last(lone)).toMatchObject({ allowances: { TWO: 'Not yet in post.' } });
  });

  test('R5 is not a third marker’s to log or to withhold', () => {
    const adjudicated = begin
      .after(receive('first', scoresOf(2, 2, 1), logged))
      .after(receive('second', scoresOf(2, 2, 3)))
      .after(endConference('first'))
      .after(receive('third', { 'TWO.S1': 1 }, { gates: {} }));
    expect(last(adjudicated)).toMatchObject({ scores: needed, allowances: { TWO: 'Not yet in post.' } });
  });
});
