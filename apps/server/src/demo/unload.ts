import { sql } from 'kysely';
import type { World } from '../world.ts';

/** What says which installation this is and which migrations it has: it outlives the data. */
const kept = /^(installation|migration|sqlite_\w+)$/;

/**
 * Empties every table of a demo that was half loaded, sign-in included, so that loading can begin anew. The tables are
 * asked of the database, so that one added later is not forgotten. Stored files stay: they are kept by their content,
 * and the next loading makes the same ones.
 */
export async function unload(world: World): Promise<void> {
  const tables = (await world.db.introspection.getTables()).map(({ name }) => name).filter((name) => !kept.test(name));
  await world.db.transaction().execute(async (writing) => {
    // Accounts and sessions point at a person, so people go last.
    for (const name of tables.toSorted((a, b) => Number(a === 'user') - Number(b === 'user'))) {
      await sql`delete from ${sql.table(name)}`.execute(writing);
    }
  });
}
