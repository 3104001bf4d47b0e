import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';

/** Waits, from outside, until somebody is in the middle of a transaction that writes to a database. */
export interface Midway {
  reached(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** @param url `file:…` or `postgres://…`. */
export async function midway(url: string): Promise<Midway> {
  return url.startsWith('file:') ? ofFile(url.slice('file:'.length)) : ofServer(url);
}

/** Whoever writes to SQLite holds its one write lock; asking for it tells whether it is free. */
function ofFile(file: string): Midway {
  const connection = new Sqlite(file, { timeout: 0 });
  const isFree = () => {
    try {
      connection.exec('begin immediate');
      connection.exec('rollback');
      return true;
    } catch (error) {
      if (error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY') return false;
      throw error;
    }
  };
  return {
    async reached() {
      while (isFree()) await pause(0);
    },
    async [Symbol.asyncDispose]() {
      connection.close();
    },
  };
}

/** Keeps others from posting messages, which they do last, and waits until somebody waits for that. */
async function ofServer(url: string): Promise<Midway> {
  const client = new Client(url);
  await client.connect();
  await client.query('begin');
  await client.query('lock table outbox in share mode');
  return {
    async reached() {
      for (;;) {
        const { rows } = await client.query(
          `select 1 from pg_locks where relation = 'outbox'::regclass and not granted`,
        );
        if (rows.length > 0) return;
        await pause(5);
      }
    },
    [Symbol.asyncDispose]: () => client.end(),
  };
}
