import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes off the wire, or made by the server itself. */
export type Body = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>;

/** A body written aside, flushed to disk and not yet part of the store. */
export type Written = {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
  /** The first 4 kB. */
  readonly head: Uint8Array;
};

const headBytes = 4096;
/** No upload is silent for an hour: the server ends the request long before. Milliseconds. */
const deadAfter = 60 * 60 * 1000;

/** Makes the folder where uploads grow, and removes what dead ones left there. */
export async function openIncoming(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const limit = Date.now() - deadAfter;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    // Another process may be receiving at this moment: what was written to lately is alive.
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < limit) await rm(path, { force: true });
  }
}

/**
 * Writes a body to a file of its own, hashing and counting as it passes.
 * Nothing stays on disk unless it came to its end within the limit.
 *
 * @param limit bytes.
 * @returns the written file, which the caller moves or removes; `tooLarge` as soon as the limit is passed; `interrupted` when the body broke off.
 * @throws the file system's error when the disk fails.
 */
export async function writeAside(
  folder: string,
  body: Body,
  limit: number,
): Promise<Written | 'tooLarge' | 'interrupted'> {
  const path = join(folder, randomUUID());
  const done = await write(path, body, limit).catch(async (error: unknown) => {
    await rm(path, { force: true });
    throw error;
  });
  if (typeof done === 'string') await rm(path, { force: true });
  return done;
}

async function write(path: string, body: Body, limit: number): Promise<Written | 'tooLarge' | 'interrupted'> {
  await using file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  const head: Uint8Array[] = [];
  let bytes = 0;
  const source = guarded(body);
  for await (const chunk of source.chunks) {
    if (bytes < headBytes) head.push(chunk.subarray(0, headBytes - bytes));
    bytes += chunk.byteLength;
    if (bytes > limit) return 'tooLarge';
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  if (source.broken()) return 'interrupted';
  // Before the rename, or a power cut could leave a name with nothing behind it.
  await file.sync();
  return { path, hash: hash.digest('hex'), bytes, head: Buffer.concat(head) };
}

/** Tells a body that broke off from a disk that failed: only the first is the sender's affair. */
function guarded(body: Body): { chunks: AsyncIterable<Uint8Array>; broken(): boolean } {
  let broken = false;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const iterator = body[Symbol.asyncIterator]();
    try {
      for (;;) {
        const step = await iterator.next().catch(() => null);
        if (step === null) broken = true;
        if (step === null || step.done) return;
        yield step.value;
      }
    } finally {
      // Lets go of the rest, as when the limit was passed.
      if (!broken) await iterator.return?.()?.catch(() => undefined);
    }
  }
  return { chunks: chunks(), broken: () => broken };
}
