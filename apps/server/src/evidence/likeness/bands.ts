import { hashOf } from './minhash.ts';

/**
 * Bands of three places each; two of the 128 places are in none. Texts with Jaccard coefficient j share at least one
 * band with probability 1 − (1 − j³)⁴²: 0.996 at 0.5, 0.9999 at 0.6, 0.04 at 0.1, and next to never where only a phrase is shared.
 */
export const bandCount = 42;
const rows = 3;

/** The key of each band of a signature, a signed 32-bit integer. Two texts are compared when any of their keys agree in the same band. */
export function bandKeys(signature: Uint32Array): number[] {
  return Array.from(
    { length: bandCount },
    (_, band) =>
      // Signed, for that is the integer that every database has.
      hashOf(signature.subarray(band * rows, (band + 1) * rows).join(',')) | 0,
  );
}
