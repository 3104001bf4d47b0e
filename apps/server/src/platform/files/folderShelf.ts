import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Part, Shelf } from './shelf.ts';

/** Files in a folder of this machine, on the same disk as those that come in. @param folder absolute. */
export function folderShelf(folder: string): Shelf {
  return {
    async put(place, { path }) {
      const target = join(folder, place);
      await mkdir(dirname(target), { recursive: true });
      await flush(path);
      await rename(path, target);
      // The names too must survive a power cut: that of the file, and that of a new folder.
      await flush(dirname(target));
      await flush(folder);
    },
    async bytes(place) {
      const found = await stat(join(folder, place)).catch(whenMissing);
      return found === null ? null : found.size;
    },
    read: (place, part) => Promise.resolve(streamOf(join(folder, place), part)),
    remove: (place) => rm(join(folder, place), { force: true }),
    pathOf: (place) => join(folder, place),
  };
}

/**
 * A file's bytes as a web stream, read as they are asked for. Not `Readable.toWeb`: its type is Node's own and fits no
 * other ReadableStream, and whoever imports our types may have the browser's.
 */
function streamOf(path: string, part?: Part): ReadableStream<Uint8Array> {
  const file = createReadStream(path, part);
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

async function flush(path: string): Promise<void> {
  await using handle = await open(path);
  await handle.sync();
}

function whenMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
