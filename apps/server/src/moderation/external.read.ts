import type { BatchId } from '@assay/engine';
import type { Database } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import { providersAs, type Session } from '../session/session.ts';
import { batchRow } from './batch.read.ts';

/** The states in which an external moderator has, or had, something to do with a batch. */
export const outside = ['confirmed', 'externalSampling', 'withheld', 'ready', 'signedOff'] as const;

/**
 * The row of a batch that the session may look at from outside: of a provider that it is appointed to as an external
 * moderator now, come so far, and without a part of its own in it. Throws notFound.
 */
export async function externalBatch(db: Database, session: Session, batch: BatchId) {
  const row = await batchRow(db, batch);
  if (
    row === undefined ||
    !providersAs(session, 'externalModerator').includes(row.provider) ||
    !outside.some((status) => status === row.status)
  )
    throw notFound('batch');
  if (row.status !== 'confirmed' && !(await hasSample(db, batch))) throw notFound('batch');
  const stands = await involvedIn(db, { of: batch }, [session.person.id]);
  if (stands.some(({ role }) => role !== 'externalModerator' && role !== 'provider')) throw notFound('batch');
  return row;
}

/** Whether somebody drew an external sample of a batch: one that went on by a direct claim has none. */
async function hasSample(db: Database, batch: BatchId): Promise<boolean> {
  const row = await db
    .selectFrom('external_portfolio')
    .select('submission')
    .where('batch', '=', batch)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether a portfolio is in an external sample of a batch that the session may look at. */
export async function isInExternalSample(db: Database, session: Session, submission: string): Promise<boolean> {
  const providers = providersAs(session, 'externalModerator');
  if (providers.length === 0) return false;
  const row = await db
    .selectFrom('external_portfolio')
    .innerJoin('batch', 'batch.batch', 'external_portfolio.batch')
    .select('batch.batch')
    .where('external_portfolio.submission', '=', submission)
    .where('batch.provider', 'in', providers)
    .executeTakeFirst();
  if (row === undefined) return false;
  const stands = await involvedIn(db, { are: [submission] }, [session.person.id]);
  return stands.every(({ role }) => role === 'externalModerator' || role === 'provider');
}
