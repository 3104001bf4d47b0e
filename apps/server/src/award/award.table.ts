/** Read models of awards, kept by `award.projection.ts`. */
export interface AwardTables {
  award: {
    award: string;
    submission: string;
    candidate: string;
    provider: string;
    cohort: string;
    batch: string;
    attempt: number;
    status: string;
    version: number;
    /** What its scores of record amount to, corrections included. */
    outcome: string;
    released_at: string | null;
    voided_at: string | null;
    voided_reason: string | null;
    /** When it entered the provider's register: released, or disallowed before that; null until then. */
    registered_at: string | null;
  };
  /** What was put right after a review, an appeal or a case of malpractice; `changes` is a JSON list of corrections. */
  award_correction: {
    award: string;
    version: number;
    /** The record that ordered it. */
    ordered_by: string;
    at: string;
    reason: string;
    changes: string;
  };
}
