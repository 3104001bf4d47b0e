/** Read models of appeals, kept by `appeal.projection.ts`. */
export interface AppealTables {
  appeal: {
    appeal: string;
    /** The review of marking whose decision is appealed against. */
    marking_review: string;
    award: string;
    submission: string;
    candidate: string;
    provider: string;
    grounds: string;
    status: string;
    version: number;
    says: string;
    officer: string | null;
    lodged_at: string;
    due_at: string | null;
    officer_reason: string | null;
    /** What the candidate said to the panel. */
    escalation: string | null;
    panel_reason: string | null;
    /** JSON: what an upheld appeal put right itself; null where it was not upheld. */
    changes: string | null;
  };
  /** Who sits on the panel; `connected` is 1 for whoever has to do with the provider or the case. */
  appeal_panel: { appeal: string; person: string; connected: number };
}
