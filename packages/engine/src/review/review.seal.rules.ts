import { rule, type Rulebook } from '../kernel/index.ts';
import { unscored } from '../scoring/index.ts';
import type { ReopenReview, SealReview } from './review.commands.ts';
import type { Review } from './review.facts.ts';
import { some, unsupported } from './support.ts';

export const everyStandardIsJudged = rule<Review, SealReview>({
  id: 'REV-13',
  says: 'A review is sealed when every standard has a score.',
  holds: ({ scores, scope }) => unscored(scores, scope.standards).length === 0,
  detail: ({ scores, scope }) => {
    const open = unscored(scores, scope.standards);
    return `${open.length} ${open.length === 1 ? 'has' : 'have'} none: ${some(open)}.`;
  },
});

export const everyGateIsJudged = rule<Review, SealReview>({
  id: 'REV-14',
  says: 'A review is sealed when every gate is judged met or not met.',
  holds: ({ gates, scope }) => scope.gates.every((gate) => gates[gate] !== undefined),
  detail: ({ gates, scope }) => `Open: ${scope.gates.filter((gate) => gates[gate] === undefined).join(', ')}.`,
});

const uncovered = ({ coverage, scope }: Review, book: Rulebook) =>
  scope.coverage ? [...book.covered.keys()].filter((code) => !coverage.includes(code)) : [];

export const everyStatementIsCovered = rule<Review, SealReview>({
  id: 'R13',
  says: 'Every statement of knowledge and qualities is evidenced, or waived with a reason.',
  holds: (review, _seal, book) => uncovered(review, book).length === 0,
  detail: (review, _seal, book) => `Open: ${some(uncovered(review, book))}.`,
});

/** A confirmation can be taken back after a judgement that rests on it, so sealing looks once more. */
export const everyScoreIsSupported = rule<Review, SealReview>({
  id: 'REV-15',
  says: 'A review is sealed when every score still rests on counting evidence as R1 and R3 ask.',
  holds: (review, _seal, book) => unsupported(review, book).length === 0,
  detail: (review, _seal, book) => `Not supported: ${some(unsupported(review, book))}.`,
});

export const reopeningIsAsked = rule<Review, ReopenReview>({
  id: 'REV-16',
  says: 'A sealed review is reopened only by a moderator’s queries, as a new round.',
  holds: (_review, { queries }) => queries.length > 0,
});
