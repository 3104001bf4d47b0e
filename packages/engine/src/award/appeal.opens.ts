import type { State } from '../kernel/index.ts';
import type { LodgeAppeal } from './appeal.commands.ts';
import type { MarkingReview } from './marking-review.facts.ts';
import { reviewedResult } from './reviewed-result.ts';

/** What the candidate says of their appeal, and whether they appealed against this review before. */
export type AppealMade = Pick<LodgeAppeal, 'appeal' | 'grounds' | 'says' | 'appealed' | 'by' | 'at'>;

/** A candidate appeals against a review as it stands; whether they may is for the rules to say. */
export function opensAppeal({ context }: State<MarkingReview>, made: AppealMade): LodgeAppeal {
  const { appeal, grounds, says, appealed, by, at } = made;
  const { review, kind, reviewer, moderators, decidedAt, appeal: orderedBy } = context;
  return {
    type: 'LodgeAppeal',
    ...reviewedResult(context),
    moderators: [...moderators, ...(reviewer === null ? [] : [reviewer])],
    review,
    kind,
    decidedAt,
    ordered: orderedBy !== null,
    appeal,
    grounds,
    says,
    appealed,
    by,
    at,
  };
}
