import {
  HandleEmptyInListsPlugin,
  replaceWithNoncontingentExpression,
  type CompiledQuery,
  type Kysely,
  type LogConfig,
} from 'kysely';
import type { Dialect } from './dialect.ts';
import { openPostgres } from './postgres/open.ts';
import { openSqlite } from './sqlite/open.ts';

/** Where the database is: a file, absolute or `:memory:`, or a PostgreSQL server. */
export type DatabasePlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** An open database. `close` waits for what is running; closing twice is harmless. */
export interface OpenDatabase<Schema> {
  readonly db: Kysely<Schema>;
  readonly dialect: Dialect;
  close(): Promise<void>;
}

/** Hears of every statement once it has run. */
export type Heard = (statement: Pick<CompiledQuery, 'sql' | 'parameters'>) => void;

/** PostgreSQL refuses an empty list where SQLite takes it for one that holds nothing: so everywhere it holds nothing. */
export const emptyLists = new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression });

/**
 * @param heard hears of every statement; for measuring.
 * @throws SqliteError when the file is not a database or cannot be written; a PostgreSQL server is asked at the first query.
 */
export function openDatabase<Schema>(place: DatabasePlace, heard?: Heard): OpenDatabase<Schema> {
  const log: LogConfig = (event) => {
    if (event.level === 'query') heard?.(event.query);
  };
  const logged = heard === undefined ? {} : { log };
  const { db, dialect, close } =
    place.kind === 'sqlite' ? openSqlite<Schema>(place.file, logged) : openPostgres<Schema>(place.url, logged);
  return { db: db.withPlugin(emptyLists), dialect, close };
}
