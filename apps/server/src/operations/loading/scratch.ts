import type Sqlite from 'better-sqlite3';
import type { Database, Schema } from '../../database.ts';
import { emptyLists } from '../../platform/database.ts';
import { migrate } from '../../platform/migrate.ts';
import { openSqlite } from '../../platform/sqlite/open.ts';

/** A database in memory that is filled, poured out into the one that is loaded, and filled again. */
export interface Scratch {
  readonly db: Database;
  /** The same database, for what is written row by row a million times. */
  readonly connection: Sqlite.Database;
  /** Its tables but the ledger of migrations, people first. */
  readonly tables: readonly string[];
  close(): Promise<void>;
}

/** Tables of which nothing is looked up before they are poured out: what is added to them is kept in no order. */
const written = ['fact', 'command', 'stream', 'notice'] as const;
/** Indexes that only a page of a list is chosen from. */
const sorted = ['name', 'stage', 'due', 'items', 'claimed', 'judged'].map((column) => `submission_by_${column}`);

function withoutKeys(connection: Sqlite.Database, table: string): void {
  connection.exec(`create table bare as select * from ${table} limit 0`);
  connection.exec(`drop table ${table}`);
  connection.exec(`alter table bare rename to ${table}`);
}

/** Opens an empty one with the same tables as every installation. */
export async function openScratch(): Promise<Scratch> {
  const { db: plain, dialect, connection, close } = openSqlite<Schema>(':memory:');
  const db = plain.withPlugin(emptyLists);
  await migrate(db, dialect);
  // Rows are poured out table by table, and emptied in the same order.
  connection.pragma('foreign_keys = OFF');
  for (const table of written) withoutKeys(connection, table);
  for (const index of sorted) connection.exec(`drop index ${index}`);
  const tables = (await db.introspection.getTables()).map(({ name }) => name).filter((name) => name !== 'migration');
  return { db, connection, tables: tables.toSorted((a, b) => Number(b === 'user') - Number(a === 'user')), close };
}
