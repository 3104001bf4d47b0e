import { unknown, type Coefficient } from './coefficient.ts';
import { categoryShares, chanceCorrected, meanOver, observedAgreement, type CoefficientOptions } from './observed.ts';
import type { Tally } from './tally.ts';
import { identityWeights, type WeightSquare } from './weights.ts';

/**
 * Gwet's AC1, or AC2 with weights, for any number of raters: p_e = sum of weights x Σ π (1 - π) / (q (q - 1)). Chance
 * agreement shrinks as one category prevails, so it stays near percent agreement where kappa collapses. Depends on the
 * declared list of categories, unused ones included. Units with one rating count for the margins. No unit; at most 1.
 * Null for fewer than two categories, or fewer than two units with two ratings. Errors: RangeError for weights of
 * another size.
 * Source: Gwet (2008), Br J Math Stat Psychol 61, 29-48; Gwet (2014), Handbook, 4th ed., chapter 5.
 */
export function gwetAC(
  tally: Tally,
  weights: WeightSquare = identityWeights(tally.categories),
  options: CoefficientOptions = {},
): Coefficient {
  const { categories } = tally;
  const observed = observedAgreement(tally, weights);
  if (observed.value === null) return observed;
  if (categories < 2)
    return unknown('AC1 and AC2 need two categories or more; declare those that raters could choose.');
  const others = categoryShares(tally, observed.units).map((share) => 1 - share);
  const scale = weights.of.reduce((sum, weight) => sum + weight, 0) / (categories * (categories - 1));
  const expected = scale * others.reduce((sum, other) => sum + other * (1 - other), 0);
  return chanceCorrected(tally, observed, { expected, each: (pattern) => scale * meanOver(pattern, others) }, options);
}
