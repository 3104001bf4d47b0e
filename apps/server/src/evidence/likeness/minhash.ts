/** How many hash functions a signature has. */
export const hashes = 128;

/**
 * FNV-1a over UTF-16 code units, then the finishing steps of MurmurHash3, so that every bit of the answer depends on
 * every unit. 32 bits, unsigned.
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash);
}

function mixed(given: number): number {
  let hash = given;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Of each hash function an odd factor and a summand, by Weyl's sequence mixed. They never change: signatures that are
 * kept were made with them.
 */
const factors = Int32Array.from({ length: hashes }, (_, at) => mixed(Math.imul(2 * at + 1, 0x9e3779b9)) | 1);
const summands = Int32Array.from({ length: hashes }, (_, at) => mixed(Math.imul(2 * at + 2, 0x9e3779b9)));

/**
 * The MinHash signature of a set of shingles (Broder 1997): of each of 128 hash functions the smallest value over the
 * set, 32 bits unsigned. Two sets agree in a place with a chance that is their Jaccard coefficient.
 *
 * @returns null for the empty set, which resembles nothing.
 */
export function signatureOf(shingles: Iterable<string>): Uint32Array | null {
  const smallest = new Uint32Array(hashes).fill(0xffff_ffff);
  const different = new Set(shingles);
  for (const shingle of different) {
    const hash = hashOf(shingle);
    for (let at = 0; at < hashes; at++) {
      const value = mixed(Math.imul(hash, factors[at] ?? 0) + (summands[at] ?? 0));
      if (value < (smallest[at] ?? 0)) smallest[at] = value;
    }
  }
  return different.size > 0 ? smallest : null;
}

/** The estimated Jaccard coefficient of two sets, from 0 to 1: the share of places in which their signatures agree. Standard error at most 0.045. */
export function estimate(one: Uint32Array, other: Uint32Array): number {
  let same = 0;
  for (let at = 0; at < hashes; at++) if (one[at] === other[at]) same += 1;
  return same / hashes;
}
