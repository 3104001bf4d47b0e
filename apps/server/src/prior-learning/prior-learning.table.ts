/** Read models of claims of prior learning, kept by `prior-learning.projection.ts`. */
export interface PriorLearningTables {
  prior_learning: {
    claim: string;
    submission: string;
    candidate: string;
    provider: string;
    assessor: string | null;
    status: string;
    version: number;
    /** How many are claimed, and how many of them the assessor has judged. */
    standards: number;
    judged: number;
    claimed_at: string;
    /** By when the assessor judges. */
    due_at: string | null;
    decided_at: string | null;
  };
  /** `place`: where the candidate named it; `evidence`: a JSON list of items; `met`: 1, 0, or null while it is not judged. */
  prior_learning_standard: {
    claim: string;
    standard: string;
    place: number;
    account: string;
    evidence: string;
    met: number | null;
    reason: string | null;
  };
}
