import { setTimeout as pause } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type TransactionSettings,
} from 'kysely';
import { isBusy } from './errors.ts';

/** How long a writer waits for another process before it gives up, in milliseconds. */
export const busyTimeout = 5_000;

/**
 * Kysely's driver, with transactions that queue.
 *
 * A plain `begin` takes the write lock at the first write, and when another
 * process wrote since our first read SQLite fails at once, without waiting.
 * `begin immediate` takes it at the start. SQLite's own waiting would block
 * this process's event loop, since better-sqlite3 is synchronous; so for the
 * begin alone it is switched off, and we wait between attempts instead. After
 * {@link busyTimeout} the SQLITE_BUSY error goes to the caller (`isBusy`).
 *
 * A transaction declared read only takes no lock and sees one moment.
 */
export class QueueingDriver extends SqliteDriver {
  readonly #connection: Sqlite.Database;

  constructor(connection: Sqlite.Database, database: SqliteDatabase) {
    super({ database });
    this.#connection = connection;
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    if (settings?.accessMode === 'read only') {
      await connection.executeQuery(CompiledQuery.raw('begin'));
      return;
    }
    const deadline = performance.now() + busyTimeout;
    for (let wait = 1; !(await this.#tookLock(connection, deadline)); wait = Math.min(wait * 2, 20)) {
      await pause(wait);
    }
  }

  /** SQLite has already rolled back by itself after a full disk; a second rollback would hide that error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#connection.inTransaction) await super.rollbackTransaction(connection);
  }

  async #tookLock(connection: DatabaseConnection, deadline: number): Promise<boolean> {
    this.#connection.pragma('busy_timeout = 0');
    try {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
      return true;
    } catch (error) {
      if (isBusy(error) && performance.now() < deadline) return false;
      throw error;
    } finally {
      this.#connection.pragma(`busy_timeout = ${busyTimeout}`);
    }
  }
}
