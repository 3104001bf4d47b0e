import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  betaQuantile,
  binomialAtLeast,
  fQuantile,
  incompleteBeta,
  normalProbability,
  normalQuantile,
  tProbability,
  tQuantile,
} from '../index.ts';
import { betaAt, betaQuantileLogit } from './beta.ts';
import { logBeta, logGamma } from './gamma.ts';

// Known values: SciPy 1.17.1 (Boost and Cephes), to all digits.
/** How far apart, relative to what is large. */
const gap = (actual: number, expected: number) => Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
const fixed = { seed: 42, numRuns: 200 };

describe('quantiles and probabilities agree with known values to ten digits', () => {
  test.each([
    [0.975, 11, 2.200985160091639],
    [0.975, 5, 2.5705818356363146],
    [0.975, 5_299_999, 1.959964432138584],
    [0.995, 1, 63.656741162871526],
    [0.6, 3.5, 0.27326545405577973],
    [0.025, 11, -2.200985160091639],
  ])("Student's t at %f with %f degrees of freedom", (p, freedom, expected) =>
    expect(gap(tQuantile(p, freedom), expected)).toBeLessThan(1e-10),
  );

  test.each([
    [0.975, 5, 15, 3.5764153492790607],
    [0.975, 15, 5, 6.427728167078779],
    [0.95, 1, 1, 161.4476387975882],
    [0.025, 3, 1_000_000, 0.07193173267004598],
    [0.975, 2.5, 0.8, 4291.156359516267],
  ])("Fisher's F at %f with %f and %f degrees of freedom", (p, top, bottom, expected) =>
    expect(gap(fQuantile(p, top, bottom), expected)).toBeLessThan(1e-10),
  );

  test.each([
    [0.3, 2, 5, 0.5798250000000003],
    [0.999, 300, 0.7, 0.579582542311384],
    [0.5, 1e5, 1e5 + 100, 0.5884468031488597],
    [1e-5, 0.01, 20, 0.9233628284745636],
    [0, 2, 3, 0],
    [1, 2, 3, 1],
  ])('the incomplete beta function at %f with %f and %f', (x, a, b, expected) =>
    expect(gap(incompleteBeta(x, a, b), expected)).toBeLessThan(1e-10),
  );

  test('the normal distribution, its quantile, the t distribution and binomial tails', () => {
    expect(gap(normalQuantile(0.975), 1.959963984540054)).toBeLessThan(1e-10);
    expect(gap(normalQuantile(1e-10), -6.361340902404056)).toBeLessThan(1e-10);
    expect(gap(normalProbability(1.23), 0.8906514475743081)).toBeLessThan(1e-10);
    expect(normalProbability(-8) / 6.22096057427174e-16).toBeCloseTo(1, 10);
    expect(gap(tProbability(2.5, 7), 0.9795038907071235)).toBeLessThan(1e-10);
    expect(gap(binomialAtLeast(9, 10, 0.97), 0.9654934444912977)).toBeLessThan(1e-10);
    expect(gap(betaQuantile(0.1, 0.5, 3), 0.0028552950848807716)).toBeLessThan(1e-10);
    expect(gap(logGamma(0.5), Math.log(Math.sqrt(Math.PI)))).toBeLessThan(1e-10);
    expect(gap(logBeta(2, 3), Math.log(1 / 12))).toBeLessThan(1e-10);
  });
});

test('a quantile undoes its probability', () => {
  const parameter = fc.double({ min: 0.2, max: 500, noNaN: true });
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), parameter, parameter, (p, a, b) => {
      expect(gap(normalProbability(normalQuantile(p)), p)).toBeLessThan(1e-10);
      expect(gap(tProbability(tQuantile(p, a), a), p)).toBeLessThan(1e-10);
      const logit = betaQuantileLogit(p, a, b);
      expect(gap(betaAt(1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit)), a, b), p)).toBeLessThan(1e-10);
    }),
    fixed,
  );
});

test('a binomial tail is the sum of its terms', () => {
  const term = (k: number) => ([1, 6, 15, 20, 15, 6, 1][k] ?? 0) * 0.3 ** k * 0.7 ** (6 - k);
  for (let count = 0; count <= 7; count++)
    expect(
      gap(
        binomialAtLeast(count, 6, 0.3),
        [0, 1, 2, 3, 4, 5, 6].filter((k) => k >= count).reduce((sum, k) => sum + term(k), 0),
      ),
    ).toBeLessThan(1e-10);
});

test('what has no quantile or is no chance is refused', () => {
  expect(() => normalQuantile(0)).toThrow(RangeError);
  expect(() => tQuantile(1, 3)).toThrow(RangeError);
  expect(() => incompleteBeta(1.5, 1, 1)).toThrow(RangeError);
  expect(() => incompleteBeta(0.5, 0, 1)).toThrow(RangeError);
  expect(() => binomialAtLeast(1, 2, -1)).toThrow(RangeError);
});
