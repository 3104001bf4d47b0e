import type { ReviewSealed } from '../review/index.ts';
import { candidatureOf } from './candidature.ts';
import type { ReceiveReview } from './moderation.commands.ts';

/** A review sealed again after a query goes back into the batch that queried it. */
export function receivesReview(sealed: ReviewSealed): ReceiveReview {
  return {
    type: 'ReceiveReview',
    candidature: candidatureOf(sealed),
    by: { ...sealed.by, role: 'system' },
    at: sealed.at,
  };
}
