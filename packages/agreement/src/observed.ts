import { at, certain, estimate, unknown, type Coefficient, type Unknown } from './coefficient.ts';
import type { Pattern, Tally } from './tally.ts';
import type { WeightSquare } from './weights.ts';

/** What every chance-corrected coefficient starts from. */
export interface Observed {
  readonly value: number;
  /** Units with one rating or more; units with two or more. */
  readonly units: number;
  readonly pairable: number;
  /** The share of agreeing pairs of each pattern, 0 for fewer than two ratings. */
  readonly each: readonly number[];
}

export interface CoefficientOptions {
  /** Confidence level of the interval, .95 by default. */
  readonly level?: number;
}

/** The weighted agreement of ordered pairs of ratings of one unit, a rating not paired with itself. */
export function agreeingPairs({ codes, counts }: Pattern, { size, of }: WeightSquare): number {
  let pairs = 0;
  codes.forEach((k, a) => {
    let credit = -1;
    codes.forEach((l, b) => (credit += at(of, k * size + l) * at(counts, b)));
    pairs += at(counts, a) * credit;
  });
  return pairs;
}

/**
 * Observed agreement p_a: the mean over units with two or more ratings of the weighted share of agreeing pairs.
 * Source: Gwet (2014), Handbook, 4th ed., chapter 5.
 */
export function observedAgreement({ categories, patterns }: Tally, weights: WeightSquare): Observed | Unknown {
  if (weights.size !== categories)
    throw new RangeError(`Weights for ${weights.size} categories do not fit ${categories}.`);
  let [units, pairable, total] = [0, 0, 0];
  const each = patterns.map((pattern) => {
    const { size, times } = pattern;
    if (size >= 1) units += times;
    if (size < 2) return 0;
    pairable += times;
    const share = agreeingPairs(pattern, weights) / (size * (size - 1));
    total += times * share;
    return share;
  });
  if (units === 0) return unknown('There are no ratings.');
  if (pairable === 0) return unknown('No unit was rated by two raters.');
  if (pairable < 2) return unknown('Fewer than two units were rated by two raters.');
  return { value: total / pairable, units, pairable, each };
}

/** The mean over units of the share of their ratings in each category. Source: Gwet (2014), chapter 5. */
export function categoryShares({ categories, patterns }: Tally, units: number): Float64Array {
  const shares = new Float64Array(categories);
  for (const { codes, counts, size, times } of patterns) {
    codes.forEach((code, index) => (shares[code] = at(shares, code) + (times * at(counts, index)) / size / units));
  }
  return shares;
}

/** The mean of `values`, one per category, over the ratings of a pattern. */
export const meanOver = ({ codes, counts, size }: Pattern, values: ArrayLike<number>): number =>
  codes.reduce((sum, code, index) => sum + at(counts, index) * at(values, code), 0) / size;

/** Weights times a list with one number per category: each category's weighted sum. */
export function weighted({ size, of }: WeightSquare, list: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: size }, (_, k) => {
    let sum = 0;
    for (let l = 0; l < size; l++) sum += at(of, k * size + l) * at(list, l);
    return sum;
  });
}

interface Chance {
  /** Agreement expected by chance. */
  readonly expected: number;
  /** What each pattern adds to it, where the expectation is itself estimated from the units. */
  readonly each?: (pattern: Pattern, index: number) => number;
  /** Divide the variance by n, as large-sample formulas for two raters do, not by n - 1. */
  readonly largeSample?: boolean;
  readonly least?: number;
}

/**
 * (p_a - p_e) / (1 - p_e) with its linearised standard error: the population of units is taken as infinite, and the
 * error of p_e is counted. Units with one rating count for p_e only. Interval: t with n - 1 degrees of freedom.
 * Source: Gwet (2014), Handbook, 4th ed., chapter 5; Gwet (2008), Br J Math Stat Psychol 61, 29-48.
 */
export function chanceCorrected(
  tally: Tally,
  observed: Observed,
  chance: Chance,
  { level }: CoefficientOptions = {},
): Coefficient {
  const { expected, each, largeSample = false, least } = chance;
  const { units, pairable } = observed;
  if (!(expected < certain))
    return unknown('Agreement by chance is certain: only one category is used, or every weight is 1.');
  const value = (observed.value - expected) / (1 - expected);
  let squares = 0;
  tally.patterns.forEach((pattern, index) => {
    if (pattern.size === 0) return;
    const share = pattern.size < 2 ? 0 : ((units / pairable) * (at(observed.each, index) - expected)) / (1 - expected);
    const drift = each === undefined ? 0 : (2 * (1 - value) * (each(pattern, index) - expected)) / (1 - expected);
    squares += pattern.times * (share - drift - value) ** 2;
  });
  const se = Math.sqrt(squares / (units * (largeSample ? units : units - 1)));
  return estimate(value, { se, freedom: units - 1, level, least });
}
