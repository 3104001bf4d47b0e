import {
  deadlineOf,
  type AnyFact,
  type AppealId,
  type Deadline,
  type FactBook,
  type Instant,
  type MarkingReviewId,
  type PersonId,
  type Rulebook,
} from '../kernel/index.ts';
import { correctionsOf, withCorrections, type Correction } from './correction.ts';
import type { AllocateReviewer, DecideReview, MarkingReviewCommand, ReviewKind } from './marking-review.commands.ts';
import type { ReviewedResult } from './reviewed-result.ts';

/** A released result looked at again: of what kind and by whom, and its marks; once decided, with the corrections. */
export interface MarkingReview extends ReviewedResult {
  readonly review: MarkingReviewId;
  readonly kind: ReviewKind;
  readonly appeal: AppealId | null;
  readonly reviewer: PersonId | null;
  readonly decidedAt: Instant | null;
  readonly due: Deadline | null;
}

export interface ReviewRequested extends AnyFact, Omit<MarkingReview, 'reviewer' | 'decidedAt'> {
  readonly type: 'ReviewRequested';
  readonly consent: boolean;
  readonly says: string;
}

export interface ReviewerAllocated extends AnyFact {
  readonly type: 'ReviewerAllocated';
  readonly reviewer: PersonId;
}

interface Decided
  extends AnyFact, Pick<MarkingReview, 'review' | 'kind' | 'award' | 'submission' | 'candidate' | 'provider'> {
  /** None: the scores stand. */
  readonly changes: readonly Correction[];
  readonly reason: string;
  /** Until when the candidate can appeal; null after a clerical check or an ordered review, and where the scheme has no such clock. */
  readonly appealBy: Deadline | null;
}

/** A marking error was found, and the scores that it touched are put right. */
export interface MarkingErrorFound extends Decided {
  readonly type: 'MarkingErrorFound';
}

/** No marking error was found: the scores stand. */
export interface NoMarkingErrorFound extends Decided {
  readonly type: 'NoMarkingErrorFound';
}

export type MarkingReviewFact = ReviewRequested | ReviewerAllocated | MarkingErrorFound | NoMarkingErrorFound;

const decided = {
  tell: (found: MarkingReview, { changes, reason, at }: DecideReview, book: Rulebook) => {
    const { review, kind, appeal, award, submission, candidate, provider } = found;
    return {
      review,
      kind,
      award,
      submission,
      candidate,
      provider,
      changes: correctionsOf(changes, found),
      reason: reason.trim(),
      appealBy: kind === 'marking' && appeal === null ? deadlineOf('appeal', at, book) : null,
    };
  },
  change: (review: MarkingReview, { changes, at }: Decided): MarkingReview => ({
    ...review,
    ...withCorrections(review, changes),
    decidedAt: at,
    due: null,
  }),
};

export const markingReviewFacts: FactBook<
  MarkingReview,
  MarkingReviewCommand,
  Exclude<MarkingReviewFact, ReviewRequested>
> = {
  ReviewerAllocated: {
    tell: (_review, { reviewer }: AllocateReviewer) => ({ reviewer }),
    change: (review, { reviewer }) => ({ ...review, reviewer }),
  },
  MarkingErrorFound: decided,
  NoMarkingErrorFound: decided,
};
