import { at, certain, estimate, unknown, type Coefficient } from './coefficient.ts';
import { agreeingPairs, meanOver, weighted, type CoefficientOptions } from './observed.ts';
import type { Tally } from './tally.ts';
import { identityWeights, type WeightSquare } from './weights.ts';

/** How many pairable ratings there are of each category: the margins of Krippendorff's coincidence matrix. */
export function pairableCounts({ categories, patterns }: Tally): Float64Array {
  const counts = new Float64Array(categories);
  for (const pattern of patterns) {
    if (pattern.size < 2) continue;
    pattern.codes.forEach(
      (code, index) => (counts[code] = at(counts, code) + pattern.times * at(pattern.counts, index)),
    );
  }
  return counts;
}

/**
 * Krippendorff's alpha with agreement weights, for any number of raters; units with one rating are left out. Identity
 * weights give nominal alpha and quadratic ones interval alpha; ordinal *weights* do not give Krippendorff's ordinal
 * alpha: for his own metrics see `krippendorffMetric`. No unit; at most 1. Null where one category only is used, or
 * fewer than two units have two ratings. Errors: RangeError for weights of another size. alpha = 1 - (1 - 1 / m)(1 -
 * p_a) / (1 - p_e) over the m pairable ratings. The standard error is linearised; the interval is t with one degree of
 * freedom less than there are rated units.
 * Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability; Gwet (2014), Handbook, 4th ed., chapter 5.
 */
export function krippendorffAlpha(
  tally: Tally,
  weights: WeightSquare = identityWeights(tally.categories),
  { level }: CoefficientOptions = {},
): Coefficient {
  if (weights.size !== tally.categories)
    throw new RangeError(`Weights for ${weights.size} categories do not fit ${tally.categories}.`);
  const paired = tally.patterns.filter(({ size }) => size >= 2);
  const units = paired.reduce((sum, { times }) => sum + times, 0);
  const rated = tally.patterns.reduce((sum, { size, times }) => sum + (size > 0 ? times : 0), 0);
  if (rated === 0) return unknown('There are no ratings.');
  if (units === 0) return unknown('No unit was rated by two raters.');
  if (units < 2) return unknown('Fewer than two units were rated by two raters.');
  const ratings = paired.reduce((sum, { size, times }) => sum + size * times, 0);
  const mean = ratings / units;
  const shares = pairableCounts(tally).map((count) => count / ratings);
  const credit = weighted(weights, shares);
  const expected = shares.reduce((sum, share, k) => sum + share * at(credit, k), 0);
  if (!(expected < certain)) return unknown('The ratings do not vary, so there is nothing to agree or disagree about.');
  const each = paired.map((pattern) => agreeingPairs(pattern, weights) / (mean * (pattern.size - 1)));
  const agreed = paired.reduce((sum, { times }, index) => sum + times * at(each, index), 0) / units;
  // Krippendorff's correction for small samples, and the value without it, which the linearisation is about.
  const value = 1 - ((1 - 1 / ratings) * (1 - agreed)) / (1 - expected);
  const raw = (agreed - expected) / (1 - expected);
  let squares = 0;
  paired.forEach((pattern, index) => {
    const longer = (pattern.size - mean) / mean;
    const observed = at(each, index) - agreed * longer;
    const chance = (meanOver(pattern, credit) * pattern.size) / mean - expected * longer;
    squares +=
      pattern.times * ((observed - expected - 2 * (1 - raw) * (chance - expected)) / (1 - expected) - raw) ** 2;
  });
  return estimate(value, { se: Math.sqrt(squares / (units * (units - 1))), freedom: rated - 1, level });
}
