/** Read model of submissions, kept by `submission.projection.ts`; `stage` is moved on by the later stages' projections. */
export interface SubmissionTables {
  submission: {
    submission: string;
    candidate: string;
    provider: string;
    cohort: string;
    route: string;
    attempt: number;
    /** `first`, `resit` or `retake`. */
    kind: string;
    due_on: string;
    status: string;
    stage: string;
    version: number;
    manifest: string | null;
    returned_reason: string | null;
    returned_at: string | null;
    /** Whether it was ever handed in past its due. */
    late: number;
    action_plan: string | null;
    /** 1 for the newest attempt of a candidate in a cohort, which lists and totals are about; 0 for those before. */
    current: number;
    /** The candidate's name as it is sorted and searched by; see `nameKey`. */
    name_key: string;
    /** Evidence items that were not removed. */
    items: number;
    /** Statements with at least one claim. */
    claimed: number;
    /** The first marker's review, once there is one, and the standards that it has scored. */
    review: string | null;
    judged: number;
  };
  /** When a submission reached a stage, last time. */
  milestone: { submission: string; stage: string; at: string };
  /** How many candidates of a cohort are in a stage, and how many of their standards are scored, the newest attempt of each counted. */
  cohort_total: { cohort: string; stage: string; candidates: number; judged: number };
}
