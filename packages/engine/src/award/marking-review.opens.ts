import type { State } from '../kernel/index.ts';
import type { Award } from './award.facts.ts';
import type { RequestReview } from './marking-review.commands.ts';
import { reviewedResult } from './reviewed-result.ts';

/** What the candidate says of the review they ask for, and which reviews of the award there were. */
export type ReviewAsked = Pick<RequestReview, 'review' | 'kind' | 'consent' | 'says' | 'earlier' | 'by' | 'at'>;

/** A candidate asks for a review of an award as it stands; whether they may is for the rules to say. */
export function opensMarkingReview(award: State<Award>, asked: ReviewAsked): RequestReview {
  const { review, kind, consent, says, earlier, by, at } = asked;
  return {
    type: 'RequestReview',
    ...reviewedResult(award.context),
    releasedAt: award.status === 'voided' ? null : award.context.releasedAt,
    review,
    kind,
    consent,
    says,
    earlier,
    appeal: null,
    by,
    at,
  };
}
