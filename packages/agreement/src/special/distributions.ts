import { betaAt, betaQuantileLogit } from './beta.ts';

/**
 * Quantile of Fisher's F with `top` and `bottom` degrees of freedom (any positive numbers, not only whole ones).
 * Errors: RangeError unless 0 < p < 1 and both are positive. Source: Abramowitz and Stegun (1964), 26.6.2.
 */
export function fQuantile(p: number, top: number, bottom: number): number {
  return Math.exp(betaQuantileLogit(p, top / 2, bottom / 2)) * (bottom / top);
}

/**
 * Quantile of Student's t with `freedom` degrees of freedom, which may be millions.
 * Errors: RangeError unless 0 < p < 1 and `freedom` is positive. Source: Abramowitz and Stegun (1964), 26.7.1: t
 * squared is F(1, df).
 */
export function tQuantile(p: number, freedom: number): number {
  if (p === 0.5) return 0;
  return p < 0.5 ? -tQuantile(1 - p, freedom) : Math.sqrt(fQuantile(2 * p - 1, 1, freedom));
}

/** Distribution function of Student's t, P(T <= t). Errors: RangeError unless `freedom` is positive. */
export function tProbability(t: number, freedom: number): number {
  const [square, sum] = [t * t, freedom + t * t];
  const beyond = betaAt(freedom / sum, square / sum, freedom / 2, 0.5) / 2;
  return t < 0 ? beyond : 1 - beyond;
}

/**
 * P(X >= count) for X binomial with `trials` and `chance`. Errors: RangeError unless 0 <= chance <= 1.
 * Source: Abramowitz and Stegun (1964), 26.5.24.
 */
export function binomialAtLeast(count: number, trials: number, chance: number): number {
  if (!(chance >= 0 && chance <= 1)) throw new RangeError('A chance is between 0 and 1.');
  if (count <= 0) return 1;
  return count > trials ? 0 : betaAt(chance, 1 - chance, count, trials - count + 1);
}
