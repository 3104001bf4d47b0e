import { personId, review, type AllocateAssessor, type Marking, type PersonId, type ReviewId } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { isAppointed } from '../enrolment/appointed.ts';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import type { Unit } from '../record/unit.ts';

/**
 * Allocates a review to a person; the engine is told whether they are appointed, where else they stand on the
 * portfolio, and who marks it or marked it already.
 */
export async function allocateAssessor(unit: Unit, id: ReviewId, seen: number, assessor: PersonId) {
  const tables = await unit.tables();
  const row = await tables
    .selectFrom('review')
    .select(['provider', 'submission', 'cohort'])
    .where('review', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound(review.name);
  const appointed = await isAppointed(tables, assessor, 'assessor', row.provider);
  const stands = await standingOn(tables, { ...row, review: id }, [assessor]);
  return unit.change(review, id, seen, (by, at) => ({
    type: 'AllocateAssessor',
    assessor,
    appointed,
    ...stands,
    by,
    at,
  }));
}

/** What the engine asks about people whom a review may be allocated to: where else they stand, and who marks already. */
export async function standingOn(
  db: Database | Writing,
  { review: id, submission, cohort }: { readonly review: string; readonly submission: string; readonly cohort: string },
  people: readonly string[],
): Promise<Pick<AllocateAssessor, 'markers' | 'involved'>> {
  // A batch that is planned holds none of the cohort's portfolios yet, and stands for the cohort whole.
  const involved = await involvedIn(db, { are: [submission, cohort] }, people);
  return { involved, markers: await markersOf(db, submission, id) };
}

/** Who has, or sealed, another review of a submission, and whom a re-marking leaves out. */
async function markersOf(tables: Database | Writing, submission: string, besides: string): Promise<PersonId[]> {
  const reviews = await tables
    .selectFrom('review')
    .select('assessor')
    .where('submission', '=', submission)
    .where('review', '!=', besides)
    .execute();
  const marked = await tables
    .selectFrom('marking')
    .innerJoin('stream', 'stream.id', 'marking.marking')
    .select('stream.context')
    .where('marking.submission', '=', submission)
    .executeTakeFirstOrThrow();
  const { excluded }: Marking = JSON.parse(marked.context);
  return [...reviews.flatMap(({ assessor }) => (assessor === null ? [] : [personId(assessor)])), ...excluded];
}
