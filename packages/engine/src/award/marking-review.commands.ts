import type { AnyCommand, AppealId, Instant, MarkingReviewId, Permission, PersonId } from '../kernel/index.ts';
import { may } from '../kernel/index.ts';
import type { Change } from './correction.ts';
import type { ReviewedResult } from './reviewed-result.ts';

/** A clerical check looks for slips of transcription alone; a review of marking takes one in. */
export type ReviewKind = 'clerical' | 'marking';

/** A review of this award that was asked for before. */
export interface EarlierReview {
  readonly kind: ReviewKind;
  readonly decided: boolean;
}

export interface RequestReview extends AnyCommand, ReviewedResult {
  readonly type: 'RequestReview';
  readonly review: MarkingReviewId;
  readonly kind: ReviewKind;
  /** That scores may go down as well as up. */
  readonly consent: boolean;
  readonly says: string;
  /** Null where the award is not released, or is void. */
  readonly releasedAt: Instant | null;
  readonly earlier: readonly EarlierReview[];
  /** The upheld appeal that ordered this review; null where the candidate asks for it. */
  readonly appeal: AppealId | null;
}

export interface AllocateReviewer extends AnyCommand {
  readonly type: 'AllocateReviewer';
  readonly reviewer: PersonId;
  /** Whether the provider has appointed this person as a moderator. */
  readonly appointed: boolean;
}

export interface DecideReview extends AnyCommand {
  readonly type: 'DecideReview';
  /** None: the marking stands. */
  readonly changes: readonly Change[];
  readonly reason: string;
}

export type MarkingReviewCommand = RequestReview | AllocateReviewer | DecideReview;

export const markingReviewPermissions = {
  RequestReview: [may('candidate', 'own'), may('system', 'anyone')],
  AllocateReviewer: [may('provider', 'sameProvider'), may('administrator', 'anyone')],
  DecideReview: [may('moderator', 'allocated')],
} as const satisfies Record<MarkingReviewCommand['type'], readonly Permission[]>;
