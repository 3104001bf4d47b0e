import type { Peek } from './peek.ts';

/**
 * Where an image ends by its own structure, in bytes from the beginning of the file; null when the structure breaks
 * off. What lies behind that end belongs to no picture.
 */
type ImageEnd = (peek: Peek) => Promise<number | null>;

/** PNG: chunks of length, name, data and checksum, the last one named IEND. */
const pngEnd: ImageEnd = async (peek) => {
  let at = 8;
  while (at + 12 <= peek.size) {
    const chunk = await peek.bytes(at, 8);
    const last = chunk.toString('latin1', 4) === 'IEND';
    at += 12 + chunk.readUInt32BE(0);
    if (last) return at <= peek.size ? at : null;
  }
  return null;
};

/** WebP: one RIFF chunk that says its length, made even. */
const webpEnd: ImageEnd = async (peek) => {
  const length = (await peek.bytes(4, 4)).readUInt32LE(0);
  const end = 8 + length + (length % 2);
  return end <= peek.size + (length % 2) ? Math.min(end, peek.size) : null;
};

/** GIF: a screen, then pictures and extensions made of small blocks, then a semicolon. */
const gifEnd: ImageEnd = async (peek) => {
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const byteAt = async (at: number) => (await peek.bytes(at, 1))[0];
  let at = 13 + tableBytes((await byteAt(10)) ?? 0);
  for (;;) {
    const kind = await byteAt(at);
    if (kind === 0x3b) return at + 1;
    if (kind === 0x2c) at += 10 + tableBytes((await byteAt(at + 9)) ?? 0) + 1;
    else if (kind === 0x21) at += 2;
    else return null;
    for (;;) {
      const length = await byteAt(at);
      if (length === undefined) return null;
      at += 1 + length;
      if (length === 0) break;
    }
  }
};

/** The kinds whose end can be told. A JPEG's cannot: cameras put thumbnails and films behind it. */
export const imageEnds = { 'image/png': pngEnd, 'image/webp': webpEnd, 'image/gif': gifEnd } as const;
