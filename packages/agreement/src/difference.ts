import { estimate, unknown, type Coefficient } from './coefficient.ts';

/** Two marks of one standard of one portfolio. */
export interface DoubleMark {
  readonly portfolio: string | number;
  readonly first: number;
  readonly second: number;
}

/**
 * Mean signed difference, first minus second, in marks: above 0 the first marker is the more lenient. The standard
 * error takes portfolios as the independent units, marks inside one as they come: a ratio of sums, linearised; interval
 * t with one degree of freedom less than there are portfolios. It is not cut at 1: marks are not correlations.
 * Null for fewer than two portfolios, or marks that are not finite numbers.
 * Source: Cochran (1977), Sampling Techniques, 3rd ed., chapter 9A (clusters of unequal size, ratio estimate).
 */
export function meanSignedDifference(
  marks: Iterable<DoubleMark>,
  { level = 0.95 }: { level?: number } = {},
): Coefficient {
  const portfolios = new Map<string | number, { sum: number; count: number }>();
  for (const { portfolio, first, second } of marks) {
    const kept = portfolios.get(portfolio) ?? { sum: 0, count: 0 };
    portfolios.set(portfolio, { sum: kept.sum + (first - second), count: kept.count + 1 });
  }
  const clusters = [...portfolios.values()];
  if (clusters.length < 2) return unknown('Fewer than two portfolios were marked twice.');
  const total = clusters.reduce((sum, { count }) => sum + count, 0);
  const value = clusters.reduce((sum, cluster) => sum + cluster.sum, 0) / total;
  const squares = clusters.reduce((sum, cluster) => sum + (cluster.sum - value * cluster.count) ** 2, 0);
  const se = Math.sqrt((squares * clusters.length) / (clusters.length - 1)) / total;
  return estimate(value, { se, freedom: clusters.length - 1, level, most: Infinity });
}
