import Sqlite from 'better-sqlite3';

/**
 * Another process held the write lock for longer than we wait. Nothing of the
 * transaction was written, so the same command may be sent again.
 */
export function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** A unique index or primary key refused a row: someone was faster, or the row is there already. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof Sqlite.SqliteError &&
    (error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY')
  );
}
