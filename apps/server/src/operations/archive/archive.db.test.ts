import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { digestOf } from '@assay/engine';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Schema } from '../../database.ts';
import { openFileStore } from '../../platform/files/store.ts';
import { migrate } from '../../platform/migrate.ts';
import { migrationFiles } from '../../platform/migrationFiles.ts';
import { openSqlite } from '../../platform/sqlite/open.ts';
import { audit } from '../../record/verify.ts';
import { castOf, gather, handIn, type Cast } from '../../testing/story.ts';
import { temporaryFolder } from '../../testing/temporaryFolder.ts';
import { openWorld, type TestWorld } from '../../testing/world.ts';
import { makeCheckpoint } from '../checkpoints/makeCheckpoint.ts';
import { openSigningKey, type SigningKey } from '../checkpoints/signingKey.ts';
import { verifyCheckpoints } from '../checkpoints/verifyCheckpoints.ts';
import { backUp } from './backUp.ts';
import { checkArchive } from './check.ts';
import { ArchiveError } from './errors.ts';
import { manifestName } from './manifest.ts';
import { insertRows, pagesOf, type Row } from './rows.ts';
import { restore } from './restore.ts';
import { archivedTables } from './tables.ts';
import { entriesOf, writeTar } from './tar.ts';

let at: TestWorld;
let cast: Cast;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let signing: SigningKey;
let whole = '';
/** What `whole` holds. */
let audited: Awaited<ReturnType<typeof audit>>;
let before: Awaited<ReturnType<typeof contents>>;

const now = () => '2026-03-20T03:00:00.000Z';
const inFolder = (name: string) => join(place.path, name);

