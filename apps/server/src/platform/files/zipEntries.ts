import { open } from 'node:fs/promises';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record is 22 bytes and a comment of at most 65,535. */
const longestEnd = 22 + 65_535;
/** A Word document's directory is a few kilobytes; more is not read. */
const longestDirectory = 4 * 1024 * 1024;

/**
 * The names in a ZIP file's central directory, read without unpacking
 * anything; empty when there is no sound directory.
 */
export async function zipEntries(path: string): Promise<ReadonlySet<string>> {
  await using file = await open(path);
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, longestEnd));
  await file.read(tail, 0, tail.length, size - tail.length);
  const end = lastEndRecord(tail);
  if (end === null || end.directoryBytes > longestDirectory) return new Set();
  const directory = Buffer.alloc(end.directoryBytes);
  const { bytesRead } = await file.read(directory, 0, directory.length, end.directoryStart);
  return namesIn(directory.subarray(0, bytesRead));
}

function lastEndRecord(tail: Buffer): { directoryBytes: number; directoryStart: number } | null {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    return { directoryBytes: tail.readUInt32LE(at + 12), directoryStart: tail.readUInt32LE(at + 16) };
  }
  return null;
}

function namesIn(directory: Buffer): ReadonlySet<string> {
  const names = new Set<string>();
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature) {
    const nameBytes = directory.readUInt16LE(at + 28);
    const more = directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    names.add(directory.toString('utf8', at + 46, at + 46 + nameBytes));
    at += 46 + nameBytes + more;
  }
  return names;
}
