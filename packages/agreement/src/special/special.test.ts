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
const fixed = { seed: 42, numRuns: 100 };

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

const logarithm = (chance: number) => Math.log(chance);

describe('where there is a closed form, it is met', () => {
  test('by t with one and with two degrees of freedom', () => {
    for (const p of [1e-6, 0.01, 0.3, 0.5, 0.8, 0.999]) {
      expect(gap(tQuantile(p, 1), Math.tan(Math.PI * (p - 0.5)))).toBeLessThan(1e-9);
      expect(gap(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeLessThan(1e-9);
    }
    for (const t of [-20, -1, 0, 0.5, 3])
      expect(gap(tProbability(t, 1), 0.5 + Math.atan(t) / Math.PI)).toBeLessThan(1e-12);
  });

  test('by t with a thousand million degrees of freedom, which is normal but for its first correction', () => {
    for (const p of [0.6, 0.8, 0.9, 0.95, 0.975, 0.995]) {
      const z = normalQuantile(p);
      expect(gap(tQuantile(p, 1e9), z + (z ** 3 + z) / 4e9)).toBeLessThan(1e-12);
    }
  });

  test('by F with two degrees of freedom, above or below', () => {
    for (const p of [0.025, 0.5, 0.975]) {
      for (const freedom of [1, 3, 20.5, 400]) {
        const two = (freedom / 2) * ((1 - p) ** (-2 / freedom) - 1);
        expect(gap(fQuantile(p, 2, freedom) / two, 1)).toBeLessThan(1e-10);
        expect(gap(fQuantile(1 - p, freedom, 2) * two, 1)).toBeLessThan(1e-10);
      }
    }
  });

  test('by the beta distribution where a parameter is 1', () => {
    for (const x of [0.001, 0.2, 0.5, 0.9, 0.9999]) {
      for (const b of [0.3, 1, 4, 60]) {
        expect(gap(incompleteBeta(x, 1, b), 1 - (1 - x) ** b)).toBeLessThan(1e-13);
        expect(gap(incompleteBeta(x, b, 1), x ** b)).toBeLessThan(1e-13);
        expect(gap(betaQuantile(x, b, 1), x ** (1 / b))).toBeLessThan(1e-12);
      }
    }
  });

  test('by the arcsine distribution, and where the first term of the continued fraction vanishes', () => {
    for (const x of [1e-12, 0.1, 0.5, 0.75, 0.99])
      expect(gap(incompleteBeta(x, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(x)))).toBeLessThan(1e-13);
    // Abramowitz and Stegun (1964), 26.7.3, eleven degrees of freedom at an angle of 30 degrees.
    const [angle, cosine] = [Math.PI / 6, Math.sqrt(0.75)];
    const series = [1, 2 / 3, 8 / 15, 16 / 35, 128 / 315].reduce((sum, c, n) => sum + c * cosine ** (2 * n + 1), 0);
    expect(gap(incompleteBeta(0.25, 0.5, 5.5), (2 / Math.PI) * (angle + series / 2))).toBeLessThan(1e-13);
  });

  test('by the normal distribution in its middle and far out', () => {
    expect(normalProbability(0)).toBe(0.5);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    for (const z of [0.5, 2, 2.999, 3.001, 6]) expect(normalProbability(z) + normalProbability(-z)).toBeCloseTo(1, 14);
    // The tail lies between the bounds of Gordon (1941).
    for (const z of [3.5, 10, 30]) {
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
      expect(normalProbability(-z)).toBeLessThan(density / z);
      expect(normalProbability(-z)).toBeGreaterThan((density * z) / (z * z + 1));
    }
    expect([normalProbability(50), normalProbability(-50), normalProbability(Infinity)]).toEqual([1, 0, 1]);
    expect(gap(logarithm(normalProbability(normalQuantile(1e-250))), logarithm(1e-250))).toBeLessThan(1e-10);
  });

  test('by the gamma and beta functions', () => {
    let factorial = 1;
    for (let n = 1; n <= 25; n++) {
      expect(gap(logGamma(n), Math.log(factorial))).toBeLessThan(1e-13);
      factorial *= n;
    }
    expect(gap(logGamma(1.5), Math.log(Math.sqrt(Math.PI) / 2))).toBeLessThan(1e-13);
    expect(gap(logBeta(0.5, 0.5), Math.log(Math.PI))).toBeLessThan(1e-13);
    // B(a, b) = B(a + 1, b) + B(a, b + 1), in every range of the two.
    for (const a of [0.3, 2, 9.5, 10, 12, 1e4, 3e7])
      for (const b of [0.4, 1, 9.9, 10, 40, 2e5]) {
        expect(Math.exp(logBeta(a + 1, b) - logBeta(a, b)) * ((a + b) / a)).toBeCloseTo(1, 8);
        expect(gap(logBeta(a, b), logBeta(b, a))).toBeLessThan(1e-13);
      }
    expect(gap(logBeta(20, 30), logGamma(20) + logGamma(30) - logGamma(50))).toBeLessThan(1e-12);
    expect(gap(logBeta(0.5, 30), logGamma(0.5) + logGamma(30) - logGamma(30.5))).toBeLessThan(1e-12);
  });
});

describe('what has no quantile or is no chance is refused', () => {
  const strictly = 'A quantile is taken of a probability strictly between 0 and 1.';
  const positive = 'The parameters of the beta distribution are positive.';

  test.each<[string, () => number, string]>([
    ['normal 0', () => normalQuantile(0), strictly],
    ['normal 1', () => normalQuantile(1), strictly],
    ['normal NaN', () => normalQuantile(Number.NaN), strictly],
    ['t 1', () => tQuantile(1, 3), strictly],
    ['beta 0', () => betaQuantile(0, 1, 1), strictly],
    ['beta 1', () => betaQuantile(1, 1, 1), strictly],
    ['t without freedom', () => tQuantile(0.9, 0), positive],
    ['F without freedom', () => fQuantile(0.9, -1, 3), positive],
    ['beta of nothing', () => incompleteBeta(0.5, 0, 1), positive],
    ['beta of nothing else', () => incompleteBeta(0.5, 1, Number.NaN), positive],
    ['beta above 1', () => incompleteBeta(1.5, 1, 1), 'The incomplete beta function is taken between 0 and 1.'],
    ['beta under 0', () => incompleteBeta(-0.5, 1, 1), 'The incomplete beta function is taken between 0 and 1.'],
    ['binomial under 0', () => binomialAtLeast(1, 2, -1), 'A chance is between 0 and 1.'],
    ['binomial above 1', () => binomialAtLeast(1, 2, 1.1), 'A chance is between 0 and 1.'],
  ])('%s', (_name, attempt, message) => expect(attempt).toThrow(new RangeError(message)));
});
