/** Read model of reviews of marking, kept by `marking-review.projection.ts`. */
export interface MarkingReviewTables {
  marking_review: {
    marking_review: string;
    award: string;
    submission: string;
    candidate: string;
    provider: string;
    kind: string;
    /** The upheld appeal that ordered it; null where the candidate asked for it. */
    appeal: string | null;
    status: string;
    version: number;
    /** What is to be looked at again. */
    says: string;
    reviewer: string | null;
    requested_at: string;
    due_at: string | null;
    decided_at: string | null;
    reason: string | null;
    /** JSON: the corrections, none where the marking stands; null until it is decided. */
    changes: string | null;
    /** Until when the candidate can appeal. */
    appeal_by: string | null;
  };
}
