/** Read model of cases, kept by `malpractice.projection.ts`. */
export interface MalpracticeTables {
  malpractice: {
    malpractice: string;
    submission: string;
    candidate: string;
    provider: string;
    status: string;
    version: number;
    reported_at: string;
    /** What is alleged. */
    says: string;
    /** When the investigation was opened: from then on the candidate knows. */
    investigated_at: string | null;
    /** By when the candidate is to answer. */
    due_at: string | null;
    answer: string | null;
    decided_at: string | null;
    penalty: string | null;
    /** JSON: the evidence that was voided, and the standards that rested on it alone. */
    voided: string | null;
    /** Why it was dismissed or decided so. */
    reason: string | null;
  };
}
