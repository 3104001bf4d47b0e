import type { MarkingReopened } from './marking.facts.ts';
import type { ReopenReview } from './review.commands.ts';

/** A marking that a moderator reopened sends each of its reviews back to its marker, as a new round. */
export function returnsReview({ queries, by, at }: MarkingReopened): ReopenReview {
  return { type: 'ReopenReview', queries, by: { ...by, role: 'system' }, at };
}
