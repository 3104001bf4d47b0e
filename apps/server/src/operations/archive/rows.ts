import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Table } from './tables.ts';

/** What a column may hold, the same from either database: JSON without loss. */
export type Cell = string | number | boolean | null;
export type Row = Readonly<Record<string, Cell>>;

/** Rows read at once: enough to be quick, few enough that a table of any length needs little memory. */
const pageSize = 1000;
/** SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const mostValues = 30_000;
const mostRows = 200;

/**
 * Every row of a table in pages, by its key. A table without a key is read by all its columns, equal rows as often as
 * they are there. Call inside a transaction that sees one moment.
 *
 * @throws Error where a column holds what an archive has no form for, or a table without a key has an empty column.
 */
export async function* pagesOf<Schema>(
  reading: Kysely<Schema>,
  table: Table,
  size: number = pageSize,
): AsyncGenerator<readonly Row[]> {
  const names = table.columns.map(({ name }) => name);
  const key = table.key.length > 0 ? table.key : names;
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const order = sql.join(key.map((name) => sql.ref(name)));
  const keyless = table.key.length === 0;
  let last: ReadonlyMap<string, unknown> | null = null;
  for (;;) {
    const after: RawBuilder<unknown> =
      last === null ? sql`` : sql`where (${order}) > (${sql.join(key.map((name) => last?.get(name)))})`;
    const { rows } = keyless
      ? await sql<object>`select ${columns}, count(*) as "copies of it" from ${sql.table(table.name)} ${after}
          group by ${columns} order by ${order} limit ${size}`.execute(reading)
      : await sql<object>`select ${columns} from ${sql.table(table.name)} ${after}
          order by ${order} limit ${size}`.execute(reading);
    if (rows.length === 0) return;
    const page = rows.map((row) => written(row, table));
    last = new Map(Object.entries(rows.at(-1) ?? {}));
    if (keyless && page.some((row) => Object.values(row).includes(null)))
      throw new Error(`The table ${table.name} has neither a primary key nor a value in every column.`);
    yield keyless ? page.flatMap((row, index) => Array.from({ length: copiesIn(rows[index]) }, () => row)) : page;
    if (rows.length < size) return;
  }
}

const copiesIn = (row: object | undefined) =>
  row !== undefined && 'copies of it' in row ? Number(row['copies of it']) : 1;

function written(row: object, { name: table, columns }: Table): Row {
  const cells = new Map<string, unknown>(Object.entries(row));
  return Object.fromEntries(
    columns.map(({ name, zeroOrOne }) => [name, cellOf(cells.get(name), zeroOrOne, table, name)]),
  );
}

function cellOf(value: unknown, zeroOrOne: boolean, table: string, column: string): Cell {
  if (value === null) return null;
  if (zeroOrOne) return value === 1;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`${table}.${column} holds a ${typeof value}, which an archive has no form for.`);
}

/** Writes rows into a table that has these columns. A column that a row does not name gets its default. */
export async function insertRows<Schema>(writing: Kysely<Schema>, table: Table, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const numeric = new Set(table.columns.filter(({ zeroOrOne }) => zeroOrOne).map(({ name }) => name));
  const names = table.columns.map(({ name }) => name).filter((name) => name in first);
  const atOnce = Math.max(1, Math.min(mostRows, Math.floor(mostValues / names.length)));
  const columns = sql.join(names.map((name) => sql.ref(name)));
  for (let from = 0; from < rows.length; from += atOnce) {
    const values = rows.slice(from, from + atOnce).map((row) => {
      const cells = names.map((name) => {
        const cell = row[name] ?? null;
        return numeric.has(name) && cell !== null ? Number(cell) : cell;
      });
      return sql`(${sql.join(cells)})`;
    });
    await sql`insert into ${sql.table(table.name)} (${columns}) values ${sql.join(values)}`.execute(writing);
  }
}
