import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';
import type { Database, Writing } from '../../database.ts';
import { isEmpty } from '../../demo/installation.ts';
import type { Dialect } from '../../platform/dialect.ts';
import type { FileStore } from '../../platform/files/store.ts';
import { migrationFiles } from '../../platform/migrationFiles.ts';
import { audit, type Audit } from '../../record/verify.ts';
import { verifyCheckpoints } from '../checkpoints/verifyCheckpoints.ts';
import { checkArchive } from './check.ts';
import { ArchiveError } from './errors.ts';
import { entryOf, type Manifest } from './manifest.ts';
import { migrateFurther, remake } from './remake.ts';
import { insertRows, type Row } from './rows.ts';
import { allTables } from './tables.ts';
import { entriesOf } from './tar.ts';

/** What was put back. */
export interface Restored {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly missing: readonly string[];
  readonly audit: Audit;
  /** The public keys with which its checkpoints are signed. */
  readonly keys: readonly string[];
}

/**
 * Puts an archive back, whole or not at all: every hash is compared first, then tables, rows and the steps since the
 * archive's version go into one transaction, the record is audited inside it, and only a whole record is committed.
 *
 * @param replace whether an installation with people or facts in it may be overwritten.
 * @throws ArchiveError where the archive is damaged, is newer than this version, or something is there already.
 */
export async function restore(
  { db, dialect, files }: { readonly db: Database; readonly dialect: Dialect; readonly files: FileStore },
  file: string,
  { replace }: { readonly replace: boolean },
): Promise<Restored> {
  const manifest = await checkArchive(file);
  await fitsThisVersion(manifest, file);
  const found = await db.transaction().execute(async (writing) => {
    await dialect.alone(writing);
    if (!replace && !(await isBlank(writing)))
      throw new ArchiveError(
        'There are people or facts in this installation already, so nothing was restored. To overwrite them, stop the server and add --replace.',
      );
    await remake(writing, dialect.kind, manifest.migrations);
    await fill(writing, file);
    await migrateFurther(writing, dialect.kind, manifest.migrations.length);
    const audited = await audit(writing);
    if (!audited.ok)
      throw new ArchiveError(
        `${file} holds a record that is not whole, so nothing was restored: ${audited.broken.says} (${audited.broken.position === null ? `record ${audited.broken.stream}` : `fact ${audited.broken.position}`}).`,
      );
    const sealed = await verifyCheckpoints(writing, null);
    if (!sealed.ok)
      throw new ArchiveError(
        `${file} holds a record that is not the one that was sealed, so nothing was restored: ${sealed.broken.says}.`,
      );
    // Before the commit: a database never refers to files that are not there yet.
    await keepFiles(files, file);
    const keys = await writing.selectFrom('checkpoint').select('key').distinct().orderBy('key').execute();
    return { audit: audited, keys: keys.map(({ key }) => key) };
  });
  return {
    madeAt: manifest.madeAt,
    tables: manifest.tables.length,
    rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    files: manifest.files.count,
    missing: manifest.files.missing,
    ...found,
  };
}

/** No tables yet, or nobody and nothing in them. */
async function isBlank(writing: Writing): Promise<boolean> {
  const tables = new Set((await allTables(writing)).map(({ name }) => name));
  return !tables.has('user') || !tables.has('fact') || isEmpty(writing);
}

async function fitsThisVersion({ migrations }: Manifest, file: string): Promise<void> {
  const own = await migrationFiles();
  const stranger = migrations.find(
    ({ number, name }, index) => own[index]?.number !== number || own[index].name !== name,
  );
  if (stranger !== undefined)
    throw new ArchiveError(
      `${file} was made by another version of Assay: it has the step ${stranger.number} (${stranger.name}), which this one does not have. Restore it with the version that made it, or a newer one.`,
    );
}

async function fill(writing: Writing, file: string): Promise<void> {
  const tables = new Map((await allTables(writing)).map((table) => [table.name, table]));
  for await (const { name, chunks } of entriesOf(file)) {
    const entry = entryOf(name);
    if (entry?.kind !== 'page') return;
    const table = tables.get(entry.table);
    if (table === undefined) throw new ArchiveError(`${file} holds a table ${entry.table} that there is none of.`);
    await insertRows(writing, table, await rowsIn(chunks));
  }
}

const rowShape = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

async function rowsIn(chunks: AsyncIterable<Uint8Array>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const line of createInterface({ input: Readable.from(chunks) }))
    rows.push(rowShape.parse(JSON.parse(line)));
  return rows;
}

async function keepFiles(files: FileStore, file: string): Promise<void> {
  for await (const { name, chunks } of entriesOf(file)) {
    const entry = entryOf(name);
    if (entry?.kind === 'file') await files.keep(chunks);
    else await buffer(chunks);
  }
}
