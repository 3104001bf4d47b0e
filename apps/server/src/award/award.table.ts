/** Read model of awards, kept by `award.projection.ts`. */
export interface AwardTables {
  award: {
    award: string;
    submission: string;
    candidate: string;
    provider: string;
    batch: string;
    status: string;
    version: number;
    outcome: string;
    released_at: string | null;
    voided_at: string | null;
    voided_reason: string | null;
  };
}
