/** Read models of batches, kept by `moderation.projection.ts`. */
export interface ModerationTables {
  /** How an assessor does for a provider: `red`, `amber` or `green`, and how many of their portfolios were moderated. */
  standing: { standing: string; assessor: string; provider: string; light: string; moderated: number };
  batch: {
    batch: string;
    cohort: string;
    provider: string;
    title: string;
    seed: string;
    status: string;
    version: number;
    planned_at: string;
    signed_by: string | null;
    signed_at: string | null;
    signed_statement: string | null;
    signed_digest: string | null;
  };
  /** The portfolios of a drawn batch; `reasons` is a JSON list where the portfolio is in the sample, null otherwise. */
  batch_portfolio: { batch: string; submission: string; review: string; reasons: string | null; found: string | null };
}
