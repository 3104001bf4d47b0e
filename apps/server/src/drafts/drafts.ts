import { AssayError } from '../record/errors.ts';
import type { Database } from '../database.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** The most that one draft holds, in bytes as UTF-8, and that one person has. */
export const limits = { bytes: 200_000, drafts: 500, days: 90 } as const;

/** A text as it was typed on one device. */
export interface Draft {
  readonly device: string;
  readonly text: string;
  readonly savedAt: string;
  /** The version of the record that was on screen; 0 where there was none. */
  readonly version: number;
}

type Kept = Pick<Draft, 'device' | 'text' | 'version'> & { readonly place: string };

/**
 * Keeps what the session's person types, in place of what the same device kept there before. No command and no lock:
 * whatever else is being written, this waits for none of it. Throws malformed where there is no room.
 */
export async function saveDraft(world: World, session: Session, draft: Kept): Promise<{ savedAt: string }> {
  const { device, place, text, version } = draft;
  const person = session.person.id;
  const bytes = Buffer.byteLength(text);
  if (bytes > limits.bytes)
    throw refused('text', `is ${Math.ceil(bytes / 1000)} kB; a draft holds ${limits.bytes / 1000} kB.`);
  await makeRoom(world.db, { person, device, place });
  const shown = { text, version, saved_at: world.given.now() };
  await world.db
    .insertInto('draft')
    .values({ person, device, place, ...shown })
    .onConflict((conflict) => conflict.columns(['person', 'device', 'place']).doUpdateSet(shown))
    .execute();
  return { savedAt: shown.saved_at };
}

/** What the session's person typed for a place, on every device, the newest first. Nobody else's is ever read. */
export async function draftsAt({ db }: World, session: Session, place: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('draft')
    .select(['device', 'text', 'saved_at', 'version'])
    .where('person', '=', session.person.id)
    .where('place', '=', place)
    .orderBy('saved_at', 'desc')
    .orderBy('device')
    .execute();
  return rows.map(({ device, text, saved_at: savedAt, version }) => ({ device, text, savedAt, version }));
}

/** Drops the draft of one device, or those of all; answers how many there were. */
export async function dropDraft(
  { db }: World,
  session: Session,
  { place, device }: { readonly place: string; readonly device: string | null },
): Promise<{ dropped: number }> {
  const { numDeletedRows } = await db
    .deleteFrom('draft')
    .where('person', '=', session.person.id)
    .where('place', '=', place)
    .$if(device !== null, (query) => query.where('device', '=', device ?? ''))
    .executeTakeFirst();
  return { dropped: Number(numDeletedRows) };
}

/** Drops what nobody saved for 90 days before an instant; answers how many drafts that were. For whoever keeps house. */
export async function dropOldDrafts(db: Database, now: string): Promise<number> {
  const before = new Date(Date.parse(now) - limits.days * 86_400_000).toISOString();
  const { numDeletedRows } = await db.deleteFrom('draft').where('saved_at', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}

/** Two saves at once may both find the last room: a draft or two more than the limit hurt nobody. */
async function makeRoom(db: Database, { person, device, place }: { person: string; device: string; place: string }) {
  const own = db.selectFrom('draft').where('person', '=', person);
  const before = await own.select('version').where('device', '=', device).where('place', '=', place).executeTakeFirst();
  if (before !== undefined) return;
  const { many } = await own.select(({ fn }) => fn.countAll<number>().as('many')).executeTakeFirstOrThrow();
  if (many < limits.drafts) return;
  throw refused('place', `is one draft too many: you have ${limits.drafts}. Finish or drop some of them.`);
}

const refused = (path: string, says: string) => new AssayError({ code: 'malformed', fields: [{ path, says }] });
