import { sql, type Kysely } from 'kysely';
import type { Dialect } from './dialect.ts';
import { MigrationError, migrationFiles, type Migration } from './migrationFiles.ts';

export { MigrationError, type Migration } from './migrationFiles.ts';

type Applied = { readonly number: number; readonly name: string };

/**
 * Brings the database to the code's version: every migration that has not run,
 * in order, each in a transaction of its own together with its line in the
 * table `migration`. Two processes may start at once; each migration runs once.
 *
 * @returns those applied now, none when the database was up to date.
 * @throws MigrationError when the database is newer than the code or has another history; nothing is changed then.
 */
export async function migrate<Schema>(
  db: Kysely<Schema>,
  dialect: Dialect,
  folder?: string,
): Promise<readonly Migration[]> {
  const files = await migrationFiles(folder);
  await db.transaction().execute(async (trx) => {
    await dialect.alone(trx);
    await sql`create table if not exists migration
      (number integer primary key, name text not null, applied_at text not null)`.execute(trx);
  });

  const done: Migration[] = [];
  for (const file of pending(files, await lines(db))) {
    const ran = await db.transaction().execute(async (trx) => {
      await dialect.alone(trx);
      // Read again inside: another process may have been faster.
      if ((await lines(trx)).some((one) => one.number === file.number)) return false;
      await file.up(trx, dialect.kind);
      await sql`insert into migration (number, name, applied_at)
        values (${file.number}, ${file.name}, ${new Date().toISOString()})`.execute(trx);
      return true;
    });
    if (ran) done.push(file);
  }
  return done;
}

/**
 * The migrations that have not run, in order; reads only.
 *
 * @throws MigrationError when the database is newer than the code or has another history.
 */
export async function pendingMigrations<Schema>(db: Kysely<Schema>, folder?: string): Promise<readonly Migration[]> {
  return pending(await migrationFiles(folder), await applied(db));
}

async function applied<Schema>(db: Kysely<Schema>): Promise<readonly Applied[]> {
  try {
    return await lines(db);
  } catch (error) {
    // A database that was never migrated has no such table. Looking for it first would read the whole catalogue each time.
    const tables = await db.introspection.getTables();
    if (tables.some((table) => table.name === 'migration')) throw error;
    return [];
  }
}

async function lines<Schema>(db: Kysely<Schema>): Promise<readonly Applied[]> {
  const { rows } = await sql<Applied>`select number, name from migration order by number`.execute(db);
  return rows;
}

function pending(files: readonly Migration[], ran: readonly Applied[]): readonly Migration[] {
  ran.forEach((one, index) => {
    const file = files[index];
    if (file?.number === one.number && file.name === one.name) return;
    const newest = files.at(-1)?.number ?? 0;
    throw new MigrationError(
      one.number > newest
        ? `The database is newer than this version of Assay: it has migration ${one.number} (${one.name}), and this version knows up to ${newest}. Start the newer version, or restore a backup made before the update.`
        : `The database has another history than this version of Assay: migration ${one.number} (${one.name}) ran where this version has ${file ? `${file.number} (${file.name})` : 'none'}.`,
    );
  });
  return files.slice(ran.length);
}
