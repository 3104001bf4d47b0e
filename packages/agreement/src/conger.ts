import { at, unknown, type Coefficient } from './coefficient.ts';
import { condensed } from './condense.ts';
import { chanceCorrected, observedAgreement, weighted, type CoefficientOptions } from './observed.ts';
import { activeRaters, type Ratings } from './ratings.ts';
import { patternsOf } from './tally.ts';
import { identityWeights, type WeightSquare } from './weights.ts';

interface Margin {
  readonly rater: number;
  /** Units that this rater rated, and the share of them in each category. */
  readonly rated: number;
  readonly shares: Float64Array;
}

function marginOf({ raters, categories, codes, times }: Ratings, rater: number): Margin {
  const shares = new Float64Array(categories);
  let rated = 0;
  for (let row = 0; row < times.length; row++) {
    const code = at(codes, row * raters + rater);
    if (code < 0) continue;
    rated += at(times, row);
    shares[code] = at(shares, code) + at(times, row);
  }
  return { rater, rated, shares: shares.map((count) => count / rated) };
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, index) => sum + value * at(b, index), 0);

function kappa(
  ratings: Ratings,
  active: readonly number[],
  weights: WeightSquare,
  largeSample: boolean,
  options: CoefficientOptions,
): Coefficient {
  const { raters, codes } = ratings;
  const tally = patternsOf(ratings);
  const observed = observedAgreement(tally, weights);
  if (observed.value === null) return observed;
  const margins = active.map((rater) => marginOf(ratings, rater));
  const pairs = margins.length * (margins.length - 1);
  const sum = new Float64Array(ratings.categories).map((_, k) =>
    margins.reduce((total, { shares }) => total + at(shares, k), 0),
  );
  // What a rating in each category agrees, on average, with the margins of the other raters.
  const pulls = margins.map((margin) => {
    const pull = weighted(
      weights,
      sum.map((value, k) => value - at(margin.shares, k)),
    );
    return { ...margin, pull, mean: dot(margin.shares, pull) };
  });
  const expected = pulls.reduce((total, { mean }) => total + mean, 0) / pairs;
  const each = (_: unknown, row: number) =>
    pulls.reduce((total, { rater, rated, pull, mean }) => {
      const code = at(codes, row * raters + rater);
      return total + mean + (code < 0 ? 0 : (observed.units / rated) * (at(pull, code) - mean));
    }, 0) / pairs;
  return chanceCorrected(tally, observed, { expected, each, largeSample }, options);
}

/**
 * Conger's kappa for any number of raters, weighted if weights are given: p_e is the mean of Σ w π_g π_h over pairs of
 * raters g ≠ h, so it is Cohen's kappa for two. No unit; at most 1. Null for one rater, one category used, or fewer
 * than two units with two ratings. Errors: RangeError for weights of another size.
 * Source: Conger (1980), Psychological Bulletin 88, 322-328; missing ratings, weights and standard error from Gwet
 * (2014), Handbook, 4th ed., chapter 5.
 */
export function congerKappa(
  ratings: Ratings,
  weights: WeightSquare = identityWeights(ratings.categories),
  options: CoefficientOptions = {},
): Coefficient {
  const few = condensed(ratings);
  return kappa(few, activeRaters(few), weights, false, options);
}

/**
 * Cohen's kappa for two raters, weighted if weights are given. Where a rater skipped a unit, the other's rating still
 * counts for the other's margin. No unit; at most 1. Null for another number of raters, one category used by both, or
 * fewer than two units rated by both. Errors: RangeError for weights of another size.
 * Source: Cohen (1960), Educ Psychol Meas 20, 37-46; Cohen (1968), Psychological Bulletin 70, 213-220; large-sample
 * standard error (not under the null) of Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323-327.
 */
export function cohenKappa(
  ratings: Ratings,
  weights: WeightSquare = identityWeights(ratings.categories),
  options: CoefficientOptions = {},
): Coefficient {
  const few = condensed(ratings);
  const active = activeRaters(few);
  return active.length === 2
    ? kappa(few, active, weights, true, options)
    : unknown(`Cohen's kappa is for two raters; there are ${active.length}.`);
}
