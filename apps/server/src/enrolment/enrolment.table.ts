/** Read models of providers and cohorts, kept by `enrolment.projection.ts` and rebuildable from the facts. */
export interface EnrolmentTables {
  provider: { provider: string; name: string };
  /** Who holds which role for which provider; a candidate's row comes from an enrolment. `until`: the last day, if it has one. */
  appointment: { person: string; role: string; provider: string; until: string | null };
  cohort: { cohort: string; provider: string; title: string; opens_on: string; due_on: string; status: string };
}
