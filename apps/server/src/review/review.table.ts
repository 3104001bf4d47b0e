/** Read models of reviews, kept by `review.projection.ts`. Judgements are rows, so that a state stays small. */
export interface ReviewTables {
  review: {
    review: string;
    submission: string;
    candidate: string;
    provider: string;
    cohort: string;
    /** `first`, `second` or `third`. */
    marker: string;
    /** 0 once the submission is to be marked anew by others. */
    current: number;
    assessor: string | null;
    status: string;
    version: number;
    attempt: number;
    round: number;
    opened_at: string;
    allocated_at: string | null;
    /** By when the assessor is to begin, or to seal. */
    due_at: string | null;
    sealed_at: string | null;
    judged: number;
    /** Standards that the review was opened for. */
    asked: number;
  };
  judgement: { review: string; standard: string; score: number; reason: string; evidence: string; at: string };
  confirmation: {
    review: string;
    standard: string;
    source: string;
    valid: number;
    authentic: number;
    current: number;
    sufficient: number;
  };
  gate: { review: string; component: string; met: number; reason: string };
  occasion: { review: string; kind: string; held_on: string; minutes: number | null; account: string };
  coverage: { review: string; statement: string; state: string; reason: string | null };
  query: { review: string; round: number; standard: string; says: string };
}
