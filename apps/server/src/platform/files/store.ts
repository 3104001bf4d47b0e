import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse, type Refusal } from '../refusal.ts';
import { placeOf } from './hash.ts';
import { openIncoming, writeAside, type Body, type Written } from './incoming.ts';
import { plainName } from './name.ts';
import { checkType } from './typeCheck.ts';
import type { FileType } from './types.ts';

/** `hash` is SHA-256 in 64 small hex digits. */
export type StoredFile = { readonly hash: string; readonly bytes: number };
export type Received =
  | ({ readonly ok: true; readonly type: FileType; readonly name: string } & StoredFile)
  | Refusal<'tooLarge' | 'typeRefused' | 'empty' | 'interrupted'>;

/** Files by the hash of their content: one content is kept once, and none is ever changed. */
export type FileStore = {
  /**
   * Takes what a person uploads: by its content one of the accepted types.
   * A refusal leaves nothing behind. `limit` in bytes, 50 MB when absent.
   */
  receive(body: Body, upload: { readonly name: string; readonly limit?: number }): Promise<Received>;
  /** Takes what the server itself made, whatever its type. @throws when the body breaks off. */
  keep(body: Body): Promise<StoredFile>;
  /** Size in bytes, or null when there is no such file. */
  bytes(hash: string): Promise<number | null>;
  /** The content, or null. `range` in bytes from 0, its end included; `bytes` is the size of the whole. */
  open(
    hash: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<{ stream: ReadableStream<Uint8Array>; bytes: number } | null>;
  /** Reads the whole file and compares. */
  verify(hash: string): Promise<'sound' | 'damaged' | 'missing'>;
  /** Deletes the file for good; one that is not there is no error. */
  remove(hash: string): Promise<void>;
};

/** 50 MB. */
export const uploadLimit = 50 * 1024 * 1024;

/**
 * A file's bytes as a web stream, read as they are asked for. Not `Readable.toWeb`: its type is Node's own and fits no
 * other ReadableStream, and whoever imports our types may have the browser's.
 */
function streamOf(path: string, range?: { readonly start: number; readonly end: number }): ReadableStream<Uint8Array> {
  const file = createReadStream(path, range);
  const chunks: AsyncIterator<Uint8Array> = file[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel() {
      file.destroy();
    },
  });
}

/** Opens the store, and clears what dead uploads left. @param folder absolute, made when missing. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming');
  await openIncoming(incoming);

  async function bytesOf(hash: string): Promise<number | null> {
    const place = placeOf(hash);
    if (place === null) return null;
    const found = await stat(join(folder, place)).catch(whenMissing);
    return found === null ? null : found.size;
  }

  return {
    async receive(body, upload) {
      const name = plainName(upload.name);
      const limit = upload.limit ?? uploadLimit;
      const written = await writeAside(incoming, body, limit);
      if (written === 'interrupted') {
        return refuse(written, `The upload of "${name}" broke off. Nothing was kept; try again.`);
      }
      if (written === 'tooLarge') {
        return refuse(written, `"${name}" is larger than ${inMegabytes(limit)}, the most for one file.`);
      }
      if (written.bytes === 0) {
        await rm(written.path, { force: true });
        return refuse('empty', `"${name}" is empty.`);
      }
      try {
        const checked = await checkType({ name, head: written.head, path: written.path });
        return checked.ok ? { ...checked, name, ...(await take(folder, written)) } : checked;
      } finally {
        await rm(written.path, { force: true });
      }
    },
    async keep(body) {
      const written = await writeAside(incoming, body, Number.MAX_SAFE_INTEGER);
      if (typeof written === 'string') throw new Error('A file that the server was making broke off.');
      return take(folder, written);
    },
    bytes: bytesOf,
    async open(hash, range) {
      const bytes = await bytesOf(hash);
      const place = placeOf(hash);
      if (bytes === null || place === null) return null;
      return { bytes, stream: streamOf(join(folder, place), range) };
    },
    async verify(hash) {
      const place = placeOf(hash);
      if (place === null || (await bytesOf(hash)) === null) return 'missing';
      const now = createHash('sha256');
      for await (const chunk of createReadStream(join(folder, place))) now.update(chunk);
      return now.digest('hex') === hash ? 'sound' : 'damaged';
    },
    async remove(hash) {
      const place = placeOf(hash);
      if (place !== null) await rm(join(folder, place), { force: true });
    },
  };
}

/** Moves a written file to its place in one step. One that is there already stays, unless it was cut short. */
async function take(folder: string, { path, hash, bytes }: Written): Promise<StoredFile> {
  const place = placeOf(hash);
  if (place === null) throw new Error(`Not a SHA-256 hash: ${hash}`);
  const target = join(folder, place);
  const there = await stat(target).catch(whenMissing);
  if (there?.size === bytes) {
    await rm(path, { force: true });
    return { hash, bytes };
  }
  await mkdir(dirname(target), { recursive: true });
  await rename(path, target);
  // The names too must survive a power cut: that of the file, and that of a new folder.
  await flushFolder(dirname(target));
  await flushFolder(folder);
  return { hash, bytes };
}

async function flushFolder(folder: string): Promise<void> {
  await using handle = await open(folder);
  await handle.sync();
}

function whenMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

function inMegabytes(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return `${megabytes >= 1 ? Math.round(megabytes) : megabytes.toPrecision(2)} MB`;
}
