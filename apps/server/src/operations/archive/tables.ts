import { SqliteAdapter, sql, type Kysely } from 'kysely';

/** A table as an archive needs it: its columns, and by which of them its rows are told apart. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** The primary key's columns in order; empty where the table has none. */
  readonly key: readonly string[];
}

export interface Column {
  readonly name: string;
  /** SQLite keeps 0 or 1 where PostgreSQL has a boolean: an archive says true or false. */
  readonly zeroOrOne: boolean;
}

/**
 * Kept out of an archive: who was signed in, what was being verified, and how often somebody tried. An old copy of
 * these would let a session live again that was ended.
 */
const fleeting: ReadonlySet<string> = new Set(['session', 'verification', 'rateLimit']);

/** Which steps made the tables stands in the manifest, since it decides how they are made anew. */
const ledger = 'migration';

/** Every table of this database: people first, since other tables refer to them, then by name. */
export async function allTables<Schema>(db: Kysely<Schema>): Promise<readonly Table[]> {
  const keys = await keysOf(db);
  const here = await ownSchema(db);
  const sqlite = isSqlite(db);
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ isView, schema }) => !isView && (here === null || schema === undefined || schema === here))
    .filter(({ name }) => name !== ledger)
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => ({ name: column.name, zeroOrOne: sqlite && /^bool/i.test(column.dataType) })),
      key: keys.get(name) ?? [],
    }))
    .toSorted((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

/** The tables whose rows go into an archive, in the order in which they can be filled. */
export async function archivedTables<Schema>(db: Kysely<Schema>): Promise<readonly Table[]> {
  return (await allTables(db)).filter(({ name }) => !fleeting.has(name));
}

const rank = (name: string) => (name === 'user' ? 0 : 1);

/** Kysely's introspection does not tell primary keys; each database has a table of its own that does. */
async function keysOf<Schema>(db: Kysely<Schema>): Promise<ReadonlyMap<string, readonly string[]>> {
  const asked = isSqlite(db)
    ? sql<KeyColumn>`select m.name as "table", p.name as "column" from sqlite_master m, pragma_table_info(m.name) p
        where m.type = 'table' and p.pk > 0 order by m.name, p.pk`
    : sql<KeyColumn>`select k.table_name as "table", k.column_name as "column"
        from information_schema.table_constraints c
        join information_schema.key_column_usage k
          on k.constraint_name = c.constraint_name and k.constraint_schema = c.constraint_schema
        where c.constraint_type = 'PRIMARY KEY' and c.table_schema = current_schema()
        order by k.table_name, k.ordinal_position`;
  const { rows } = await asked.execute(db);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return new Map([...byTable].map(([table, columns]) => [table, columns.map(({ column }) => column)]));
}

interface KeyColumn {
  readonly table: string;
  readonly column: string;
}

async function ownSchema<Schema>(db: Kysely<Schema>): Promise<string | null> {
  if (isSqlite(db)) return null;
  const { rows } = await sql<{ here: string }>`select current_schema() as here`.execute(db);
  return rows[0]?.here ?? null;
}

const isSqlite = <Schema>(db: Kysely<Schema>) => db.getExecutor().adapter instanceof SqliteAdapter;
