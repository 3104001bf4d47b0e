import { deadlineOf, instant } from '@assay/engine';
import type { Session } from '../../session/session.ts';
import type { World } from '../../world.ts';
import { personFor } from './whoMay.ts';

/** A wish to have what is kept about a person, and by when marks and comments are told even without a result. */
export interface AccessRequest {
  readonly id: string;
  readonly person: string;
  readonly askedAt: string;
  readonly answeredAt: string | null;
  readonly answerBy: string | null;
}

/** Notes that a person, or an administrator for them, asks. One that is open already is answered with itself. */
export async function askForAccess(world: World, session: Session, person: string): Promise<AccessRequest> {
  await personFor(world, session, person);
  const open = await openRequest(world, person);
  if (open !== null) return open;
  const row = {
    id: world.given.freshId(),
    person,
    asked_by: session.person.id,
    asked_at: world.given.now(),
    answered_at: null,
  };
  await world.db.insertInto('access_request').values(row).execute();
  return viewOf(world, row);
}

/** The first request of a person that is not answered whole yet; its clock runs. */
export async function openRequest(world: World, person: string): Promise<AccessRequest | null> {
  const row = await world.db
    .selectFrom('access_request')
    .selectAll()
    .where('person', '=', person)
    .where('answered_at', 'is', null)
    .orderBy('asked_at')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : viewOf(world, row);
}

/** Every request that is not answered yet, the oldest first. */
export async function openRequests(world: World): Promise<AccessRequest[]> {
  const rows = await world.db
    .selectFrom('access_request')
    .selectAll()
    .where('answered_at', 'is', null)
    .orderBy('asked_at')
    .limit(500)
    .execute();
  return rows.map((row) => viewOf(world, row));
}

function viewOf(
  { library }: World,
  row: { id: string; person: string; asked_at: string; answered_at: string | null },
): AccessRequest {
  return {
    id: row.id,
    person: row.person,
    askedAt: row.asked_at,
    answeredAt: row.answered_at,
    answerBy: deadlineOf('answer-access-request', instant(row.asked_at), library.book)?.at ?? null,
  };
}

/** Notes that a person got everything that there is: nothing was kept back. */
export async function noteAnswer({ db, given }: World, person: string): Promise<void> {
  await db
    .updateTable('access_request')
    .set({ answered_at: given.now() })
    .where('person', '=', person)
    .where('answered_at', 'is', null)
    .execute();
}
