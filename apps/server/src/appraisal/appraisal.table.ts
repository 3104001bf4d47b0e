/**
 * Read model of appraisals, kept by `appraisal.projection.ts`: who with whom and where it stands. What is rated and
 * agreed is in no table: it is read from the facts, by those who may see it (`known.ts`).
 */
export interface AppraisalTables {
  appraisal: {
    appraisal: string;
    practitioner: string;
    reviewer: string;
    provider: string;
    framework: string;
    from_day: string;
    until_day: string;
    /** The appraisal whose year was carried forward into this one. */
    carried_from: string | null;
    status: string;
    due_at: string | null;
    opened_at: string;
  };
}
