import Sqlite from 'better-sqlite3';
import type { DatabaseTrouble } from '../dialect.ts';

/**
 * Another process held the write lock for longer than we wait. Nothing of the
 * transaction was written, so the same command may be sent again.
 */
export function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

const unwritable = /^SQLITE_(IOERR|CANTOPEN|READONLY|PROTOCOL|NOMEM)/;

export function sqliteTrouble(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Sqlite.SqliteError)) return null;
  const { code } = error;
  // A unique index or primary key refused a row: someone was faster, or the row is there already.
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return 'lostRace';
  if (code === 'SQLITE_FULL') return 'full';
  return isBusy(error) || unwritable.test(code) ? 'unavailable' : null;
}
