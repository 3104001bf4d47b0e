import { describe, expect, test } from 'vitest';
import { InvalidRatings } from '../index.ts';
import { mark } from '../testing/facets.ts';
import { inverse } from './inverse.ts';
import { readMarks, recode, setExtremesAside } from './design.ts';

test('marks become columns, elements in the order in which they are met', () => {
  const { facets, scores } = readMarks([mark('Q', 'S', 'b', 3), mark('P', 'S', 'a', 0), mark('Q', 'T', 'a', 1)]);
  expect(scores).toEqual([3, 0, 1]);
  expect(facets).toEqual({
    portfolio: { facet: 'portfolio', names: ['Q', 'P'], of: Int32Array.from([0, 1, 0]), sign: 1 },
    standard: { facet: 'standard', names: ['S', 'T'], of: Int32Array.from([0, 0, 1]), sign: -1 },
    assessor: { facet: 'assessor', names: ['b', 'a'], of: Int32Array.from([0, 1, 1]), sign: -1 },
  });
});

test.each([0.5, Number.NaN, Infinity])('a score of %d is refused', (score) =>
  expect(() => readMarks([mark('P', 'S', 'a', score)])).toThrow(
    new InvalidRatings(`A score is a whole number; ${score} is not.`),
  ),
);

test('scores that only extremes use join the next lower one that is left, or the lowest', () => {
  expect(recode([5, 2, 9, 2, 5, 0], [0, 1, 2])).toEqual({
    codes: Int32Array.from([1, 0, 2, 0, 1, 0]),
    used: [2, 5, 9],
  });
  expect(recode([1, 2, 3, 4, 5], [1, 3])).toEqual({ codes: Int32Array.from([0, 0, 0, 1, 1]), used: [2, 4] });
});

describe('extremes', () => {
  const asideOf = (...rows: readonly (readonly [string, string, string, number])[]) => {
    const { facets, scores } = readMarks(rows.map((row) => mark(...row)));
    return setExtremesAside(facets, scores);
  };

  test('are set aside with all of their marks, and what is left is used', () => {
    const { observations, codes, used, extremes } = asideOf(
      ['P', 'S', 'a', 1],
      ['P', 'S', 'b', 2],
      ['Q', 'S', 'a', 2],
      ['Q', 'S', 'b', 1],
      ['best', 'S', 'a', 2],
      ['best', 'S', 'b', 2],
      ['worst', 'S', 'a', 1],
      ['worst', 'S', 'b', 1],
    );
    expect(observations).toEqual([0, 1, 2, 3]);
    expect([...codes]).toEqual([0, 1, 1, 0, 1, 1, 0, 0]);
    expect(used).toEqual([1, 2]);
    expect(extremes).toEqual([
      { facet: 'portfolio', element: 2, side: 'highest', observations: [4, 5] },
      { facet: 'portfolio', element: 3, side: 'lowest', observations: [6, 7] },
    ]);
  });

  test('may be found only when others are gone', () => {
    // Without the portfolio that all passed, c has failed all that is left of theirs, and then R is left to a alone.
    const { observations, extremes } = asideOf(
      ['P', 'S', 'a', 1],
      ['P', 'S', 'b', 0],
      ['Q', 'S', 'a', 0],
      ['Q', 'S', 'b', 1],
      ['best', 'S', 'a', 1],
      ['best', 'S', 'c', 1],
      ['R', 'S', 'a', 1],
      ['R', 'S', 'c', 0],
    );
    expect(observations).toEqual([0, 1, 2, 3]);
    expect(extremes).toEqual([
      { facet: 'portfolio', element: 2, side: 'highest', observations: [4, 5] },
      { facet: 'assessor', element: 2, side: 'lowest', observations: [7] },
      { facet: 'portfolio', element: 3, side: 'highest', observations: [6] },
    ]);
  });

  test('are not looked for where one score is left', () => {
    const { observations, used, extremes } = asideOf(['P', 'S', 'a', 4], ['P', 'S', 'b', 4]);
    expect(observations).toEqual([0, 1]);
    expect(used).toEqual([4]);
    expect(extremes).toEqual([]);
  });
});

test('the inverse of a matrix, times the matrix, is the identity', () => {
  const matrix = [4, 1, 0.5, 1, 3, -1, 0.5, -1, 2];
  const turned = inverse(Float64Array.from(matrix), 3);
  for (const k of [0, 1, 2])
    for (const l of [0, 1, 2]) {
      const product = [0, 1, 2].reduce((sum, m) => sum + (matrix[k * 3 + m] ?? 0) * (turned[m * 3 + l] ?? 0), 0);
      expect(product).toBeCloseTo(Number(k === l), 12);
    }
  expect([...inverse(Float64Array.of(4), 1)]).toEqual([0.25]);
});
