import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnOrder } from './index.ts';

const token = fc.stringMatching(/^[\w:.-]{1,12}$/);

test('a drawn order is the one that sha256sum gives by hand', () => {
  // for i in a b c d e; do printf "seed-1/$i" | sha256sum; done | sort
  expect(drawnOrder('seed-1', ['a', 'b', 'c', 'd', 'e'])).toEqual(['d', 'c', 'e', 'b', 'a']);
});

test.each([
  ['45350', '82527'],
  ['238069', '85646'],
])('a drawn order tells hashes apart that begin alike: %s comes before %s', (first, second) => {
  // sha256sum gives both the same first eight digits under this seed.
  expect(drawnOrder('seed-1', [first, second])).toEqual([first, second]);
  expect(drawnOrder('seed-1', [second, first])).toEqual([first, second]);
});

test('a drawn order sorts by the SHA-256 of seed, slash and id, for any seed and ids', () => {
  const hash = (seed: string, id: string) => createHash('sha256').update(`${seed}/${id}`).digest('hex');
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(token, { maxLength: 20 }), (seed, ids) => {
      const keys = drawnOrder(seed.toWellFormed(), ids).map((id) => hash(seed.toWellFormed(), id));
      expect(keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key)).toBe(true);
      expect(keys).toHaveLength(ids.length);
    }),
    { seed: 42, numRuns: 200 },
  );
});

test('a drawn order does not depend on the order in which the ids are given', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc
        .uniqueArray(token, { maxLength: 20 })
        .chain((ids) => fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length }))),
      (seed, [ids, shuffled]) => {
        expect(drawnOrder(seed, shuffled)).toEqual(drawnOrder(seed, ids));
      },
    ),
    { seed: 42, numRuns: 200 },
  );
});

test('another seed draws another order', () => {
  const ids = Array.from({ length: 20 }, (_, n) => `submission-${n}`);
  expect(drawnOrder('spring', ids)).not.toEqual(drawnOrder('summer', ids));
});
