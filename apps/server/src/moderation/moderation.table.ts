/** Read models of batches, kept by `moderation.projection.ts` and `standing.projection.ts`. */
export interface ModerationTables {
  /**
   * How an assessor does for a provider: `red`, `amber` or `green`, and how many of their portfolios were moderated.
   * Towards the next rating: how many were confirmed in a row, and of the seeded items how many were marked right.
   */
  standing: {
    standing: string;
    assessor: string;
    provider: string;
    light: string;
    moderated: number;
    in_row: number;
    seeded: number;
    seeded_right: number;
  };
  batch: {
    batch: string;
    cohort: string;
    provider: string;
    title: string;
    seed: string;
    /** Every so manieth portfolio of the cohort is marked twice; null: none by plan. */
    every_kth: number | null;
    status: string;
    version: number;
    planned_at: string;
    /** By when the external moderator reports. */
    due_at: string | null;
    /** What the external moderator wrote with the latest approval or refusal of the release. */
    report: string | null;
    signed_by: string | null;
    signed_at: string | null;
    signed_statement: string | null;
    signed_digest: string | null;
  };
  /**
   * The portfolios of a drawn batch; `reasons` is a JSON list where the portfolio is in the sample, null otherwise.
   * `found`: `upheld`, `queried` or `remarking` (away), null where nothing is decided.
   */
  batch_portfolio: { batch: string; submission: string; review: string; reasons: string | null; found: string | null };
  /** What an external moderator drew, in drawn order, and what they said of it; `agrees` is null where they have not yet. */
  external_portfolio: {
    batch: string;
    submission: string;
    place: number;
    reasons: string;
    agrees: number | null;
    says: string | null;
  };
}
