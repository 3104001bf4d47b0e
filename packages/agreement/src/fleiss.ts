import { at, unknown, type Coefficient } from './coefficient.ts';
import { condensed } from './condense.ts';
import {
  categoryShares,
  chanceCorrected,
  meanOver,
  observedAgreement,
  weighted,
  type CoefficientOptions,
} from './observed.ts';
import { activeRaters, type Ratings } from './ratings.ts';
import { tallyOf, type Tally } from './tally.ts';
import { identityWeights, type WeightSquare } from './weights.ts';

function pi(tally: Tally, weights: WeightSquare, largeSample: boolean, options: CoefficientOptions): Coefficient {
  const observed = observedAgreement(tally, weights);
  if (observed.value === null) return observed;
  const shares = categoryShares(tally, observed.units);
  const credit = weighted(weights, shares);
  const expected = shares.reduce((sum, share, k) => sum + share * at(credit, k), 0);
  return chanceCorrected(
    tally,
    observed,
    { expected, each: (pattern) => meanOver(pattern, credit), largeSample },
    options,
  );
}

/**
 * Fleiss' kappa for any number of raters, weighted if weights are given: chance from the raters' common margins π,
 * p_e = Σ w π π.
 * Units with one rating count for the margins. No unit; at most 1. Null where one category only is used, or fewer
 * than two units have two ratings. Errors: RangeError for weights of another size.
 * Source: Fleiss (1971), Psychological Bulletin 76, 378-382; missing ratings, weights and standard error from Gwet
 * (2014), Handbook, 4th ed., chapter 5 (unconditional; Fleiss' own standard error is under no agreement).
 */
export function fleissKappa(
  tally: Tally,
  weights: WeightSquare = identityWeights(tally.categories),
  options: CoefficientOptions = {},
): Coefficient {
  return pi(tally, weights, false, options);
}

/**
 * Scott's pi for two raters, weighted if weights are given; the value is Fleiss' kappa of the two. Null for another
 * number of raters, and where Fleiss' kappa is null. Errors: RangeError for weights of another size.
 * Source: Scott (1955), Public Opinion Quarterly 19, 321-325; large-sample standard error (division by n) from Gwet
 * (2014), Handbook, 4th ed., chapter 2, as in irrCAC.
 */
export function scottPi(
  ratings: Ratings,
  weights: WeightSquare = identityWeights(ratings.categories),
  options: CoefficientOptions = {},
): Coefficient {
  const few = condensed(ratings);
  const raters = activeRaters(few).length;
  return raters === 2
    ? pi(tallyOf(few), weights, true, options)
    : unknown(`Scott's pi is for two raters; there are ${raters}.`);
}
