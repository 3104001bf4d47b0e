import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { isBusy, sqliteTrouble } from './errors.ts';
import { openSqlite } from './open.ts';
import { withKeptStatements } from './statements.ts';

type Tables = { counter: { id: number; value: number } };

/** Two connections to one file, as two processes have. */
async function twoWriters() {
  const folder = await temporaryFolder();
  const file = join(folder.path, 'new', 'test.db');
  const first = openSqlite<Tables>(file);
  const second = openSqlite<Tables>(file);
  await sql`create table counter (id integer primary key, value integer not null)`.execute(first.db);
  await first.db.insertInto('counter').values({ id: 1, value: 0 }).execute();
  return {
    first: first.db,
    second: second.db,
    async [Symbol.asyncDispose]() {
      await Promise.all([first.close(), second.close()]);
      await folder[Symbol.asyncDispose]();
    },
  };
}

describe('an open database', () => {
  test('survives a power cut, does not block readers and checks its references', async () => {
    await using both = await twoWriters();
    const pragma = async (name: string) =>
      Object.values((await sql<object>`pragma ${sql.raw(name)}`.execute(both.first)).rows[0] ?? {});
    expect(await pragma('journal_mode')).toEqual(['wal']);
    expect(await pragma('synchronous')).toEqual([2]);
    expect(await pragma('foreign_keys')).toEqual([1]);
    await both.first.transaction().execute(async () => {});
    expect(await pragma('busy_timeout')).toEqual([5000]);
  });

  test('closes twice without harm, used or not', async () => {
    const unused = openSqlite<Tables>(':memory:');
    await unused.close();
    await expect(unused.close()).resolves.toBeUndefined();
  });

  test('a file that is no database is refused when it is opened', async () => {
    expect(() => openSqlite(import.meta.filename)).toThrow(/not a database/);
  });
});

describe('two writers on one file', () => {
  test('the second waits for the first and sees what it wrote', async () => {
    await using both = await twoWriters();
    const add = (db: typeof both.first) =>
      db.transaction().execute(async (trx) => {
        const { value } = await trx.selectFrom('counter').select('value').executeTakeFirstOrThrow();
        // Long enough for the other to try. A plain begin fails here, or loses one of the two.
        await pause(60);
        await trx
          .updateTable('counter')
          .set({ value: value + 1 })
          .execute();
      });
    await Promise.all([add(both.first), add(both.second)]);
    const { value } = await both.second.selectFrom('counter').select('value').executeTakeFirstOrThrow();
    expect(value).toBe(2);
  });

  test('the wait leaves the process free to do other things', async () => {
    await using both = await twoWriters();
    const held = Promise.withResolvers<void>();
    const first = both.first.transaction().execute(async () => held.promise);
    await pause(20);
    const second = both.second.transaction().execute(async () => 'done');
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 5);
    await pause(80);
    clearInterval(ticking);
    held.resolve();
    await first;
    expect(await second).toBe('done');
    expect(ticks).toBeGreaterThan(5);
  });

  test('a transaction declared read only does not wait for a writer', async () => {
    await using both = await twoWriters();
    await both.first.transaction().execute(async (trx) => {
      await trx.updateTable('counter').set({ value: 7 }).execute();
      const seen = await both.second
        .transaction()
        .setAccessMode('read only')
        .execute((reading) => reading.selectFrom('counter').select('value').executeTakeFirst());
      expect(seen).toEqual({ value: 0 });
    });
  });
});

describe('one connection', () => {
  test('transactions started together run one after the other, and a failed one leaves nothing', async () => {
    await using both = await twoWriters();
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        both.first.transaction().execute(async (trx) => {
          await trx
            .updateTable('counter')
            .set((eb) => ({ value: eb('value', '+', 1) }))
            .execute();
          if (index % 2 === 1) throw new Error('on purpose');
        }),
      ),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(5);
    const { value } = await both.first.selectFrom('counter').select('value').executeTakeFirstOrThrow();
    expect(value).toBe(5);
  });

  test('when SQLite has rolled back by itself, the error that made it do so comes through', async () => {
    await using both = await twoWriters();
    const failed = both.first.transaction().execute(async (trx) => {
      await trx.updateTable('counter').set({ value: 9 }).execute();
      await sql`insert or rollback into counter values (1, 1)`.execute(trx);
    });
    await expect(failed).rejects.toSatisfy((error) => sqliteTrouble(error) === 'lostRace');
    expect(await both.first.selectFrom('counter').select('value').execute()).toEqual([{ value: 0 }]);
  });

  test('errors are told apart by code', async () => {
    await using both = await twoWriters();
    const twice = await both.first
      .insertInto('counter')
      .values({ id: 1, value: 1 })
      .execute()
      .catch((error: unknown) => error);
    expect(sqliteTrouble(twice)).toBe('lostRace');
    expect(isBusy(twice)).toBe(false);
    expect(isBusy(new Sqlite.SqliteError('locked', 'SQLITE_BUSY_SNAPSHOT'))).toBe(true);
    expect(isBusy(new Error('SQLITE_BUSY'))).toBe(false);
  });
});

describe('kept statements', () => {
  test('one text is prepared once, and the longest unused goes first', () => {
    const connection = new Sqlite(':memory:');
    const database = withKeptStatements(connection, 2);
    const first = database.prepare('select 1');
    const second = database.prepare('select 2');
    expect(database.prepare('select 1')).toBe(first);
    database.prepare('select 3');
    expect(database.prepare('select 1')).toBe(first);
    expect(database.prepare('select 2')).not.toBe(second);
    database.close();
    expect(connection.open).toBe(false);
  });

  test('a statement that is being streamed is not handed out a second time', () => {
    const database = withKeptStatements(new Sqlite(':memory:'));
    const text = 'select 1 as one union all select 2';
    const streaming = database.prepare(text).iterate([]);
    streaming.next();
    expect(database.prepare(text).all([])).toHaveLength(2);
    streaming.return?.();
    database.close();
  });

  test('after a change of tables a kept query answers with the new columns', async () => {
    const { db, close } = openSqlite<Tables>(':memory:');
    await sql`create table counter (id integer primary key, value integer)`.execute(db);
    await db.insertInto('counter').values({ id: 1, value: 1 }).execute();
    await db.selectFrom('counter').selectAll().execute();
    await sql`alter table counter add column added text default 'yes'`.execute(db);
    const rows = await db.selectFrom('counter').selectAll().execute();
    expect(rows).toEqual([{ id: 1, value: 1, added: 'yes' }]);
    await close();
  });
});
