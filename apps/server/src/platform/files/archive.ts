import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { refuse, type Refusal } from '../refusal.ts';
import { isProgram } from './programs.ts';

/** How much an archive may claim to hold before anything of it is unpacked. */
export type ArchiveLimits = {
  readonly entries: number;
  /** All entries unpacked together, in bytes. */
  readonly unpacked: number;
  /** How many times larger than packed an entry may be, where it is larger than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
};

/** A Word document of 50 MB is mostly pictures, which do not shrink; the text of a long book shrinks to a twentieth. */
export const archiveLimits: ArchiveLimits = {
  entries: 2000,
  unpacked: 256 * 1024 * 1024,
  ratio: 100,
  ratioFrom: 1024 * 1024,
};

type Inspected = { readonly ok: true; readonly names: ReadonlySet<string> } | Refusal<'unsound' | 'bomb' | 'program'>;

/**
 * Looks through a ZIP file: its directory first, against the limits, and then every entry unpacked to nothing, so that
 * the sizes in the directory are the true ones for whoever unpacks it later. Memory does not grow with the file.
 *
 * @returns the names in it, or a refusal whose sentence continues "The file …".
 * @throws the file system's error when the file cannot be read.
 */
export async function inspectArchive(path: string, limits: ArchiveLimits = archiveLimits): Promise<Inspected> {
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true });
    const listed = await listEntries(zip, limits);
    if (!listed.ok) return listed;
    for (const entry of listed.entries) {
      if (entry.isEncrypted()) return refuse('unsound', 'is locked with a password');
      const head = await unpackToNothing(await zip.openReadStreamPromise(entry));
      if (isProgram(entry.fileName, head)) return refuse('program', `holds a program (${entry.fileName})`);
    }
    return { ok: true, names: new Set(listed.entries.map(({ fileName }) => fileName)) };
  } catch (error) {
    // Only the file system's errors name a system call; all others are about what is in the file.
    if (!(error instanceof Error) || 'syscall' in error) throw error;
    return refuse('unsound', 'is an archive that is damaged or not what it says');
  } finally {
    zip?.close();
  }
}

async function listEntries(
  zip: ZipFile,
  limits: ArchiveLimits,
): Promise<{ readonly ok: true; readonly entries: Entry[] } | Refusal<'unsound' | 'bomb'>> {
  if (zip.entryCount > limits.entries)
    return refuse('bomb', `is an archive of ${zip.entryCount} files, more than any document has`);
  const entries: Entry[] = [];
  const names = new Set<string>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (unpacked > limits.unpacked || (entry.uncompressedSize > limits.ratioFrom && ratio > limits.ratio))
      return refuse('bomb', 'would unpack to far more than any document holds');
    // Of two files with one name, one program reads the first and another the last.
    if (names.has(entry.fileName)) return refuse('unsound', `holds two files with one name (${entry.fileName})`);
    names.add(entry.fileName);
    entries.push(entry);
  }
  const first = Math.min(...entries.map(({ relativeOffsetOfLocalHeader }) => relativeOffsetOfLocalHeader));
  if (first !== 0) return refuse('unsound', 'is an archive with something else before it');
  return { ok: true, entries };
}

/** Reads an entry to its end and keeps its first bytes. yauzl fails once more comes out than the directory said. */
async function unpackToNothing(stream: Readable): Promise<Uint8Array> {
  let head: Uint8Array = new Uint8Array();
  const chunks: AsyncIterable<Uint8Array> = stream;
  for await (const chunk of chunks) if (head.length === 0) head = chunk.subarray(0, 64);
  return head;
}
