import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { keptFiles } from '../files/keptFiles.ts';
import { manifestName, fileName, pageName, type Manifest } from './manifest.ts';
import { pagesOf } from './rows.ts';
import { archivedTables, type Table } from './tables.ts';
import { writeTar, type Tar } from './tar.ts';

/** What was written. `digest` is the SHA-256 of the manifest: whoever keeps it elsewhere can tell a forged archive. */
export interface BackedUp {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly facts: number;
  readonly files: number;
  /** Hashes of files that the database refers to and the store does not have whole. */
  readonly missing: readonly string[];
  readonly digest: string;
}

/**
 * Writes the database and the files that it refers to into one archive, as they are at one moment, while others go on
 * working. Only a whole archive gets its name; one of that name from before is replaced.
 */
export async function backUp(
  { db, files, now }: { readonly db: Database; readonly files: FileStore; readonly now: () => string },
  file: string,
): Promise<BackedUp> {
  const { value, bytes } = await writeTar(file, (tar) =>
    db
      .transaction()
      .setAccessMode('read only')
      .setIsolationLevel('repeatable read')
      .execute(async (reading) => {
        const tables: Manifest['tables'] = [];
        for (const table of await archivedTables(reading)) tables.push(await putTable(tar, reading, table));
        const manifest: Manifest = {
          format: 'assay-archive',
          formatVersion: 1,
          madeAt: now(),
          migrations: await migrationsOf(reading),
          tables,
          files: await putFiles(tar, reading, files),
        };
        const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
        await tar.put(manifestName, text.byteLength, [text]);
        return {
          tables: tables.length,
          rows: tables.reduce((sum, { rows }) => sum + rows, 0),
          facts: tables.find(({ table }) => table === 'fact')?.rows ?? 0,
          files: manifest.files.count,
          missing: manifest.files.missing,
          digest: createHash('sha256').update(text).digest('hex'),
        };
      }),
  );
  return { file, bytes, ...value };
}

async function putTable(tar: Tar, reading: Database, table: Table): Promise<Manifest['tables'][number]> {
  const hash = createHash('sha256');
  let rows = 0;
  let number = 0;
  for await (const page of pagesOf(reading, table)) {
    const lines = Buffer.from(page.map((row) => `${JSON.stringify(row)}\n`).join(''));
    hash.update(lines);
    rows += page.length;
    await tar.put(pageName(table.name, ++number), lines.byteLength, [lines]);
  }
  return { table: table.name, rows, sha256: hash.digest('hex') };
}

async function putFiles(tar: Tar, reading: Database, files: FileStore): Promise<Manifest['files']> {
  const list = createHash('sha256');
  const missing: string[] = [];
  let count = 0;
  let bytes = 0;
  for await (const hash of keptFiles(reading)) {
    // Read once to see that it is sound, so that an archive holds nothing that could not be restored.
    const opened = (await files.verify(hash)) === 'sound' ? await files.open(hash) : null;
    if (opened === null) {
      missing.push(hash);
      continue;
    }
    await tar.put(fileName(hash), opened.bytes, opened.stream);
    list.update(`${hash}\n`);
    count++;
    bytes += opened.bytes;
  }
  return { count, bytes, sha256: list.digest('hex'), missing };
}

async function migrationsOf(reading: Database): Promise<Manifest['migrations']> {
  const { rows } = await sql<{ number: number; name: string; applied_at: string }>`
    select number, name, applied_at from migration order by number`.execute(reading);
  return rows.map(({ number, name, applied_at: appliedAt }) => ({ number, name, appliedAt }));
}
