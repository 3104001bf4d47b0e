import { unknown, type Coefficient } from './coefficient.ts';
import { chanceCorrected, observedAgreement, type CoefficientOptions } from './observed.ts';
import type { Tally } from './tally.ts';
import { identityWeights, type WeightSquare } from './weights.ts';

/**
 * The Brennan-Prediger coefficient for any number of raters: p_e is the mean weight, Σ w / q², as if every category
 * were equally likely. Depends on the declared list of categories. No unit; at most 1. Null for fewer than two
 * categories, or fewer than two units with two ratings. Errors: RangeError for weights of another size.
 * Source: Brennan and Prediger (1981), Educ Psychol Meas 41, 687-699; Gwet (2014), Handbook, 4th ed., chapter 5.
 */
export function brennanPrediger(
  tally: Tally,
  weights: WeightSquare = identityWeights(tally.categories),
  options: CoefficientOptions = {},
): Coefficient {
  const observed = observedAgreement(tally, weights);
  if (observed.value === null) return observed;
  if (tally.categories < 2)
    return unknown('Brennan-Prediger needs two categories or more; declare those that raters could choose.');
  const expected = weights.of.reduce((sum, weight) => sum + weight, 0) / tally.categories ** 2;
  return chanceCorrected(tally, observed, { expected }, options);
}
