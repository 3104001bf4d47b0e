import type { Coefficient } from './coefficient.ts';
import { chanceCorrected, observedAgreement, type CoefficientOptions } from './observed.ts';
import type { Tally } from './tally.ts';
import { identityWeights, type WeightSquare } from './weights.ts';

/**
 * Percent agreement, as a share in [0, 1], weighted if weights are given: not corrected for chance.
 * Null for no ratings or fewer than two units with two ratings. Errors: RangeError for weights of another size.
 * Source: Gwet (2014), Handbook, 4th ed., chapter 5; the standard error is that of `chanceCorrected` with p_e = 0.
 */
export function percentAgreement(
  tally: Tally,
  weights: WeightSquare = identityWeights(tally.categories),
  options: CoefficientOptions = {},
): Coefficient {
  const observed = observedAgreement(tally, weights);
  return observed.value === null ? observed : chanceCorrected(tally, observed, { expected: 0, least: 0 }, options);
}
