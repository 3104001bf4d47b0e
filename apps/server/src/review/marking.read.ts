import { marking as workflow, type Marking, type MarkingId, type State } from '@assay/engine';
import type { Database } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { readsFromOutside, readsSampled } from './readers.ts';
import type { Session } from '../session/session.ts';

type Reads = 'assessor' | 'moderator' | 'externalModerator';

/**
 * Who may read a marking: its two markers, and the third, once none of their marks are waited for any more; a moderator
 * of the provider once the portfolio is in a drawn sample, and an external moderator once it is in theirs. Anybody else
 * is told that there is none.
 */
export async function readableMarking(
  db: Database,
  session: Session,
  id: MarkingId,
): Promise<{ state: State<Marking>; version: number; as: Reads }> {
  const row = await db
    .selectFrom('stream')
    .select(['version', 'status', 'context'])
    .where('id', '=', id)
    .where('workflow', '=', workflow.name)
    .executeTakeFirst();
  if (row === undefined) throw notFound(workflow.name);
  const context: Marking = JSON.parse(row.context);
  const read = { state: { status: row.status, context }, version: row.version };
  if (isMarker(context, session)) return { ...read, as: 'assessor' };
  if (await readsSampled(db, session, context)) return { ...read, as: 'moderator' };
  if (await readsFromOutside(db, session, context)) return { ...read, as: 'externalModerator' };
  throw notFound(workflow.name);
}

/** Blind until both are in: while a mark of one of the two is waited for, none of them is told of the other. */
function isMarker({ marks, awaited }: Marking, { person, actors }: Session): boolean {
  return (
    marks.length > 1 &&
    awaited.every((marker) => marker === 'third') &&
    marks.some(({ assessor }) => assessor === person.id) &&
    actors.some(({ role }) => role === 'assessor')
  );
}
