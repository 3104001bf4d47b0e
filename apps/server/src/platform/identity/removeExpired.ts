import { sql, type Kysely } from 'kysely';
import type { IdentityTables } from './tables.ts';

/** Deletes sessions, verifications and invitations that have run out, and counts of tries from days ago. `now` in ISO 8601. */
export async function removeExpired<Schema extends IdentityTables>(db: Kysely<Schema>, now: string): Promise<void> {
  const milliseconds = Date.parse(now);
  await sql`delete from "session" where "expiresAt" < ${now}`.execute(db);
  await sql`delete from verification where "expiresAt" < ${now}`.execute(db);
  await sql`delete from invitation where "expiresAt" < ${milliseconds}`.execute(db);
  await sql`delete from "rateLimit" where "lastRequest" < ${milliseconds - 86_400_000}`.execute(db);
}