beforeAll(async () => {
  place = await temporaryFolder();
  at = await openWorld();
  cast = await castOf(at);
  await gather(at, cast);
  await handIn(at, cast);
  // The relay delivers behind our back; the world below is one that nobody is writing to.
  const waiting = at.world.db.selectFrom('outbox').select('id').where('delivered_at', 'is', null);
  while ((await waiting.execute()).length > 0) await turn();
  signing = openSigningKey(at.place.path);
  await makeCheckpoint(at.world.db, signing, now());
  whole = inFolder('whole.assay');
  await backUp({ ...at.world, now }, whole);
  before = await contents(at.world.db);
  audited = await audit(at.world.db);
});
afterAll(async () => {
  await at[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

/** A fresh installation, migrated or not. */
async function fresh(migrated = false) {
  const folder = await temporaryFolder();
  const { db, dialect, close } = openSqlite<Schema>(join(folder.path, 'assay.db'));
  if (migrated) await migrate(db, dialect);
  return {
    db,
    dialect,
    files: await openFileStore(join(folder.path, 'files')),
    async [Symbol.asyncDispose]() {
      await close();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** How many rows each archived table has, and their digest. */
async function contents(db: TestWorld['world']['db']): Promise<Record<string, { rows: number; digest: string }>> {
  const read: Record<string, { rows: number; digest: string }> = {};
  for (const table of await archivedTables(db)) {
    const rows: Row[] = [];
    for await (const page of pagesOf(db, table)) rows.push(...page);
    read[table.name] = { rows: rows.length, digest: digestOf(rows) };
  }
  return read;
}

/** A copy of an archive with entries changed on the way: null leaves one out. */
async function forged(name: string, change: (entry: string, content: Buffer) => Buffer | null): Promise<string> {
  const file = inFolder(name);
  await writeTar(file, async (tar) => {
    for await (const { name: entry, chunks } of entriesOf(whole)) {
      const content = change(entry, await buffer(chunks));
      if (content !== null) await tar.put(entry, content.byteLength, [content]);
    }
  });
  return file;
}

/** A copy whose fact table says something else and whose manifest agrees with it. */
async function withOtherFacts(name: string, change: (lines: string) => string): Promise<string> {
  let sha256 = '';
  return forged(name, (entry, content) => {
    if (entry.startsWith('tables/fact/')) {
      const changed = Buffer.from(change(content.toString()));
      sha256 = createHash('sha256').update(changed).digest('hex');
      return changed;
    }
    if (entry !== manifestName) return content;
    const text = content.toString();
    const [, old = ''] = /"table": "fact",\s+"rows": \d+,\s+"sha256": "(\w+)"/.exec(text) ?? [];
    return Buffer.from(text.replace(old, sha256));
  });
}

describe('backup and restore', () => {
  test('a restored installation has every row and file, and its audit is equal', async () => {
    await using other = await fresh();
    const restored = await restore(other, whole, { replace: false });
    expect(restored.files).toBeGreaterThan(0);
    expect(restored.audit).toEqual(audited);
    expect(restored.keys).toEqual([signing.publicKey]);
    expect(await verifyCheckpoints(other.db, new Set(restored.keys))).toMatchObject({ ok: true, checkpoints: 1 });
    expect(await contents(other.db)).toEqual(before);
    for (const { hash } of await at.world.db.selectFrom('upload').select('hash').execute())
      expect(await other.files.verify(hash)).toBe('sound');
    expect(await migrate(other.db, other.dialect)).toEqual([]);
  });

  test('people may sign in with their passwords afterwards, and nobody is signed in already', async () => {
    await using other = await fresh();
    await restore(other, whole, { replace: false });
    expect(await other.db.selectFrom('user').select('email').orderBy('email').execute()).toEqual(
      await at.world.db.selectFrom('user').select('email').orderBy('email').execute(),
    );
    const { rows } = await sql<{ passwords: number }>`select count(password) as passwords from account`.execute(
      other.db,
    );
    expect(rows[0]?.passwords).toBe(4);
    const names = (await archivedTables(at.world.db)).map(({ name }) => name);
    expect(names).toContain('account');
    expect(names).not.toContain('session');
  });

  test('two backups of one moment are the same to the byte, readable by their owner alone', async () => {
    const again = inFolder('again.assay');
    await backUp({ ...at.world, now }, again);
    expect(await readFile(again)).toEqual(await readFile(whole));
    expect((await stat(again)).mode & 0o777).toBe(0o600);
  });

  test('while commands are running, what is backed up is one moment: its facts are the first of the log', async () => {
    const reader = openSqlite<Schema>(join(at.place.path, 'assay.db'));
    const life = { writing: true };
    const writer = (async () => {
      for (let n = 0; life.writing; n++) {
        await cast.staff.cohort.open({
          ...at.command(),
          title: `Cohort ${n}`,
          opensOn: '2026-01-01',
          dueOn: '2026-06-30',
        });
        // As between two requests: the database answers at once, and the backup writes to a disk.
        await turn();
      }
    })();
    const file = inFolder('busy.assay');
    const made = await backUp({ db: reader.db, files: at.world.files, now }, file);
    const later = await at.world.db.selectFrom('fact').select('hash').orderBy('position').execute();
    life.writing = false;
    await writer;
    await reader.close();
    await using other = await fresh();
    const restored = await restore(other, file, { replace: false });
    const facts = await other.db.selectFrom('fact').select('hash').orderBy('position').execute();
    expect(restored.audit).toMatchObject({ ok: true, facts: made.facts });
    expect(facts).toEqual(later.slice(0, facts.length));
    expect(later.length).toBeGreaterThan(facts.length);
  });

  test('an installation that is in use is not overwritten unless that is said', async () => {
    await using other = await fresh(true);
    await sql`insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
      values ('p1', 'Rosa', 'rosa@test.example', 1, '2026-01-01', '2026-01-01')`.execute(other.db);
    await expect(restore(other, whole, { replace: false })).rejects.toThrow('add --replace');
    expect(await other.db.selectFrom('user').select('id').execute()).toEqual([{ id: 'p1' }]);
    await restore(other, whole, { replace: true });
    expect(await contents(other.db)).toEqual(before);
  });

  test('a file that the store lost is named, and the rest is backed up', async () => {
    await using other = await fresh();
    await restore(other, whole, { replace: false });
    const hash = 'f'.repeat(64);
    await other.db
      .insertInto('upload')
      .values({ hash, person: 'p', bytes: 1, media_type: 'text/plain', words: 1, noted_at: null })
      .execute();
    const made = await backUp({ ...other, now }, inFolder('lacking.assay'));
    expect(made.missing).toEqual([hash]);
    expect((await checkArchive(inFolder('lacking.assay'))).files.missing).toEqual([hash]);
  });

  test('a backup that cannot be finished leaves nothing behind and keeps the one before', async () => {
    const file = inFolder('kept.assay');
    await writeFile(file, 'the one before');
    const full = { ...at.world.files, verify: () => Promise.reject(new Error('the disk is gone')) };
    await expect(backUp({ db: at.world.db, files: full, now }, file)).rejects.toThrow('the disk is gone');
    expect(await readFile(file, 'utf8')).toBe('the one before');
    expect((await readdir(place.path)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('an archive that is not what was backed up', () => {
  /** Why a restore was refused; fails where it was not, or where it changed anything. */
  const refusal = async (file: string): Promise<string> => {
    await using other = await fresh(true);
    const says = await restore(other, file, { replace: true }).then(
      () => 'restored',
      (error: unknown) => (error instanceof ArchiveError ? error.message : String(error)),
    );
    expect(await other.db.selectFrom('fact').select('position').execute()).toEqual([]);
    expect((await migrationFiles()).length).toBe((await sql`select * from migration`.execute(other.db)).rows.length);
    return says;
  };

  test('is refused where a row was changed', async () => {
    const file = await forged('row.assay', (entry, content) =>
      entry.startsWith('tables/user/')
        ? Buffer.from(content.toString().replace('Candidate Test', 'Candidate Tess'))
        : content,
    );
    expect(await refusal(file)).toMatch('the table user is not what was backed up');
  });

  test('is refused where a file was changed, taken out or put in', async () => {
    const [first] = await at.world.db.selectFrom('upload').select('hash').orderBy('hash').execute();
    const name = `files/${first?.hash}`;
    const flipped = await forged('flipped.assay', (entry, content) =>
      entry === name ? Buffer.from(content.toString().replace('What', 'That')) : content,
    );
    expect(await refusal(flipped)).toMatch(`${name} is not what was backed up`);
    expect(await refusal(await forged('without.assay', (entry, content) => (entry === name ? null : content)))).toMatch(
      'the files are not',
    );
  });

  test('is refused where it was cut off, has no manifest, is no archive or is not there', async () => {
    const { size } = await stat(whole);
    const cut = inFolder('cut.assay');
    for (const bytes of [size - 3000, Math.floor(size / 2), 700]) {
      await writeFile(cut, (await readFile(whole)).subarray(0, bytes));
      expect(await refusal(cut)).toMatch(/cut off|is not what was backed up|no archive/);
    }
    expect(
      await refusal(await forged('open.assay', (entry, content) => (entry === manifestName ? null : content))),
    ).toMatch('manifest');
    await writeFile(cut, 'this is a letter, and no archive at all, whatever its name says. '.repeat(40));
    expect(await refusal(cut)).toMatch('no archive of Assay');
    expect(await refusal(inFolder('nowhere.assay'))).toMatch('There is no file');
  });

  test('is refused where its record is not whole, although every hash of the archive fits', async () => {
    const file = await withOtherFacts('edited.assay', (lines) =>
      lines.replace('"Spring\\"', '"Sprung\\"').replace('Spring', 'Sprung'),
    );
    await checkArchive(file);
    expect(await refusal(file)).toMatch('holds a record that is not whole');
  });

  test('is refused where a newer version made it', async () => {
    const file = await forged('newer.assay', (entry, content) =>
      entry === manifestName
        ? Buffer.from(content.toString().replace('"name": "marking"', '"name": "morrow"'))
        : content,
    );
    expect(await refusal(file)).toMatch('it has the step 4 (morrow)');
  });
});

describe('pages', () => {
  const tables = async () => {
    const opened = openSqlite<object>(':memory:');
    await sql`create table pair (a text not null, b text not null, n integer, primary key (b, a))`.execute(opened.db);
    await sql`create table heap (a text not null, b integer not null, done boolean not null)`.execute(opened.db);
    return opened;
  };
  const read = async (db: Kysely<object>, name: string, size: number) => {
    const table = (await archivedTables(db)).find((one) => one.name === name);
    if (table === undefined) throw new Error(`no table ${name}`);
    const pages: (readonly Row[])[] = [];
    for await (const page of pagesOf(db, table, size)) pages.push(page);
    return { table, rows: pages.flat(), pages: pages.length };
  };

  test.each([1, 2, 3, 100])('of %i rows hold every row of a table once, by a key of two columns', async (size) => {
    const { db, close } = await tables();
    await sql`insert into pair values ('x', '1', null), ('y', '1', 2), ('x', '2', 3), ('a', '9', 4)`.execute(db);
    const { rows } = await read(db, 'pair', size);
    expect(rows.map(({ a, b, n }) => [a, b, n])).toEqual([
      ['x', '1', null],
      ['y', '1', 2],
      ['x', '2', 3],
      ['a', '9', 4],
    ]);
    await close();
  });

  test.each([1, 2, 100])(
    'of %i rows hold equal rows of a table without a key as often as they are there',
    async (size) => {
      const { db, close } = await tables();
      await sql`insert into heap values ('x', 1, 1), ('x', 1, 1), ('x', 1, 0), ('y', 1, 1), ('x', 1, 1)`.execute(db);
      const { rows, table } = await read(db, 'heap', size);
      const [no, yes, other] = [
        { a: 'x', b: 1, done: false },
        { a: 'x', b: 1, done: true },
        { a: 'y', b: 1, done: true },
      ];
      expect(rows).toEqual([no, yes, yes, yes, other]);
      await sql`delete from heap`.execute(db);
      await insertRows(db, table, rows);
      expect((await read(db, 'heap', size)).rows).toEqual(rows);
      expect((await sql<{ done: number }>`select distinct done from heap`.execute(db)).rows).toHaveLength(2);
      await close();
    },
  );

  test('every table of this version has a key, or a value in every column', async () => {
    const { db } = at.world;
    const nullable = new Map((await db.introspection.getTables()).map(({ name, columns }) => [name, columns]));
    for (const { name, key } of await archivedTables(db))
      expect([name, key.length > 0 || nullable.get(name)?.every(({ isNullable }) => !isNullable)]).toEqual([
        name,
        true,
      ]);
  });
});
