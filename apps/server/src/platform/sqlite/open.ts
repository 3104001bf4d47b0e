import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { QueueingDriver, busyTimeout } from './driver.ts';
import { withKeptStatements } from './statements.ts';

/** An open database. `close` waits for what is running; closing twice is harmless. */
export type OpenSqlite<Schema> = {
  readonly db: Kysely<Schema>;
  close(): Promise<void>;
};

/**
 * Opens (or makes) the SQLite file, and the folder it lies in. One connection:
 * queries queue behind each other, and a transaction holds it to its end.
 *
 * @param file absolute path, or `:memory:` for one that vanishes with the connection.
 * @throws SqliteError when the file is not a database or cannot be written.
 */
export function openSqlite<Schema>(file: string): OpenSqlite<Schema> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const connection = new Sqlite(file, { timeout: busyTimeout });
  try {
    setUp(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  const database = withKeptStatements(connection);
  const dialect = new SqliteDialect({ database });
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => dialect.createAdapter(),
      createDriver: () => new QueueingDriver(connection, database),
      createIntrospector: (kysely) => dialect.createIntrospector(kysely),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
  return {
    db,
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
