import { unknown, type Unknown } from './coefficient.ts';
import { binomialAtLeast } from './special/distributions.ts';
import { normalProbability } from './special/normal.ts';

export interface FunnelPoint {
  /** The assessor's own pass rate, a share in [0, 1]. */
  readonly value: number;
  /** Limits of the pass rate at 1.96 and at 3 standard errors (or their exact equivalents), within [0, 1]. */
  readonly warning: readonly [low: number, high: number];
  readonly action: readonly [low: number, high: number];
  readonly place: 'inside' | 'warning' | 'action';
}

export interface FunnelOptions {
  /**
   * `exact` (default): binomial tails of the same size as 1.96 and 3 SE; `normal`: rate ± 1.96 or 3 standard errors.
   */
  readonly method?: 'exact' | 'normal';
}

/**
 * The share of trials at which the upper (or lower) binomial tail shrinks to `tail`: the innermost count still inside.
 */
function exactLimits(trials: number, rate: number, tail: number): [number, number] {
  const below = (count: number) => 1 - binomialAtLeast(count + 1, trials, rate);
  // Both tails are monotone in the count, so the limits are found by halving.
  const first = (from: number, to: number, holds: (count: number) => boolean): number => {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (holds(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const low = first(0, trials, (count) => below(count) >= tail);
  const high = first(0, trials + 1, (count) => binomialAtLeast(count, trials, rate) < tail) - 1;
  return [low / trials, high / trials];
}

/**
 * Where an assessor's pass rate stands in a funnel plot around the national or team `rate` (a share in [0, 1]). Pass
 * rates near 1 and few portfolios make the normal limits wrong, so the exact binomial is the default: a count is
 * inside while P(as few or fewer) and P(as many or more) are both at least the normal tail beyond 1.96 (or 3).
 * Null for no portfolio. Errors: RangeError for counts that are not 0 <= passed <= marked, or a rate outside [0, 1].
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, exact limits as in its appendix.
 */
export function passRateFunnel(
  counts: { passed: number; marked: number; rate: number },
  { method = 'exact' }: FunnelOptions = {},
): FunnelPoint | Unknown {
  const { passed, marked, rate } = counts;
  if (!(passed >= 0 && passed <= marked && Number.isInteger(passed) && Number.isInteger(marked)))
    throw new RangeError('Passed is a whole number up to marked.');
  if (!(rate >= 0 && rate <= 1)) throw new RangeError('A pass rate is between 0 and 1.');
  if (marked === 0) return unknown('No portfolio was marked.');
  const normal = (z: number): [number, number] => {
    const reach = z * Math.sqrt((rate * (1 - rate)) / marked);
    return [Math.max(0, rate - reach), Math.min(1, rate + reach)];
  };
  const limits = (z: number) => (method === 'exact' ? exactLimits(marked, rate, normalProbability(-z)) : normal(z));
  const [warning, action] = [limits(1.96), limits(3)];
  const value = passed / marked;
  const within = ([low, high]: readonly [number, number]) => value >= low - 1e-12 && value <= high + 1e-12;
  return { value, warning, action, place: within(warning) ? 'inside' : within(action) ? 'warning' : 'action' };
}
