import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { configuration, plugins } from './identity/configuration.ts';
import type { IdentityTables } from './identity/tables.ts';
import { openLog } from './log.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { migrationFiles } from './migrationFiles.ts';
import { databasePlace } from './settings.ts';
import { openDatabase } from './database.ts';
import { freshDatabase, kinds, type Kind } from '../testing/databases.ts';
import { openSqlite } from './sqlite/open.ts';

/** A migration's text that makes a table, or breaks after it has. */
const making = (table: string, breaks = false) =>
  `import { createRequire } from 'node:module';
   export async function up(db) {
     await db.schema.createTable('${table}').addColumn('id', 'integer').execute();
     ${breaks ? "throw new Error('on purpose');" : ''}
   }`;

async function world(kind: Kind, files: Record<string, string>) {
  const folder = await temporaryFolder();
  const write = async (more: Record<string, string>) => {
    for (const [name, text] of Object.entries(more)) await writeFile(join(folder.path, name), text);
  };
  await write(files);
  const database = await freshDatabase(kind, folder.path);
  const place = databasePlace(database.url, folder.path);
  const { db, dialect, close } = openDatabase<object>(place);
  const tables = async () => (await db.introspection.getTables()).map((table) => table.name);
  return {
    db,
    dialect,
    place,
    folder: folder.path,
    write,
    tables,
    async [Symbol.asyncDispose]() {
      await close();
      await database[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

describe.each(kinds)('migrate on %s', (kind) => {
  test('runs what has not run, in order, and nothing the second time', async () => {
    await using at = await world(kind, { '0002_b.ts': making('b'), '0001_a.ts': making('a'), 'x.md': '' });
    expect((await pendingMigrations(at.db, at.folder)).map((one) => one.name)).toEqual(['a', 'b']);
    expect((await migrate(at.db, at.dialect, at.folder)).map((one) => one.number)).toEqual([1, 2]);
    expect(await migrate(at.db, at.dialect, at.folder)).toEqual([]);
    expect(await pendingMigrations(at.db, at.folder)).toEqual([]);
    await at.write({ '0003_c.ts': making('c') });
    expect((await migrate(at.db, at.dialect, at.folder)).map((one) => one.name)).toEqual(['c']);
    expect(await at.tables()).toEqual(expect.arrayContaining(['a', 'b', 'c', 'migration']));
  });

  test('a migration that breaks leaves nothing of itself, and the ones before it stay', async () => {
    await using at = await world(kind, { '0001_a.ts': making('a'), '0002_b.ts': making('b', true) });
    await expect(migrate(at.db, at.dialect, at.folder)).rejects.toThrow('on purpose');
    expect(await at.tables()).toEqual(['a', 'migration']);
    expect((await pendingMigrations(at.db, at.folder)).map((one) => one.number)).toEqual([2]);
  });

  test('two processes that start together run each migration once', async () => {
    await using at = await world(kind, { '0001_a.ts': making('a'), '0002_b.ts': making('b') });
    const other = openDatabase<object>(at.place);
    const ran = await Promise.all([migrate(at.db, at.dialect, at.folder), migrate(other.db, other.dialect, at.folder)]);
    await other.close();
    expect(
      ran
        .flat()
        .map((one) => one.number)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 2]);
  });

  test('a database that is newer than the code is refused in a sentence and not touched', async () => {
    await using at = await world(kind, { '0001_a.ts': making('a') });
    await migrate(at.db, at.dialect, at.folder);
    await sql`insert into migration values (2, 'later', '2027-01-01')`.execute(at.db);
    const refusal = /newer than this version of Assay: it has migration 2 \(later\)/;
    await expect(migrate(at.db, at.dialect, at.folder)).rejects.toThrow(refusal);
    await expect(pendingMigrations(at.db, at.folder)).rejects.toThrow(refusal);
  });

  test('a database with another history is refused', async () => {
    await using at = await world(kind, { '0001_a.ts': making('a'), '0003_c.ts': making('c') });
    await migrate(at.db, at.dialect, at.folder);
    await at.write({ '0002_b.ts': making('b') });
    await expect(migrate(at.db, at.dialect, at.folder)).rejects.toThrow(/migration 3 \(c\) ran where/);
  });

  test('two migrations with one number, or one without "up", are refused', async () => {
    await using twice = await world(kind, { '0001_a.ts': making('a'), '0001_b.ts': making('b') });
    await expect(migrate(twice.db, twice.dialect, twice.folder)).rejects.toThrow(/have the number 0001/);
    await using empty = await world(kind, { '0001_a.ts': 'export const down = 1;' });
    await expect(migrate(empty.db, empty.dialect, empty.folder)).rejects.toThrow(/exports no function "up"/);
  });
});

describe('the identity tables', () => {
  test.each(kinds)('on %s, are all that better-auth asks for', async (kind) => {
    await using folder = await temporaryFolder();
    await using database = await freshDatabase(kind, folder.path);
    const { db, dialect, close } = openDatabase<IdentityTables>(databasePlace(database.url, folder.path));
    await migrate(db, dialect);
    const url = 'http://127.0.0.1:4310';
    const settings = { url, origins: [url], https: false, secret: 'x'.repeat(32), demo: false, oidc: null };
    const wanted = await getMigrations({
      ...configuration({ db, type: kind, settings, log: openLog('silent') }),
      plugins: plugins(settings),
    });
    expect(wanted.toBeCreated).toEqual([]);
    expect(wanted.toBeAdded).toEqual([]);
    expect(wanted.toBeAddedIndexes).toEqual([]);
    expect(wanted.schemaProblems).toEqual([]);
    await close();
  });
});

test('a record from before markings is refused with a sentence, and left as it is', async () => {
  await using place = await temporaryFolder();
  const { db, dialect, close } = openSqlite<object>(join(place.path, 'assay.db'));
  const ran = async () => (await sql<{ name: string }>`select name from migration`.execute(db)).rows.length;
  const own = await migrationFiles();
  await sql`create table migration (number integer primary key, name text not null, applied_at text not null)`.execute(
    db,
  );
  for (const file of own.slice(0, 3)) {
    await db.transaction().execute((trx) => file.up(trx, 'sqlite'));
    await sql`insert into migration values (${file.number}, ${file.name}, '2026-11-23')`.execute(db);
  }
  await sql`insert into fact (position, stream, version, workflow, type, schema, data, person, role, at, command, hash)
    values (1, 's', 1, 'cohort', 'CohortOpened', 1, '{}', 'p', 'provider', '2026-11-23', 'c', 'h')`.execute(db);
  await expect(migrate(db, dialect)).rejects.toThrow('knew no markings');
  expect(await ran()).toBe(3);
  await sql`delete from fact`.execute(db);
  expect((await migrate(db, dialect)).map(({ number }) => number)).toEqual(own.slice(3).map(({ number }) => number));
  await close();
});
