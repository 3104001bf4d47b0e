import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

interface Hashed<Entry> {
  readonly entry: Entry;
  readonly id: string;
  /** The first four bytes of its hash as a number: hardly two begin alike, and no hash need be kept. */
  readonly head: number;
}

const heads = 2 ** 32;
/** How many ids share a drawer of the sort below, on average. */
const inOneDrawer = 8;

/**
 * A drawn order anyone can repeat with nothing but SHA-256: the ids sorted by the hash of `seed`, a slash and the id.
 * It depends on seed and ids alone, not on the order in which the ids are given.
 */
export function drawnOrder<Id extends string>(seed: string, ids: readonly Id[]): Id[] {
  return drawnBy(seed, ids, (id) => id);
}

/**
 * Entries in the drawn order of their ids. Hashes spread evenly, so they are put into drawers by their size and sorted
 * there: twice the entries take twice the time.
 */
export function drawnBy<Entry>(seed: string, entries: readonly Entry[], idOf: (entry: Entry) => string): Entry[] {
  const drawers = Array.from({ length: Math.ceil(entries.length / inOneDrawer) }, (): Hashed<Entry>[] => []);
  for (const entry of entries) {
    const id = idOf(entry);
    const hash = hashOf(seed, id);
    const head = new DataView(hash.buffer, hash.byteOffset).getUint32(0);
    drawers[Math.floor((head / heads) * drawers.length)]?.push({ entry, id, head });
  }
  return drawers.flatMap((drawer) =>
    drawer
      .toSorted((a, b) => a.head - b.head || (hexOf(seed, a.id) < hexOf(seed, b.id) ? -1 : 1))
      .map(({ entry }) => entry),
  );
}

const hashOf = (seed: string, id: string) => sha256(utf8ToBytes(`${seed}/${id}`));
const hexOf = (seed: string, id: string) => bytesToHex(hashOf(seed, id));
