import { review, type PersonId, type ReviewId } from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import type { Unit } from '../record/unit.ts';

/** Allocates a review to a person; the engine is told whether they are appointed, and where else they stand on the portfolio. */
export async function allocateAssessor(unit: Unit, id: ReviewId, seen: number, assessor: PersonId) {
  const tables = await unit.tables();
  const row = await tables
    .selectFrom('review')
    .select(['provider', 'submission', 'cohort'])
    .where('review', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound(review.name);
  const appointment = await tables
    .selectFrom('appointment')
    .select('person')
    .where('provider', '=', row.provider)
    .where('person', '=', assessor)
    .where('role', '=', 'assessor')
    .executeTakeFirst();
  // A batch that is planned holds none of the cohort's portfolios yet, and stands for the cohort whole.
  const involved = await involvedIn(tables, { are: [row.submission, row.cohort] }, [assessor]);
  return unit.change(review, id, seen, (by, at) => ({
    type: 'AllocateAssessor',
    assessor,
    appointed: appointment !== undefined,
    involved,
    by,
    at,
  }));
}
