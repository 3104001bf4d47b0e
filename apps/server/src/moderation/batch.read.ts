import { providerId, type Batch, type BatchId, type CohortId, type ProviderId, type State } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import { providersAs, type Session } from '../session/session.ts';

/** The provider of a cohort that the session moderates for. Throws notFound. */
export async function cohortOfModerator(
  db: Database | Writing,
  session: Session,
  cohort: CohortId,
): Promise<ProviderId> {
  const row = await db.selectFrom('cohort').select('provider').where('cohort', '=', cohort).executeTakeFirst();
  if (row === undefined || !providersAs(session, 'moderator').includes(row.provider)) throw notFound('cohort');
  return providerId(row.provider);
}

/**
 * The row of a batch of a provider that the session moderates for. Whoever marked in it, or is assessed in it, has no
 * batch there: they do not moderate it, and a marker is to know of no other's marks. Throws notFound.
 */
export async function readableBatch(db: Database | Writing, session: Session, batch: BatchId) {
  const row = await batchRow(db, batch);
  if (row === undefined || !providersAs(session, 'moderator').includes(row.provider)) throw notFound('batch');
  const stands = await involvedIn(db, { of: batch }, [session.person.id]);
  if (stands.some(({ role }) => role === 'candidate' || role === 'assessor')) throw notFound('batch');
  return row;
}

/** The row of a batch with its cohort's title; undefined where there is none. */
export function batchRow(db: Database | Writing, batch: BatchId) {
  return db
    .selectFrom('batch')
    .innerJoin('cohort', 'cohort.cohort', 'batch.cohort')
    .selectAll('batch')
    .select('cohort.title as cohort_title')
    .where('batch', '=', batch)
    .executeTakeFirst();
}

/** A batch as the engine knows it. */
export async function batchState(db: Database | Writing, batch: string): Promise<State<Batch>> {
  const stream = await db
    .selectFrom('stream')
    .select(['status', 'context'])
    .where('id', '=', batch)
    .executeTakeFirstOrThrow();
  const context: Batch = JSON.parse(stream.context);
  return { status: stream.status, context };
}
