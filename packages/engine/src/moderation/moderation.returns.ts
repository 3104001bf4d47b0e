import type { ReopenReview } from '../review/index.ts';
import type { ReviewQueried } from './moderation.facts.ts';

/** A moderator's queries send the review back to its assessor as a new round. */
export function returnsReview({ queries, by, at }: ReviewQueried): ReopenReview {
  return { type: 'ReopenReview', queries, by: { ...by, role: 'system' }, at };
}
