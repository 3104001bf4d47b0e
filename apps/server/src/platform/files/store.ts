import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../log.ts';
import { placeOf } from './hash.ts';
import { openIncoming, writeAside, type Body, type Written } from './incoming.ts';
import type { Part, Shelf } from './shelf.ts';
import { DamagedFile, verified } from './verified.ts';

/** `hash` is SHA-256 in 64 small hex digits. */
export type StoredFile = { readonly hash: string; readonly bytes: number };
type Soundness = 'sound' | 'damaged' | 'missing';

/** Files by the hash of their content: one content is kept once, and none is ever changed. */
export type FileStore = {
  /** Takes a whole file that lies on this machine; it is gone from there afterwards. */
  put(file: Written): Promise<StoredFile>;
  /** Takes what the server itself made, whatever its type. @throws what the body throws when it breaks off. */
  keep(body: Body): Promise<StoredFile>;
  /** Size in bytes, or null when there is no such file. */
  bytes(hash: string): Promise<number | null>;
  /**
   * The content, or null; `bytes` is the size of the whole. A whole file checks itself while it is read, and a damaged
   * one breaks off before its end with a DamagedFile. A part cannot: ask `soundLately` first.
   */
  open(hash: string, part?: Part): Promise<{ stream: ReadableStream<Uint8Array>; bytes: number } | null>;
  /** Reads the whole file and compares. */
  verify(hash: string): Promise<Soundness>;
  /** As `verify`, but a file that was found sound within the last ten minutes is not read again. */
  soundLately(hash: string): Promise<Soundness>;
  /** A sound file as one on this machine, until it is given back: `await using`. Null when it is missing or damaged. */
  borrow(hash: string): Promise<(AsyncDisposable & { readonly path: string }) | null>;
  /** Deletes the file for good; one that is not there is no error. */
  remove(hash: string): Promise<void>;
};

/** How long a file that was found sound is taken to be so for reading parts of it, in milliseconds, and how many are remembered. */
const trusted = { for: 10 * 60 * 1000, atMost: 1000 };

/**
 * Opens the store, and clears what dead processes left in its folder.
 *
 * @param folder absolute, made when missing: files grow there before they are kept, wherever `shelf` is.
 */
export async function openFileStore({
  folder,
  shelf,
  log,
}: {
  readonly folder: string;
  readonly shelf: Shelf;
  readonly log: Log;
}): Promise<FileStore> {
  const incoming = join(folder, 'incoming');
  await mkdir(folder, { recursive: true });
  await openIncoming(incoming);
  const sound = new Map<string, number>();
  const told = (err: DamagedFile) => log.error({ err }, 'a stored file is damaged; restore it from a backup');

  async function bytes(hash: string): Promise<number | null> {
    const place = placeOf(hash);
    return place === null ? null : shelf.bytes(place);
  }

  async function put(file: Written): Promise<StoredFile> {
    const place = placeOf(file.hash);
    if (place === null) throw new Error(`Not a SHA-256 hash: ${file.hash}`);
    // Over one that is there too: a damaged one is mended by whoever brings it again.
    await shelf.put(place, file);
    return { hash: file.hash, bytes: file.bytes };
  }

  async function open(hash: string, part?: Part) {
    const place = placeOf(hash);
    const size = await bytes(hash);
    if (place === null || size === null) return null;
    const stream = await shelf.read(place, part);
    return { bytes: size, stream: part === undefined ? verified(stream, hash, told) : stream };
  }

  async function verify(hash: string): Promise<Soundness> {
    const opened = await open(hash);
    if (opened === null) return 'missing';
    sound.delete(hash);
    try {
      for await (const chunk of opened.stream) void chunk;
    } catch (error) {
      if (error instanceof DamagedFile) return 'damaged';
      throw error;
    }
    if (sound.size >= trusted.atMost) sound.clear();
    sound.set(hash, Date.now());
    return 'sound';
  }

  return {
    put,
    keep: async (body) => put(await writeAside(incoming, body)),
    bytes,
    open,
    verify,
    async soundLately(hash) {
      const found = sound.get(hash);
      return found !== undefined && Date.now() - found < trusted.for ? 'sound' : verify(hash);
    },
    async borrow(hash) {
      const path = shelf.pathOf(placeOf(hash) ?? '');
      if (path !== null)
        return (await verify(hash)) === 'sound' ? { path, [Symbol.asyncDispose]: () => Promise.resolve() } : null;
      const opened = await open(hash);
      const copy = opened && (await writeAside(incoming, opened.stream).catch(whenDamaged));
      return copy && { path: copy.path, [Symbol.asyncDispose]: () => rm(copy.path, { force: true }) };
    },
    async remove(hash) {
      const place = placeOf(hash);
      if (place === null) return;
      sound.delete(hash);
      await shelf.remove(place);
    },
  };
}

function whenDamaged(error: unknown): null {
  if (error instanceof DamagedFile) return null;
  throw error;
}
