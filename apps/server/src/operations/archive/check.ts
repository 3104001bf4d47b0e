import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { ArchiveError } from './errors.ts';
import { entryOf, manifestShape, type Manifest } from './manifest.ts';
import { entriesOf } from './tar.ts';

/**
 * Reads a whole archive and compares every hash with its manifest. Changes nothing.
 *
 * @throws ArchiveError for an archive that was cut off, changed, or is none of ours.
 */
export async function checkArchive(file: string): Promise<Manifest> {
  const tables = new Map<string, { hash: ReturnType<typeof createHash>; rows: number; pages: number }>();
  const files = { list: createHash('sha256'), count: 0, bytes: 0 };
  let manifest: Manifest | null = null;
  for await (const { name, chunks } of entriesOf(file)) {
    const entry = entryOf(name);
    if (entry === null || manifest !== null) throw new ArchiveError(`${file} holds ${name}, which no archive does.`);
    if (entry.kind === 'manifest') manifest = manifestIn(await text(chunks), file);
    else if (entry.kind === 'page') {
      const table = tables.get(entry.table) ?? { hash: createHash('sha256'), rows: 0, pages: 0 };
      tables.set(entry.table, table);
      if (entry.page !== ++table.pages) throw new ArchiveError(`${file} lacks a part before ${name}.`);
      for await (const chunk of chunks) {
        table.hash.update(chunk);
        table.rows += newlines(chunk);
      }
    } else {
      const hash = createHash('sha256');
      for await (const chunk of chunks) {
        hash.update(chunk);
        files.bytes += chunk.byteLength;
      }
      if (hash.digest('hex') !== entry.hash) throw new ArchiveError(`${file}: ${name} is not what was backed up.`);
      files.list.update(`${entry.hash}\n`);
      files.count++;
    }
  }
  if (manifest === null) throw new ArchiveError(`${file} was cut off: its manifest, the last part, is missing.`);
  for (const { table, rows, sha256 } of manifest.tables) {
    const found = tables.get(table) ?? { hash: createHash('sha256'), rows: 0 };
    tables.delete(table);
    if (found.rows !== rows || found.hash.digest('hex') !== sha256)
      throw new ArchiveError(`${file}: the table ${table} is not what was backed up.`);
  }
  const [unnamed] = tables.keys();
  if (unnamed !== undefined)
    throw new ArchiveError(`${file} holds a table ${unnamed} that its manifest does not name.`);
  const { count, bytes, sha256 } = manifest.files;
  if (files.count !== count || files.bytes !== bytes || files.list.digest('hex') !== sha256)
    throw new ArchiveError(`${file}: the files are not those that were backed up.`);
  return manifest;
}

function manifestIn(json: string, file: string): Manifest {
  const read = manifestShape.safeParse(parsed(json));
  if (read.success) return read.data;
  throw new ArchiveError(`${file} has a manifest that this version of Assay cannot read.`, { cause: read.error });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function newlines(chunk: Uint8Array): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}
