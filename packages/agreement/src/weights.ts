import type { Categories } from './categories.ts';
import { at, InvalidRatings } from './coefficient.ts';

export const weightNames = ['identity', 'linear', 'quadratic', 'ordinal', 'radical'] as const;
export type WeightName = (typeof weightNames)[number];
/** A name, or a square of weights in the order of the categories. */
export type WeightSpec = WeightName | readonly (readonly number[])[];

/** How much two categories agree, 1 on the diagonal: `of` is size x size, row by row, symmetric, within [0, 1]. */
export interface WeightSquare {
  readonly size: number;
  readonly of: Float64Array;
}

export interface Weights extends WeightSquare {
  readonly name: WeightName | 'custom';
}

type OfPair = (k: number, l: number) => number;

const square = (size: number, of: OfPair) =>
  Float64Array.from({ length: size * size }, (_, cell) => of(Math.floor(cell / size), cell % size));

const weightSquare = (size: number, weight: OfPair): WeightSquare => ({
  size,
  of: square(size, (k, l) => (k === l ? 1 : weight(k, l))),
});

/** Full credit for the same category, none for another: the unweighted coefficients. */
export const identityWeights = (size: number): Weights => ({ name: 'identity', ...weightSquare(size, () => 0) });

/** Credit from distances, which are not all 0 where there are two categories or more: 1 - distance / largest distance. */
export function weightsFromDistances(size: number, distance: OfPair): WeightSquare {
  const most = square(size, distance).reduce((top, value) => Math.max(top, value), 0);
  return weightSquare(size, (k, l) => 1 - distance(k, l) / most);
}

/** Errors: InvalidRatings unless square of the right size, finite, symmetric, within [0, 1] and 1 on the diagonal. */
function customWeights(rows: readonly (readonly number[])[], size: number): Weights {
  const fits = rows.length === size && rows.every((row) => row.length === size);
  if (!fits) throw new InvalidRatings(`Custom weights for ${size} categories are a ${size} by ${size} square.`);
  const flat = rows.flat();
  const entry = (k: number, l: number) => at(flat, k * size + l);
  rows.forEach((row, k) => {
    row.forEach((weight, l) => {
      if (!(weight >= 0 && weight <= 1)) throw new InvalidRatings('A weight is between 0 and 1.');
      if (k === l && weight !== 1) throw new InvalidRatings('A category agrees fully with itself: the diagonal is 1.');
      if (weight !== entry(l, k)) throw new InvalidRatings('Weights are the same from either side: symmetric.');
    });
  });
  return { name: 'custom', ...weightSquare(size, entry) };
}

/**
 * Agreement weights for a list of categories, no unit. With x the numbers of the categories (or their places, where
 * they are not numbers) and ranks 1 … q: identity; linear 1 - |x_k - x_l| / range; quadratic, the same squared;
 * radical, its square root; ordinal 1 - C(|k - l| + 1, 2) / C(q, 2).
 * Errors: InvalidRatings for a malformed custom square, or for weights that need an order the categories do not have.
 * Source: Gwet (2014), Handbook, 4th ed., chapter 3; Cohen (1968) for custom weights.
 * Ordinal weights are not Krippendorff's ordinal metric: see `krippendorffMetric`.
 */
export function weightMatrix(spec: WeightSpec, categories: Categories): Weights {
  const size = categories.labels.length;
  if (typeof spec !== 'string') return customWeights(spec, size);
  if (spec === 'identity') return identityWeights(size);
  const { ranks } = categories;
  if (ranks === null) {
    throw new InvalidRatings(
      `${spec} weights need an order: declare the categories from low to high, or use identity weights.`,
    );
  }
  const places = categories.numbers ?? ranks;
  const apart = (k: number, l: number) => Math.abs(at(places, k) - at(places, l));
  const steps = (k: number, l: number) => Math.abs(at(ranks, k) - at(ranks, l));
  const distances: Record<typeof spec, OfPair> = {
    linear: apart,
    quadratic: (k, l) => apart(k, l) ** 2,
    radical: (k, l) => Math.sqrt(apart(k, l)),
    // Twice the number of pairs, which the largest distance takes out again.
    ordinal: (k, l) => steps(k, l) * (steps(k, l) + 1),
  };
  return { name: spec, ...weightsFromDistances(size, distances[spec]) };
}
