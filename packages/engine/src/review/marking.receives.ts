import type { ReceiveMarks } from './marking.commands.ts';
import type { ReviewSealed } from './review.facts.ts';

/** A sealed review brings its marks into the marking, with the figures that R11 looks at. */
export function receivesMarks(
  sealed: ReviewSealed,
  figures: Pick<ReceiveMarks, 'portfoliosBefore' | 'nth' | 'everyKth'>,
): ReceiveMarks {
  const { submission, marker, review, assessor, round, scores, gates, allowances, by, at } = sealed;
  return {
    type: 'ReceiveMarks',
    submission,
    marker,
    review,
    assessor,
    round,
    scores,
    gates,
    allowances,
    ...figures,
    by: { ...by, role: 'system' },
    at,
  };
}
