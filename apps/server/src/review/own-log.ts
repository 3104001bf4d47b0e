import type { Database, Writing } from '../database.ts';

/**
 * The version from which a review's log is shown to the assessor who has it: for a second or third marker their
 * allocation. What was before it says when and by what another marker's work was over, and they are to be blind to it.
 */
export async function ownLogFrom(db: Database | Writing, review: string, person: string): Promise<number> {
  const row = await db
    .selectFrom('review')
    .innerJoin('fact', 'fact.stream', 'review.review')
    .select(({ fn }) => fn.max('fact.version').as('version'))
    .where('review.review', '=', review)
    .where('review.assessor', '=', person)
    .where('review.marker', '!=', 'first')
    .where('fact.type', '=', 'AssessorAllocated')
    .executeTakeFirst();
  return row?.version ?? 1;
}
