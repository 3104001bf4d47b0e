import { sql, type Kysely } from 'kysely';

/**
 * better-auth hides what went wrong with the database behind an error of its own, so the database is asked again: where
 * it cannot be reached this throws its error, else the one that was given.
 */
export async function unlessOutOfReach<Schema>(db: Kysely<Schema>, error: unknown): Promise<never> {
  await sql`select 1`.execute(db);
  throw error;
}
