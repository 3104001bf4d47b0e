import type { Review, ReviewId, State } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { looksAgainAt } from '../marking-review/looks-again.ts';
import { notFound } from '../record/errors.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { readsFromOutside, readsSampled } from './readers.ts';

/**
 * Who may read a review: the assessor to whom it is allocated; a moderator of the provider once the portfolio is in a
 * drawn sample, an external moderator once it is in theirs, neither with a part of their own in it; and whoever was given
 * the released result to look at again. Anybody else is told that there is none.
 */
export async function readableReview({ db }: Pick<World, 'db'>, session: Session, review: ReviewId) {
  const row = await db
    .selectFrom('review')
    .innerJoin('cohort', 'cohort.cohort', 'review.cohort')
    .selectAll('review')
    .select('cohort.title as cohort_title')
    .where('review', '=', review)
    .executeTakeFirst();
  if (row === undefined) throw notFound('review');
  if (row.assessor === session.person.id && session.actors.some(({ role }) => role === 'assessor'))
    return { row, as: 'assessor' as const };
  if (await readsSampled(db, session, row)) return { row, as: 'moderator' as const };
  if (await readsFromOutside(db, session, row)) return { row, as: 'externalModerator' as const };
  if (row.status === 'sealed' && (await looksAgainAt(db, session.person.id, row.submission)))
    return { row, as: 'moderator' as const };
  throw notFound('review');
}

/** A review as the engine knows it. */
export async function reviewState(db: Database | Writing, review: string): Promise<State<Review>> {
  const stream = await db
    .selectFrom('stream')
    .select(['status', 'context'])
    .where('id', '=', review)
    .executeTakeFirstOrThrow();
  const context: Review = JSON.parse(stream.context);
  return { status: stream.status, context };
}
