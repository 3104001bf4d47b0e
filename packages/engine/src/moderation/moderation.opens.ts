import type { Agreed } from '../review/index.ts';
import { candidatureOf } from './candidature.ts';
import type { ReceiveReview } from './moderation.commands.ts';

/** What was queried, or marked again, and is agreed on once more goes back into its batch. */
export function receivesReview(agreed: Agreed): ReceiveReview {
  return {
    type: 'ReceiveReview',
    candidature: candidatureOf(agreed),
    by: { ...agreed.by, role: 'system' },
    at: agreed.at,
  };
}
