import { componentId } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { cohortId, day, digestOf, itemId, markingId, reviewId, rulebook, submissionId } from '../kernel/index.ts';
import { emptyBank } from '../scoring/index.ts';
import type { Manifest, SubmissionAccepted } from '../submission/index.ts';
import { demoProvider, given, noon, people, smallBook } from '../testing/index.ts';
import { lapseConference } from '../testing/small-marking.ts';
import { reader, small } from '../testing/small-review.ts';
import { marking, opensMarking, opensReview, opensThirdReview, receivesMarks, returnsReview, review } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);
const whole = rulebook(npqicl.framework, npqicl.scheme);
const at = noon(10);

const entry = { title: 'Account', component: componentId.parse('C1'), hash: digestOf('content'), claims: {} };
const items: Manifest['items'] = [
  { ...entry, number: 1, item: itemId('item-1'), method: 'text', dated: day('2026-03-01') },
  { ...entry, number: 2, item: itemId('item-2'), method: 'witness', dated: day('2020-03-01') },
];
const manifest: Manifest = { items, digest: digestOf(items) };
const accepted: SubmissionAccepted = {
  type: 'SubmissionAccepted',
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  cohort: cohortId('cohort-1'),
  attempt: 1,
  manifest: manifest.digest,
  submittedOn: day('2026-03-06'),
  late: true,
  bank: emptyBank,
  priorLearning: [small.one],
  site: 'Harbour',
  by: people.provider,
  at,
};
const banked = { scores: { 'ONE.S1': 2 }, gates: { C2: true }, allowances: {} };

describe('an accepted submission', () => {
  test('opens a first marker’s review of exactly what its manifest holds', () => {
    const opening = opensReview(accepted, manifest, reviewId('review-9'), book);
    expect(opening).toStrictEqual({
      type: 'OpenReview',
      review: 'review-9',
      submission: 'submission-1',
      candidate: people.candidate.person,
      provider: demoProvider,
      cohort: 'cohort-1',
      attempt: 1,
      manifest: digestOf(items),
      marker: 'first',
      scope: { standards: ['ONE.S1', 'ONE.S2', 'TWO.S1'], gates: ['C2'], coverage: true },
      sources: { E1: 'text', E2: 'witness' },
      submittedOn: '2026-03-06',
      dated: { E1: '2026-03-01', E2: '2020-03-01' },
      by: { ...people.provider, role: 'system' },
      at,
    });
    expect(given(review, book).after(opening).state?.context).toMatchObject({ marker: 'first', stale: ['E2'] });
  });

  test('R8 opens a review of what is not banked, and asks for no coverage again', () => {
    const opening = opensReview({ ...accepted, attempt: 2, bank: banked }, manifest, reviewId('review-9'), book);
    expect(opening.scope).toEqual({ standards: ['ONE.S2', 'TWO.S1'], gates: [], coverage: false });
  });

  test('R13 asks for coverage where no earlier attempt’s review noted it, and of the first marker only', () => {
    const again = { ...accepted, attempt: 2 };
    const coverage = (...rest: [marker: 'first' | 'second', noted?: boolean]) =>
      opensReview(again, manifest, reviewId('review-9'), book, ...rest).scope.coverage;
    expect([coverage('first'), coverage('first', true), coverage('first', false)]).toEqual([false, false, true]);
    expect([coverage('second'), coverage('second', false)]).toEqual([false, false]);
  });

  test('opens a second marker’s review of the same standards, without the gates that the first marker records', () => {
    const first = opensReview(accepted, manifest, reviewId('review-1'), whole);
    const second = opensReview(accepted, manifest, reviewId('review-2'), whole, 'second');
    expect(first.scope.gates).toEqual(['C4', 'C5', 'C6']);
    expect(second).toEqual({
      ...first,
      review: 'review-2',
      marker: 'second',
      scope: { standards: first.scope.standards, gates: ['C4'], coverage: false },
    });
    expect(first.scope.standards).toHaveLength(53);
  });

  test('opens the marking of its scores, with everything that later stages need of it', () => {
    const opening = opensMarking({ ...accepted, bank: banked }, markingId('marking-1'));
    expect(opening).toStrictEqual({
      type: 'OpenMarking',
      marking: 'marking-1',
      submission: 'submission-1',
      candidate: people.candidate.person,
      provider: demoProvider,
      cohort: 'cohort-1',
      attempt: 1,
      manifest: digestOf(items),
      bank: banked,
      late: true,
      priorLearning: ['ONE.S1'],
      site: 'Harbour',
      by: { ...people.provider, role: 'system' },
      at,
    });
    expect(given(marking, book).after(opening).facts[0]).toStrictEqual({
      ...opening,
      type: 'MarkingOpened',
      open: { standards: ['ONE.S2', 'TWO.S1'], gates: [] },
    });
  });
});

test('a conference that left something unsettled opens a third marker’s review of just that', () => {
  const unsettled = { standards: [small.two], gates: [small.gate] };
  const lapsed = { type: 'ConferenceLapsed', unsettled, by: people.system, at: lapseConference().at } as const;
  const opening = opensThirdReview(lapsed, accepted, manifest, reviewId('review-3'));
  expect(opening).toEqual({
    ...opensReview(accepted, manifest, reviewId('review-3'), book),
    marker: 'third',
    scope: { ...unsettled, coverage: false },
    by: people.system,
    at: lapsed.at,
  });
  const ended = { ...lapsed, type: 'ConferenceEnded', reason: 'We differ.', by: people.assessor } as const;
  expect(opensThirdReview(ended, accepted, manifest, reviewId('review-3'))).toEqual({
    ...opening,
    by: { ...people.assessor, role: 'system' },
  });
});

test('a reopened marking sends its reviews back to their markers', () => {
  const queries = [{ standard: small.two, says: 'Look again.' }];
  const reopened = { type: 'MarkingReopened', queries, by: people.moderator, at } as const;
  expect(returnsReview(reopened)).toEqual({
    type: 'ReopenReview',
    queries,
    by: { ...people.moderator, role: 'system' },
    at,
  });
});

test('a sealed review brings its marks in, with the figures that R11 looks at', () => {
  const { allocate, begin, judge, judgeGate, note, seal } = reader();
  const sealed = [
    opensReview(accepted, manifest, reviewId('review-1'), book),
    allocate,
    begin,
    judge(small.one, 1),
    judge(small.two, 0),
    judge(small.three, 0),
    judgeGate(),
    note,
    seal,
  ]
    .reduce((scenario, command) => scenario.after(command), given(review, book))
    .facts.at(-1);
  if (sealed?.type !== 'ReviewSealed') throw new Error('was not sealed');
  const receiving = receivesMarks(sealed, { portfoliosBefore: 3, nth: 7, everyKth: null });
  expect(receiving).toStrictEqual({
    type: 'ReceiveMarks',
    submission: 'submission-1',
    marker: 'first',
    review: 'review-1',
    assessor: people.assessor.person,
    round: 1,
    scores: { 'ONE.S1': 1, 'ONE.S2': 0, 'TWO.S1': 0 },
    gates: { C2: true },
    allowances: {},
    portfoliosBefore: 3,
    nth: 7,
    everyKth: null,
    by: { ...people.assessor, role: 'system' },
    at,
  });
  expect(
    given(marking, book)
      .after(opensMarking(accepted, markingId('marking-1')))
      .when(receiving),
  ).toEqual({
    facts: ['MarkingAgreed'],
  });
});
