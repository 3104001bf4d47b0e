import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A drawn order anyone can repeat with nothing but SHA-256: the ids sorted by the hash of `seed`, a slash and the id.
 * It depends on seed and ids alone, not on the order in which the ids are given.
 */
export function drawnOrder<Id extends string>(seed: string, ids: readonly Id[]): Id[] {
  return ids
    .map((id) => ({ id, key: bytesToHex(sha256(utf8ToBytes(`${seed}/${id}`))) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id);
}
