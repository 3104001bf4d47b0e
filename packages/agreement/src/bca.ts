import { at } from './coefficient.ts';
import { normalProbability, normalQuantile } from './special/normal.ts';

/** A statistic of clusters, each counted so many times; null or not finite where it has no value. */
export type ClusterStatistic = (times: Float64Array) => number | null;

export const hasValue = (value: number | null): value is number => Number.isFinite(value);

/**
 * The `share` quantile of a sorted list, between neighbours by straight line. Source: Hyndman and Fan (1996), type 7.
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [at(sorted, Math.floor(place)), at(sorted, Math.ceil(place))];
  return low + (high - low) * (place - Math.floor(place));
}

/**
 * Acceleration from leaving out each cluster once; 0 where that changes nothing.
 * Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, eq. 14.15.
 */
export function acceleration(clusters: number, statistic: ClusterStatistic): number {
  const times = new Float64Array(clusters).fill(1);
  const left: number[] = [];
  times.forEach((_, cluster) => {
    times[cluster] = 0;
    const value = statistic(times);
    times[cluster] = 1;
    if (hasValue(value)) left.push(value);
  });
  const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
  const squares = left.reduce((sum, value) => sum + (mean - value) ** 2, 0);
  const cubes = left.reduce((sum, value) => sum + (mean - value) ** 3, 0);
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

/**
 * A share moved for bias and acceleration; `below` is the share of resamples under the estimate, strictly within 0, 1.
 * Source: Efron (1987), JASA 82, 171-185; Efron and Tibshirani (1993), eq. 14.10.
 */
export function movedShare(share: number, below: number, pull: number): number {
  const bias = normalQuantile(below);
  const z = bias + normalQuantile(share);
  return normalProbability(bias + z / (1 - pull * z));
}
