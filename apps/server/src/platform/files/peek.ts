import { open } from 'node:fs/promises';

const windowBytes = 64 * 1024;

/** A file read at any place through one small window, so that walking through it costs no memory. */
export type Peek = {
  readonly size: number;
  /** `length` bytes from `at`, fewer at the end of the file. At most 64 kB. */
  bytes(at: number, length: number): Promise<Buffer>;
};

/** Opens a file for walking, and closes it when the work is done. */
export async function peeking<Answer>(path: string, work: (peek: Peek) => Promise<Answer>): Promise<Answer> {
  await using file = await open(path);
  const { size } = await file.stat();
  const space = Buffer.alloc(windowBytes);
  let start = 0;
  let filled = 0;
  return await work({
    size,
    async bytes(at, length) {
      const wanted = Math.max(0, Math.min(length, windowBytes, size - at));
      if (at < start || at + wanted > start + filled) {
        start = at;
        ({ bytesRead: filled } = await file.read(space, 0, windowBytes, at));
      }
      return space.subarray(at - start, at - start + wanted);
    },
  });
}
