import { describe, expect, test } from 'vitest';
import { denseRatings, InvalidRatings, ratingTable } from './index.ts';
import { activeRaters } from './ratings.ts';

describe('a table of ratings', () => {
  test('has a row per unit and a column per rater, in the order in which they are met', () => {
    const { codes, times, raters, categories, unitNames, raterNames } = ratingTable([
      { unit: 'P2', rater: 'Ann', rating: 3 },
      { unit: 'P1', rater: 'Bo', rating: 1 },
      { unit: 'P2', rater: 'Bo', rating: 1 },
    ]);
    expect({ raters, categories, unitNames, raterNames }).toEqual({
      raters: 2,
      categories: 2,
      unitNames: ['P2', 'P1'],
      raterNames: ['Ann', 'Bo'],
    });
    expect(Array.from(codes)).toEqual([1, 0, -1, 0]);
    expect(Array.from(times)).toEqual([1, 1]);
  });

  test.each([null, undefined, '', '  '])('leaves out what was not rated: %j', (rating) =>
    expect(ratingTable([{ unit: 1, rater: 1, rating }])).toMatchObject({ raters: 0, unitNames: [], raterNames: [] }),
  );

  test('takes names that differ in blanks, or in being a number, for the same', () =>
    expect(() =>
      ratingTable([
        { unit: 1, rater: 'Ann', rating: 0 },
        { unit: ' 1', rater: 'Ann ', rating: 0 },
      ]),
    ).toThrow(new InvalidRatings('There are two ratings by rater Ann of unit 1.')));

  test('knows the categories that are declared and no others', () => {
    const row = { unit: 'P1', rater: 'Ann', rating: 2 };
    expect(ratingTable([row], [0, 1, 2, 3]).categories).toBe(4);
    expect(() => ratingTable([row], [0, 1])).toThrow(
      new InvalidRatings('The rating "2" by rater Ann of unit P1 is not among the declared categories.'),
    );
  });
});

describe('dense ratings', () => {
  test('are rows of codes, any negative one for none', () => {
    const dense = denseRatings([0, -7, 1, 1], { raters: 2, categories: 2 });
    expect(dense).toMatchObject({ raters: 2, categories: 2, codes: [0, -7, 1, 1] });
    expect(Array.from(dense.times)).toEqual([1, 1]);
    expect(denseRatings([], { raters: 0, categories: 2 }).times).toHaveLength(0);
  });

  test.each([
    [[0, 1, 2], 2, '3 codes are no whole number of rows of 2 raters.'],
    [[0, 2], 2, 'The code 2 is none of 2 categories.'],
    [[0, 0.5], 2, 'The code 0.5 is none of 2 categories.'],
    [[0, Number.NaN], 2, 'The code NaN is none of 2 categories.'],
  ])('%j for %i raters are refused', (codes, raters, message) =>
    expect(() => denseRatings(codes, { raters, categories: 2 })).toThrow(new InvalidRatings(message)),
  );
});

test('raters are active who rated a unit that counts', () => {
  const codes = [0, -1, -1, 1, 1, -1];
  expect(activeRaters({ raters: 3, categories: 2, codes, times: [1, 1] })).toEqual([0, 1]);
  expect(activeRaters({ raters: 3, categories: 2, codes, times: [2, 0] })).toEqual([0]);
  expect(activeRaters({ raters: 2, categories: 2, codes: [-1, 0], times: [1] })).toEqual([1]);
});
