import type { Database } from '../database.ts';
import { isInExternalSample } from '../moderation/external.read.ts';
import { providersAs, type Session } from '../session/session.ts';

interface Portfolio {
  readonly submission: string;
  readonly provider: string;
  readonly candidate: string;
}

/**
 * Whether the session moderates for the provider of a portfolio that is in a drawn sample, and has no part in it:
 * whoever is assessed, or marks or marked it, does not read it as a moderator.
 */
export async function readsSampled(
  db: Database,
  session: Session,
  { submission, provider, candidate }: Portfolio,
): Promise<boolean> {
  const { id } = session.person;
  if (!providersAs(session, 'moderator').includes(provider) || candidate === id) return false;
  const sampled = await db
    .selectFrom('batch_portfolio')
    .select('batch')
    .where('submission', '=', submission)
    .where('reasons', 'is not', null)
    .executeTakeFirst();
  return sampled !== undefined && !(await isMarkerOf(db, id, submission));
}

/** Whether the portfolio is in an external sample that the session may look at. */
export async function readsFromOutside(
  db: Database,
  session: Session,
  { submission, candidate }: Portfolio,
): Promise<boolean> {
  return candidate !== session.person.id && isInExternalSample(db, session, submission);
}

async function isMarkerOf(db: Database, person: string, submission: string): Promise<boolean> {
  const row = await db
    .selectFrom('review')
    .select('review')
    .where('submission', '=', submission)
    .where('assessor', '=', person)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of these submissions, those that a person is marking and has not sealed: they learn nothing of others' reviews of them. */
export async function marksUnsealed(
  db: Database,
  person: string,
  submissions: readonly string[],
): Promise<ReadonlySet<string>> {
  if (submissions.length === 0) return new Set();
  const rows = await db
    .selectFrom('review')
    .select('submission')
    .where('assessor', '=', person)
    .where('submission', 'in', [...submissions])
    .where('status', 'in', ['allocated', 'marking'])
    .execute();
  return new Set(rows.map(({ submission }) => submission));
}
