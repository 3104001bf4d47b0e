import { describe, expect, test } from 'vitest';
import { estimate } from './coefficient.ts';
import { InvalidRatings } from './index.ts';
import { known, reasonOf } from './testing/known.ts';

describe('an estimate', () => {
  test('has an interval of t times its error to either side', () => {
    // t(3) at .975 is 3.18245, at .9 it is 1.63774.
    const { ci } = known(estimate(0.1, { se: 0.02, freedom: 3 }));
    expect(ci[0]).toBeCloseTo(0.1 - 3.182446305284263 * 0.02, 12);
    expect(ci[1]).toBeCloseTo(0.1 + 3.182446305284263 * 0.02, 12);
    const narrow = known(estimate(0.1, { se: 0.02, freedom: 3, level: 0.8 })).ci;
    expect(narrow[0]).toBeCloseTo(0.1 - 1.6377443572159065 * 0.02, 9);
  });

  test('is cut at what it can reach: at 1 above unless told otherwise, and below where it has a least value', () => {
    expect(known(estimate(0.9, { se: 1, freedom: 9 })).ci[1]).toBe(1);
    expect(known(estimate(0.9, { se: 1, freedom: 9 })).ci[0]).toBeLessThan(-1);
    expect(known(estimate(0.9, { se: 1, freedom: 9, least: 0 })).ci).toEqual([0, 1]);
    expect(known(estimate(0.9, { se: 1, freedom: 9, most: Infinity })).ci[1]).toBeGreaterThan(3);
  });

  test('without error is its own interval, whatever the degrees of freedom', () =>
    expect(estimate(0.5, { se: 0, freedom: 0 })).toEqual({ value: 0.5, se: 0, ci: [0.5, 0.5] }));

  test.each([
    [Number.NaN, 1],
    [1, Number.NaN],
    [Infinity, 1],
    [1, Infinity],
  ])('of %d with error %d is none, and says so', (value, se) =>
    expect(reasonOf(estimate(value, { se, freedom: 1 }))).toBe('The ratings leave nothing to divide by.'),
  );
});

test('malformed input is an error of its own name', () => {
  expect(new InvalidRatings('A sentence.')).toMatchObject({ name: 'InvalidRatings', message: 'A sentence.' });
});
