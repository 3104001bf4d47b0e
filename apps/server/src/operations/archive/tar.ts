import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract, pack } from 'tar-stream';
import { ArchiveError } from './errors.ts';

type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** An archive that is being written. */
export interface Tar {
  /** Appends an entry of exactly `size` bytes, and resolves once it has been handed on. */
  put(name: string, size: number, chunks: Chunks): Promise<void>;
}

/**
 * Writes a tar file under a name of its own, for its owner alone, and gives it the wanted name once it is whole and on
 * disk. Nothing stays where `fill` throws. Answers what `fill` answered, and the file's size in bytes.
 */
export async function writeTar<Value>(
  file: string,
  fill: (tar: Tar) => Promise<Value>,
): Promise<{ value: Value; bytes: number }> {
  const aside = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.part`);
  const packing = pack();
  const out = createWriteStream(aside, { flags: 'wx', mode: 0o600, flush: true });
  const done = pipeline(packing, out);
  // Told where it is awaited below; until then it is no unhandled rejection.
  done.catch(() => undefined);
  try {
    const value = await fill({
      async put(name, size, chunks) {
        const entry = packing.entry({ name, size, mode: 0o600, mtime: new Date(0) });
        await pipeline(chunks, entry);
      },
    });
    packing.finalize();
    await done;
    await rename(aside, file);
    await flushFolder(dirname(file));
    return { value, bytes: out.bytesWritten };
  } catch (error) {
    // A full disk ends the entry that is being written: what the disk said is the cause.
    const cause = out.errored ?? error;
    packing.destroy();
    await done.catch(() => undefined);
    await rm(aside, { force: true });
    throw cause;
  }
}

/** The entries of a tar file in order. Each one's content must be read before the next is asked for. */
export async function* entriesOf(file: string): AsyncGenerator<{ name: string; chunks: AsyncIterable<Uint8Array> }> {
  const extracting = extract();
  const source = createReadStream(file);
  source.on('error', (error) => extracting.destroy(error));
  source.pipe(extracting);
  try {
    for await (const entry of extracting) yield { name: entry.header.name, chunks: told(entry, file) };
  } catch (error) {
    throw explained(error, file);
  } finally {
    source.destroy();
  }
}

async function* told(entry: AsyncIterable<unknown>, file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of entry) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    throw explained(error, file);
  }
}

function explained(error: unknown, file: string): ArchiveError {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const says = missing ? `There is no file ${file}.` : `${file} is no archive of Assay's, or it was cut off.`;
  return new ArchiveError(says, { cause: error });
}

async function flushFolder(folder: string): Promise<void> {
  await using handle = await open(folder);
  await handle.sync();
}
