import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect, type KyselyConfig } from 'kysely';
import type { Dialect } from '../dialect.ts';
import { QueueingDriver, busyTimeout } from './driver.ts';
import { sqliteTrouble } from './errors.ts';
import { withKeptStatements } from './statements.ts';

/** An open database. `close` waits for what is running; closing twice is harmless. */
export type OpenSqlite<Schema> = {
  readonly db: Kysely<Schema>;
  readonly dialect: Dialect;
  /** What is beneath, for whoever writes a million rows. */
  readonly connection: Sqlite.Database;
  close(): Promise<void>;
};

// A transaction that may write took SQLite's one write lock when it began.
const dialect: Dialect = { kind: 'sqlite', alone: async () => {}, trouble: sqliteTrouble, takers: 'one' };

/**
 * Opens (or makes) the SQLite file, and the folder it lies in. One connection:
 * queries queue behind each other, and a transaction holds it to its end.
 *
 * @param file absolute path, or `:memory:` for one that vanishes with the connection.
 * @throws SqliteError when the file is not a database or cannot be written.
 */
export function openSqlite<Schema>(file: string, options: Omit<KyselyConfig, 'dialect'> = {}): OpenSqlite<Schema> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const connection = new Sqlite(file, { timeout: busyTimeout });
  try {
    setUp(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  const database = withKeptStatements(connection);
  const plain = new SqliteDialect({ database });
  const db = new Kysely<Schema>({
    ...options,
    dialect: {
      createAdapter: () => plain.createAdapter(),
      createDriver: () => new QueueingDriver(connection, database),
      createIntrospector: (kysely) => plain.createIntrospector(kysely),
      createQueryCompiler: () => plain.createQueryCompiler(),
    },
  });
  return {
    db,
    dialect,
    connection,
    async close() {
      await db.destroy();
      // Kysely closes only what it has used.
      if (connection.open) database.close();
    },
  };
}

function setUp(connection: Sqlite.Database): void {
  // Readers never wait for the writer, nor the writer for them.
  connection.pragma('journal_mode = WAL');
  // What was acknowledged survives a power cut, not only a killed process.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
}
