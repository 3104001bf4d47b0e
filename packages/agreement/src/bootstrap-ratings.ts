import { bootstrap, type BootstrapOptions } from './bootstrap.ts';
import { at, InvalidRatings, type Coefficient } from './coefficient.ts';
import { emptyConfusion, type Confusion } from './confusion.ts';
import type { Ratings } from './ratings.ts';

/**
 * The bootstrap interval of any coefficient of ratings, units drawn by the cluster they belong to. `clusterOf[i]` is
 * the cluster (portfolio) of row i, 0 to one less than their number; left out, every unit is its own cluster.
 * Null as `bootstrap`. Errors: InvalidRatings if clusters are not given for every row.
 */
export function bootstrapRatings(
  ratings: Ratings,
  coefficient: (ratings: Ratings) => Coefficient,
  options: BootstrapOptions & { readonly clusterOf?: ArrayLike<number> },
): Coefficient {
  const units = ratings.times.length;
  const clusterOf = options.clusterOf ?? Array.from({ length: units }, (_, unit) => unit);
  if (clusterOf.length !== units) throw new InvalidRatings('Every unit belongs to a cluster.');
  const clusters = Array.from(clusterOf).reduce((most, cluster) => Math.max(most, cluster + 1), 0);
  const statistic = (drawn: Float64Array) => {
    const times = Float64Array.from(ratings.times, (count, unit) => count * at(drawn, at(clusterOf, unit)));
    return coefficient({ ...ratings, times }).value;
  };
  return bootstrap(clusters, statistic, options);
}

/**
 * The same from one confusion matrix per portfolio, for large numbers: a resample adds matrices and never reads a mark.
 * Null as `bootstrap`. Errors: InvalidRatings if the matrices differ in their categories.
 */
export function bootstrapConfusions(
  portfolios: readonly Confusion[],
  coefficient: (pooled: Confusion) => Coefficient,
  options: BootstrapOptions,
): Coefficient {
  const [categories = 0, ...others] = new Set(portfolios.map((one) => one.categories));
  if (others.length > 0) throw new InvalidRatings('The confusion matrices differ in their categories.');
  const statistic = (drawn: Float64Array) => {
    const pooled = emptyConfusion(categories);
    portfolios.forEach(({ cells }, index) => {
      const times = at(drawn, index);
      cells.forEach((count, cell) => (pooled.cells[cell] = at(pooled.cells, cell) + times * count));
    });
    return coefficient(pooled).value;
  };
  return bootstrap(portfolios.length, statistic, options);
}
