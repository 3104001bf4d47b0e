import { bootstrap, type BootstrapOptions } from './bootstrap.ts';
import { at, InvalidRatings, type Coefficient } from './coefficient.ts';
import type { Confusion } from './confusion.ts';
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
  const times = new Float64Array(units);
  const statistic = (drawn: Float64Array) => {
    for (let unit = 0; unit < units; unit++) times[unit] = at(ratings.times, unit) * at(drawn, at(clusterOf, unit));
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
  const categories = portfolios[0]?.categories ?? 0;
  if (portfolios.some((one) => one.categories !== categories))
    throw new InvalidRatings('The confusion matrices differ in their categories.');
  const statistic = (drawn: Float64Array) => {
    const cells = new Float64Array((categories + 1) ** 2);
    portfolios.forEach((one, index) => {
      const times = at(drawn, index);
      if (times > 0)
        for (let cell = 0; cell < cells.length; cell++) cells[cell] = at(cells, cell) + times * at(one.cells, cell);
    });
    return coefficient({ categories, cells }).value;
  };
  return bootstrap(portfolios.length, statistic, options);
}
