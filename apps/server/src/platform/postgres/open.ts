import { Kysely, PostgresDialect, sql, type KyselyConfig } from 'kysely';
import { Pool, types } from 'pg';
import type { Dialect } from '../dialect.ts';
import { postgresTrouble } from './errors.ts';
import { withKeptStatements } from './statements.ts';

/** An open database. `close` waits for what is running; closing twice is harmless. */
export type OpenPostgres<Schema> = {
  readonly db: Kysely<Schema>;
  readonly dialect: Dialect;
  close(): Promise<void>;
};

/** Any number that nobody else on the database uses for an advisory lock: "assay" in the letters' places. */
const pen = 1_191_125;

const dialect: Dialect = {
  kind: 'postgres',
  async alone(writing) {
    await sql`select pg_advisory_xact_lock(${pen})`.execute(writing);
  },
  trouble: postgresTrouble,
  takers: 'many',
};

/** Counts and positions fit a double exactly; a text of digits where SQLite gives a number would be a second meaning. */
const asNumber: ReadonlySet<number> = new Set([types.builtins.INT8, types.builtins.NUMERIC]);

/**
 * Opens a pool of connections to a PostgreSQL server, without connecting yet. Up to `connections` transactions run at
 * once, others wait their turn. What a lost connection left undone is rolled back by the server.
 *
 * @param url `postgres://user:password@host:port/database`
 */
export function openPostgres<Schema>(
  url: string,
  { connections = 10, ...more }: Omit<KyselyConfig, 'dialect'> & { readonly connections?: number } = {},
): OpenPostgres<Schema> {
  const options = {
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    // A process that stopped in the middle of a transaction must not keep everybody out.
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'assay',
    // Statements that do not wait for one another's answers are sent in one go.
    pipeline: true,
    types: {
      getTypeParser: (oid: Parameters<typeof types.getTypeParser>[0]) =>
        asNumber.has(oid) ? Number : types.getTypeParser(oid),
    },
  };
  const pool = new Pool(options);
  // A connection that breaks between two queries leaves the pool by itself, or fails the next query on it; without a
  // listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({ ...more, dialect: new PostgresDialect({ pool: withKeptStatements(pool) }) });
  let closing: Promise<void> | null = null;
  return {
    db,
    dialect,
    close() {
      closing ??= db.destroy().then(() => (pool.ended ? undefined : pool.end()));
      return closing;
    },
  };
}
