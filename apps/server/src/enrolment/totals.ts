import type { Database } from '../database.ts';
import { stages, type Stage } from '../submission/stage.ts';

/** Where the candidates of a cohort are, and how many of their standards are scored. */
export interface Totals {
  readonly candidates: number;
  readonly stages: Readonly<Record<Stage, number>>;
  /** Standards judged so far, of candidates times judged standards. */
  readonly decisions: { readonly made: number; readonly of: number };
}

/** The totals of each of these cohorts; one in which nobody is enrolled has none. `standards`: judged of each candidate. */
export async function totalsOf(
  db: Database,
  cohorts: readonly string[],
  standards: number,
): Promise<ReadonlyMap<string, Totals>> {
  if (cohorts.length === 0) return new Map();
  const rows = await db.selectFrom('cohort_total').selectAll().where('cohort', 'in', cohorts).execute();
  return new Map(
    [...Map.groupBy(rows, ({ cohort }) => cohort)].map(([cohort, counted]) => [cohort, totals(counted, standards)]),
  );
}

/** Sums rows of stages; none are the totals of an empty cohort. */
export function totals(
  rows: readonly { readonly stage: string; readonly candidates: number; readonly judged: number }[],
  standards: number,
): Totals {
  const candidates = rows.reduce((sum, row) => sum + row.candidates, 0);
  const made = rows.reduce((sum, row) => sum + row.judged, 0);
  return { candidates, stages: perStage(rows), decisions: { made, of: candidates * standards } };
}

function perStage(rows: readonly { readonly stage: string; readonly candidates: number }[]): Record<Stage, number> {
  const counts: Record<Stage, number> = {
    gathering: 0,
    submitted: 0,
    allocation: 0,
    marking: 0,
    sealed: 0,
    moderation: 0,
    signedOff: 0,
    released: 0,
    withdrawn: 0,
    notSubmitted: 0,
    excused: 0,
    voided: 0,
  };
  for (const { stage, candidates } of rows) {
    const known = stages.find((name) => name === stage);
    if (known !== undefined) counts[known] = candidates;
  }
  return counts;
}
