import { cohort, type CohortId, type PersonId, type SubmissionId } from '@assay/engine';
import { involvedIn } from '../record/involvement.ts';
import type { Unit } from '../record/unit.ts';

/** Enrols a person; the engine is told in which roles they stand in the cohort already. */
export async function enrolCandidate(
  unit: Unit,
  id: CohortId,
  seen: number,
  enrolled: { readonly candidate: PersonId; readonly submission: SubmissionId; readonly route: string },
) {
  const tables = await unit.tables();
  const people = [enrolled.candidate];
  const involved = [
    ...(await involvedIn(tables, { of: id }, people)),
    // A batch that is planned holds none of the cohort's portfolios yet, and stands for the cohort whole.
    ...(await involvedIn(tables, { are: [id] }, people)),
  ];
  return unit.change(cohort, id, seen, (by, at) => ({ type: 'EnrolCandidate', ...enrolled, involved, by, at }));
}
