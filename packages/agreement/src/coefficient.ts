import { tQuantile } from './special/distributions.ts';

/** A number with its doubt: standard error (same unit as the value) and confidence interval [low, high]. */
export interface Estimate {
  readonly value: number;
  readonly se: number;
  readonly ci: readonly [low: number, high: number];
}

/** No number can be given; `reason` is a sentence that says why. */
export interface Unknown {
  readonly value: null;
  readonly reason: string;
}

export type Coefficient = Estimate | Unknown;

export const unknown = (reason: string): Unknown => ({ value: null, reason });

/** Input that is malformed rather than poor in information: it cannot be read one way only. `message` says what. */
export class InvalidRatings extends Error {
  override readonly name = 'InvalidRatings';
}

/** Entry `index` of a list. A slip in an index becomes NaN, which the property tests refuse. */
export const at = (list: ArrayLike<number>, index: number): number => list[index] ?? Number.NaN;

/** The largest share of chance agreement that still leaves anything to divide by. */
export const certain = 1 - 1e-12;

interface Doubt {
  readonly se: number;
  readonly freedom: number;
  /** Confidence level, .95 by default. */
  readonly level?: number | undefined;
  /** The least value that the statistic can take, where it has one. */
  readonly least?: number | undefined;
  /** The greatest, 1 by default. */
  readonly most?: number | undefined;
}

/**
 * An estimate with the interval value ± t(freedom) x se, cut at `most` above and at `least` below.
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., chapter 5.
 */
export function estimate(
  value: number,
  { se, freedom, level = 0.95, least = -Infinity, most = 1 }: Doubt,
): Coefficient {
  if (!Number.isFinite(value) || !Number.isFinite(se)) return unknown('The ratings leave nothing to divide by.');
  const reach = se === 0 ? 0 : se * tQuantile((1 + level) / 2, freedom);
  return { value, se, ci: [Math.max(least, value - reach), Math.min(most, value + reach)] };
}
