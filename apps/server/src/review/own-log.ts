import type { ReviewId } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import type { LogFilter } from '../record/log.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { readableReview } from './review.read.ts';

/**
 * What of a review's log whoever may read the review may read. To its assessor, what the product did is the product's:
 * whoever's command it followed from may be another marker. Throws notFound.
 */
export async function reviewLog(world: World, session: Session, review: ReviewId): Promise<LogFilter> {
  const { as } = await readableReview(world, session, review);
  const from = await ownLogFrom(world.db, review, session.person.id);
  return (lines) =>
    lines
      .filter(({ version }) => version >= from)
      .map((line) => (as === 'assessor' && line.role === 'system' ? { ...line, person: product } : line));
}

/** In place of a person whom a marker is not to know of. */
export const product = 'product';

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
