import type { MarkingReviewId, State } from '../kernel/index.ts';
import type { AppealUpheld, PanelUpheldAppeal } from './appeal.facts.ts';
import type { Award } from './award.facts.ts';
import type { RequestReview } from './marking-review.commands.ts';
import { opensMarkingReview } from './marking-review.opens.ts';

/**
 * An upheld appeal that corrects nothing itself orders a new review of the award as it stands, by nobody who decided on
 * it before; null where it corrected it.
 */
export function reopensReview(
  upheld: AppealUpheld | PanelUpheldAppeal,
  award: State<Award>,
  review: MarkingReviewId,
): RequestReview | null {
  if (upheld.changes.length > 0) return null;
  const { appeal, reason, decidedBefore, by, at } = upheld;
  return {
    ...opensMarkingReview(award, {
      review,
      kind: 'marking',
      consent: true,
      says: reason,
      earlier: [],
      by: { ...by, role: 'system' },
      at,
    }),
    moderators: decidedBefore,
    appeal,
  };
}
