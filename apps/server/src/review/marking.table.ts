/** Read models of markings, kept by `marking.projection.ts`. */
export interface MarkingTables {
  marking: {
    marking: string;
    submission: string;
    candidate: string;
    provider: string;
    cohort: string;
    attempt: number;
    status: string;
    version: number;
    round: number;
    /** The number of this marking among its cohort's, in the order in which they were opened, from 1. */
    nth: number;
    /** By when the two markers confer. */
    due_at: string | null;
  };
  /** Whose marks are in, and from which review. */
  mark: { marking: string; marker: string; review: string; assessor: string };
  /** Where a marker stands in a conference, and why: with a score on a standard, or met (1) or not (0) on a gate. */
  conference: {
    marking: string;
    round: number;
    place: string;
    marker: string;
    score: number | null;
    met: number | null;
    reason: string;
    at: string;
  };
}
