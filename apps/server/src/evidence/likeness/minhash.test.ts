import { describe, expect, test } from 'vitest';
import { bandCount, bandKeys } from './bands.ts';
import { jaccard } from './jaccard.ts';
import { estimate, hashes, hashOf, signatureOf } from './minhash.ts';

/** Two sets of `size` shingles each, of which `shared` are in both; `seed` makes another pair. */
function pair(size: number, shared: number, seed: number) {
  const shingle = (side: string, at: number) => `${seed} ${side} ${at}`;
  const set = (side: string) =>
    new Set(Array.from({ length: size }, (_, at) => shingle(at < shared ? 'both' : side, at)));
  return [set('one'), set('other')] as const;
}

function signed(set: ReadonlySet<string>): Uint32Array {
  const signature = signatureOf(set);
  if (signature === null) throw new Error('an empty set');
  return signature;
}

describe('hashing', () => {
  test('is the same for ever, since signatures are kept', () => {
    expect(['', 'a', 'the room was ours now'].map(hashOf)).toEqual(expectedHashes);
    expect(Array.from(signed(new Set(['the room was ours now'])).subarray(0, 3))).toEqual(expectedPlaces);
  });

  test('one letter more changes about half of the bits', () => {
    const changed = Array.from({ length: 200 }, (_, at) => {
      const difference = hashOf(`word ${at}`) ^ hashOf(`word ${at}s`);
      return (difference >>> 0).toString(2).replaceAll('0', '').length;
    });
    const mean = changed.reduce((sum, bits) => sum + bits) / changed.length;
    expect(mean).toBeGreaterThan(15);
    expect(mean).toBeLessThan(17);
  });
});

describe('an estimate', () => {
  test.each([
    [300, 300],
    [300, 270],
    [300, 200],
    [300, 100],
    [300, 15],
    [300, 0],
  ])('of two sets of %i that share %i is the true coefficient, within three standard errors', (size, shared) => {
    const pairs = Array.from({ length: 20 }, (_, seed) => pair(size, shared, seed));
    for (const [one, other] of pairs) {
      const truth = jaccard(one, other);
      const error = Math.sqrt((truth * (1 - truth)) / hashes);
      expect(Math.abs(estimate(signed(one), signed(other)) - truth)).toBeLessThanOrEqual(3.5 * error + 0.01);
    }
    // And without a lean: over 20 pairs of 128 places each the mean is close.
    const truth = jaccard(...pair(size, shared, 0));
    const mean = pairs.reduce((sum, [one, other]) => sum + estimate(signed(one), signed(other)), 0) / pairs.length;
    expect(Math.abs(mean - truth)).toBeLessThan(0.03);
  });

  test('does not depend on order or repetition, and the empty set has no signature', () => {
    expect(signatureOf(['a', 'b', 'a'])).toEqual(signatureOf(['b', 'a']));
    expect(signatureOf([])).toBeNull();
  });
});

describe('bands', () => {
  const meet = (one: ReadonlySet<string>, other: ReadonlySet<string>) => {
    const keys = bandKeys(signed(other));
    return bandKeys(signed(one)).some((key, band) => key === keys[band]);
  };
  const met = (size: number, shared: number) =>
    Array.from({ length: 100 }, (_, seed) => pair(size, shared, seed)).filter(([one, other]) => meet(one, other))
      .length;

  test('of two sets with a coefficient of a half or more nearly always meet', () => {
    // 200 of 300 shared are 200 / 400.
    expect(jaccard(...pair(300, 200, 0))).toBe(0.5);
    expect(met(300, 200)).toBeGreaterThanOrEqual(98);
  });

  test('of two sets that share a phrase nearly never meet', () => {
    expect(jaccard(...pair(300, 6, 0))).toBeCloseTo(0.01, 2);
    expect(met(300, 6)).toBeLessThanOrEqual(1);
  });

  test('are 42 keys, each a signed 32-bit integer', () => {
    const keys = bandKeys(signed(pair(10, 0, 1)[0]));
    expect(keys).toHaveLength(bandCount);
    expect(keys.every((key) => Number.isInteger(key) && key >= -(2 ** 31) && key < 2 ** 31)).toBe(true);
    expect(keys.some((key) => key < 0)).toBe(true);
  });
});

// Worked out apart from this code, with arbitrary-precision arithmetic.
const expectedHashes = [2872998923, 444641715, 2144364276];
const expectedPlaces = [747959511, 422263109, 1164050332];
