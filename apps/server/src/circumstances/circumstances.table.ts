/** Read model of claims of circumstances, kept by `circumstances.projection.ts`. */
export interface CircumstancesTables {
  circumstances: {
    circumstances: string;
    submission: string;
    candidate: string;
    provider: string;
    /** `time` or `attempt`. */
    asks: string;
    /** What happened: read by the candidate and by whoever decides, and by nobody else. */
    says: string;
    status: string;
    version: number;
    claimed_at: string;
    /** By when the provider decides. */
    due_at: string | null;
    remedy: string | null;
    working_days: number | null;
    /** Why it was decided so: as private as what happened. */
    reason: string | null;
    decided_by: string | null;
    decided_at: string | null;
  };
}
