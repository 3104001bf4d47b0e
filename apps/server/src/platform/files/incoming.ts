import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes off the wire, or made by the server itself. */
export type Body = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** A whole file that is not yet part of the store. `hash` is SHA-256 in 64 small hex digits. */
export type Written = { readonly path: string; readonly hash: string; readonly bytes: number };

/** Nothing is written for an hour on end. Milliseconds. */
const deadAfter = 60 * 60 * 1000;

/** Makes the folder where files grow, and removes what dead processes left there. */
export async function openIncoming(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const limit = Date.now() - deadAfter;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Another process may be writing at this moment: what was written to lately is alive.
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < limit) await rm(path, { force: true });
  }
}

/**
 * Writes a body to a file of its own, hashing and counting as it passes. The caller moves or removes it.
 *
 * @throws what the body or the disk throws; nothing stays on disk then.
 */
export async function writeAside(folder: string, body: Body): Promise<Written> {
  const path = join(folder, randomUUID());
  try {
    await using file = await open(path, 'wx', 0o600);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    // Before the rename, or a power cut could leave a name with nothing behind it.
    await file.sync();
    return { path, hash: hash.digest('hex'), bytes };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
