import { sql } from 'kysely';
import type { Database } from '../../database.ts';
import type { RecordTables } from '../../record/tables.ts';
import { allTables, type Table } from '../archive/tables.ts';
import type { Disclosure } from './disclosure.ts';

type Row = Readonly<Record<string, unknown>>;
type FactRow = RecordTables['fact'];

/** Not about a person, or about how this software works: the log's facts are given by their records. */
const inner: ReadonlySet<string> = new Set([
  'account',
  'checkpoint',
  'command',
  'doomed_file',
  'fact',
  'invitation',
  'outbox',
  'rateLimit',
  'session',
  'stream',
  'user',
  'verification',
]);

/** What the candidate gave or was told as it happened. Every other table may hold marks or comments, a new one too. */
const plain: ReadonlySet<string> = new Set([
  'access_request',
  'appointment',
  'claim',
  'item',
  'milestone',
  'notice',
  'submission',
  'upload',
]);
const plainWorkflows: ReadonlySet<string> = new Set(['evidence item', 'submission']);

/** Facts that may put somebody at risk; whether they are told is for a person to decide. */
const guarded = /^Safeguarding/;

/** Everything about a candidate that may be told: rows by table, and the facts of their records. */
export interface About {
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** Whole rows, so that each one's hash can be checked. */
  readonly facts: readonly FactRow[];
}

/**
 * Gathers it from whatever tables there are: those that name the candidate, and those that name one of their records
 * (a table `review` with a column `review` keeps reviews, and a judgement names one). So a stage that is added later
 * is not forgotten, and is kept back until the result is released.
 */
export async function aboutCandidate(db: Database, person: string, { told }: Disclosure): Promise<About> {
  const tables = (await allTables(db)).filter(({ name }) => !inner.has(name));
  /** The submission that a record belongs to, by the record's id. */
  const records = new Map<string, { readonly of: string | null; readonly kind: string }>();
  const found: Record<string, readonly Row[]> = {};
  const may = (table: string, row: Row) => {
    const submission = submissionOf(row, records);
    return plain.has(table) || (submission !== null && told.has(submission));
  };
  const take = async (table: Table, column: string, values: readonly string[]) => {
    const rows = await rowsWhere(db, table, column, values);
    if (hasColumn(table, table.name))
      for (const row of rows)
        records.set(String(row[table.name]), { of: submissionOf(row, records), kind: table.name });
    // A name alone would tell that there are marks already.
    const tellable = rows.filter((row) => may(table.name, row));
    if (tellable.length > 0) found[table.name] = tellable;
  };

  const own = (table: Table) => ['candidate', 'person'].find((column) => hasColumn(table, column));
  const named = tables.filter((table) => own(table) !== undefined);
  for (const table of named) await take(table, own(table) ?? '', [person]);
  const idsOf = (kind: string) => [...records].filter(([, record]) => record.kind === kind).map(([id]) => id);
  for (const table of tables.filter((one) => !named.includes(one))) {
    const column = table.columns.map(({ name }) => name).find((name) => idsOf(name).length > 0);
    if (column !== undefined) await take(table, column, idsOf(column));
  }
  return { tables: found, facts: await factsOf(db, records, told) };
}

const hasColumn = (table: Table, column: string) => table.columns.some(({ name }) => name === column);

/** The submission that a row says it belongs to, or that a record which it names does. */
function submissionOf(row: Row, records: ReadonlyMap<string, { readonly of: string | null }>): string | null {
  if (typeof row['submission'] === 'string') return row['submission'];
  for (const value of Object.values(row)) {
    const of = typeof value === 'string' ? records.get(value)?.of : undefined;
    if (typeof of === 'string') return of;
  }
  return null;
}

/** Few enough for one statement. */
const atOnce = 500;

async function rowsWhere(db: Database, table: Table, column: string, values: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (let from = 0; from < values.length; from += atOnce) {
    const some = sql.join(values.slice(from, from + atOnce));
    const page = await sql<Record<string, unknown>>`select * from ${sql.table(table.name)}
      where ${sql.ref(column)} in (${some})`.execute(db);
    rows.push(...page.rows);
  }
  return rows;
}

async function factsOf(
  db: Database,
  records: ReadonlyMap<string, { readonly of: string | null }>,
  told: ReadonlySet<string>,
): Promise<FactRow[]> {
  const facts: FactRow[] = [];
  for (const [stream, { of }] of records) {
    const rows = await db.selectFrom('fact').selectAll().where('stream', '=', stream).orderBy('version').execute();
    const may = (workflow: string) => plainWorkflows.has(workflow) || (of !== null && told.has(of));
    facts.push(...rows.filter(({ workflow, type }) => may(workflow) && !guarded.test(type)));
  }
  return facts.toSorted((a, b) => a.position - b.position);
}
