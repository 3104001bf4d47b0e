/** Read model of submissions, kept by `submission.projection.ts`; `stage` is moved on by the later stages' projections. */
export interface SubmissionTables {
  submission: {
    submission: string;
    candidate: string;
    provider: string;
    cohort: string;
    route: string;
    attempt: number;
    due_on: string;
    status: string;
    stage: string;
    version: number;
    manifest: string | null;
    returned_reason: string | null;
    returned_at: string | null;
  };
  /** When a submission reached a stage, last time. */
  milestone: { submission: string; stage: string; at: string };
}
