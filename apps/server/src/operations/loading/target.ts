import { closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { sql } from 'kysely';
import type { Database, Schema } from '../../database.ts';
import { isEmpty } from '../../demo/installation.ts';
import { openDatabase, type DatabasePlace } from '../../platform/database.ts';
import { migrate } from '../../platform/migrate.ts';
import { withoutKeys, withKeys } from './keys.ts';
import { LoadingError, loadingMark } from './unfinished.ts';

/** Where a database is while it is loaded: a file of another name, which no server opens, or the database itself. */
export const whileLoading = (place: DatabasePlace): DatabasePlace =>
  place.kind === 'sqlite' ? { kind: 'sqlite', file: `${place.file}.loading` } : place;

/**
 * Makes the tables of an empty installation ready to be loaded, and marks it as unfinished: a SQLite database has
 * another name until it is whole, and a server refuses a PostgreSQL database that bears the mark.
 *
 * @throws LoadingError where something is there already.
 */
export async function beginLoading(place: DatabasePlace): Promise<void> {
  const loading = whileLoading(place);
  if (place.kind === 'sqlite' && loading.kind === 'sqlite') {
    for (const file of [place.file, loading.file])
      if (existsSync(file))
        throw new LoadingError(
          `${file} is there already. Give a folder without a database; what a loading left unfinished can be deleted.`,
        );
  }
  await opened(loading, async (db, dialect) => {
    await migrate(db, dialect);
    if (!(await isEmpty(db)) || (await loadingMark(db)) !== null)
      throw new LoadingError('The database is not empty, or an earlier loading left it unfinished. Give an empty one.');
    await db.insertInto('installation').values({ name: 'loading', value: 'begun' }).execute();
    if (place.kind === 'postgres') await withoutKeys(db);
    else await sql`pragma journal_mode = delete`.execute(db);
  });
}

/** Makes a loaded database whole: keys and indexes, the mark taken away, and its own name. */
export async function endLoading(place: DatabasePlace): Promise<void> {
  const loading = whileLoading(place);
  await opened(loading, async (db) => {
    if (place.kind === 'postgres') await withKeys(db);
    await db.deleteFrom('installation').where('name', '=', 'loading').execute();
    // What was written without waiting for the disk is on it before anybody relies on it.
    await (place.kind === 'postgres' ? sql`checkpoint` : sql`pragma journal_mode = wal`).execute(db);
    if (place.kind === 'postgres') await sql`analyze`.execute(db);
  });
  if (place.kind === 'sqlite' && loading.kind === 'sqlite') {
    syncFile(loading.file);
    renameSync(loading.file, place.file);
  }
}

async function opened(
  place: DatabasePlace,
  work: (db: Database, dialect: ReturnType<typeof openDatabase>['dialect']) => Promise<void>,
): Promise<void> {
  const { db, dialect, close } = openDatabase<Schema>(place);
  try {
    await work(db, dialect);
  } finally {
    await close();
  }
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
