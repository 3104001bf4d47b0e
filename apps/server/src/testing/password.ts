import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** The password of everybody in a test world. */
export const password = 'a long test password';

// Hashing is slow on purpose. Everybody has the same password, so it is hashed once for all of them.
let hashed: Promise<string> | undefined;

/** Lets a person sign in with the password, as after they opened their invitation and chose it. */
export async function givePassword(db: Database, person: string): Promise<void> {
  hashed ??= hashPassword(password);
  const at = new Date().toISOString();
  await sql`insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${randomUUID()}, ${person}, 'credential', ${person}, ${await hashed}, ${at}, ${at})`.execute(db);
  await sql`update "user" set "emailVerified" = true where id = ${person}`.execute(db);
}
