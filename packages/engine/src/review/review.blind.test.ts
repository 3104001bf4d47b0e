import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, reviewId, type State } from '../kernel/index.ts';
import { people, smallBook } from '../testing/index.ts';
import { opened, reader, sends, small } from '../testing/small-review.ts';
import { review, type Review, type ReviewCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);
const { one, two, three } = small;

/** Everything that a marker may do or have done to their review, and some that they may not. */
const doings = (who: ReturnType<typeof reader>): ReviewCommand[] => [
  who.allocate,
  who.begin,
  who.decline,
  who.confirm(one, 'E1'),
  who.confirm(one, 'E2'),
  who.confirm(one, 'E1', { current: false }),
  who.judge(one, 0),
  who.judge(one, 2, ['E1', 'E2']),
  who.judge(one, 4, ['E1']),
  who.judge(two, 0),
  who.judge(three, 1),
  who.judgeGate(),
  who.judgeGate(small.gate, false),
  who.note,
  who.seal,
  sends.setAside('E1'),
  sends.restore('E1'),
  sends.reopen(two),
];
const first = doings(reader(people.assessor));
const second = doings(reader(people.otherAssessor));
const openings = {
  first: opened,
  second: {
    ...opened,
    review: reviewId('review-2'),
    marker: 'second',
    scope: { ...opened.scope, coverage: false },
  },
} as const;

type Sent = readonly ['first' | 'second', ReviewCommand];

/** Sends a row of commands to two reviews as they come; what the second review answered, state by state, as text. */
function answersOfTheSecond(row: readonly Sent[]): string[] {
  const states: Record<string, State<Review> | null> = { first: null, second: null };
  const answers: string[] = [];
  for (const [marker, command] of row) {
    const decision = review.decide(states[marker] ?? null, command, book);
    if (decision.ok) states[marker] = decision.next;
    if (marker === 'second') answers.push(canonical([decision, states['second']]));
  }
  return answers;
}

const anyOf = (marker: Sent[0], commands: readonly ReviewCommand[]) =>
  fc.constantFrom(...commands).map((command): Sent => [marker, command]);

test('a blind second mark cannot depend on the first: its review answers the same, whatever is done to the first (11.6)', () => {
  const start: Sent[] = [
    ['first', openings.first],
    ['second', openings.second],
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyOf('first', first), anyOf('second', second)), { maxLength: 60 }),
      fc.boolean(),
      (row, begun) => {
        const ready: Sent[] = begun ? second.slice(0, 2).map((command): Sent => ['second', command]) : [];
        const both = [...start, ...ready, ...row];
        const alone = both.filter(([marker]) => marker === 'second');
        expect(answersOfTheSecond(both)).toEqual(answersOfTheSecond(alone));
      },
    ),
    { seed: 42, numRuns: 100 },
  );
});

test('a second marker is given nothing of the first to begin from (11.6)', () => {
  const opening = review.decide(null, openings.second, book);
  expect(opening.ok && Object.keys(opening.next.context).toSorted()).toEqual(
    [
      'review',
      'submission',
      'candidate',
      'provider',
      'cohort',
      'attempt',
      'manifest',
      'marker',
      'scope',
      'sources',
      'stale',
      'assessor',
      'due',
      'declined',
      'round',
      'queried',
      'aside',
      'counting',
      'scores',
      'rests',
      'gates',
      'coverage',
      'allowances',
    ].toSorted(),
  );
  if (!opening.ok) throw new Error('was not opened');
  const { scores, counting, rests, gates, aside } = opening.next.context;
  expect([scores, counting, rests, gates, aside]).toEqual([{}, {}, {}, {}, []]);
});
