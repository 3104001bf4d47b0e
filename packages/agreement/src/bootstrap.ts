import { at, unknown, type Coefficient } from './coefficient.ts';
import { normalProbability, normalQuantile } from './special/normal.ts';

export interface BootstrapOptions {
  /** A seeded generator of numbers in [0, 1): the same one gives the same interval. */
  readonly random: () => number;
  /** How many resamples, 1000 by default. */
  readonly resamples?: number;
  readonly level?: number;
  /** Bias-corrected and accelerated (default), or plain percentiles. */
  readonly method?: 'bca' | 'percentile';
}

/**
 * The `share` quantile of a sorted list, between neighbours by straight line. Source: Hyndman and Fan (1996), type 7.
 */
function quantile(sorted: readonly number[], share: number): number {
  const place = Math.min(Math.max(share, 0), 1) * (sorted.length - 1);
  const [low, high] = [at(sorted, Math.floor(place)), at(sorted, Math.ceil(place))];
  return low + (high - low) * (place - Math.floor(place));
}

/** Acceleration from leaving out each cluster once. Source: Efron and Tibshirani (1993), eq. 14.15. */
function acceleration(clusters: number, statistic: (times: Float64Array) => number | null): number {
  const times = new Float64Array(clusters).fill(1);
  const left: number[] = [];
  for (let cluster = 0; cluster < clusters; cluster++) {
    times[cluster] = 0;
    const value = statistic(times);
    times[cluster] = 1;
    if (value !== null) left.push(value);
  }
  const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
  const [squares, cubes] = [2, 3].map((power) => left.reduce((sum, value) => sum + (mean - value) ** power, 0));
  return squares === undefined || cubes === undefined || !(squares > 0) ? 0 : cubes / (6 * squares ** 1.5);
}

/** Where the interval ends lie among the resamples. Source: Efron (1987), JASA 82, 171-185, the BCa interval. */
function shares(
  sorted: readonly number[],
  value: number,
  level: number,
  pull: () => number,
): readonly [number, number] {
  const plain = [(1 - level) / 2, (1 + level) / 2] as const;
  const below =
    (sorted.filter((one) => one < value).length + sorted.filter((one) => one <= value).length) / 2 / sorted.length;
  if (!(below > 0 && below < 1)) return plain;
  const bias = normalQuantile(below);
  const a = pull();
  const moved = (share: number) => {
    const z = bias + normalQuantile(share);
    return normalProbability(bias + z / (1 - a * z));
  };
  return [moved(plain[0]), moved(plain[1])];
}

/**
 * A bootstrap interval that draws whole clusters (portfolios) with replacement, as the standards of one portfolio are
 * not independent. `statistic` is given how many times each of the `clusters` is drawn, and answers a number or null;
 * its value at all ones is the estimate, `se` is the standard deviation of the resamples (unit of the statistic).
 * Null for fewer than two clusters, an unknown statistic, or where a tenth of the resamples or more have no value.
 * Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 13 and 14; clusters as in Field and
 * Welsh (2007), J R Stat Soc B 69, 369-390.
 */
export function bootstrap(
  clusters: number,
  statistic: (times: Float64Array) => number | null,
  options: BootstrapOptions,
): Coefficient {
  const { random, resamples = 1000, level = 0.95, method = 'bca' } = options;
  if (clusters < 2) return unknown('There are fewer than two clusters to draw from.');
  const value = statistic(new Float64Array(clusters).fill(1));
  if (value === null) return unknown('The statistic has no value for these ratings.');
  const drawn: number[] = [];
  const times = new Float64Array(clusters);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let draw = 0; draw < clusters; draw++) {
      const cluster = Math.min(clusters - 1, Math.floor(random() * clusters));
      times[cluster] = at(times, cluster) + 1;
    }
    const one = statistic(times);
    if (one !== null && Number.isFinite(one)) drawn.push(one);
  }
  if (drawn.length < 2 || drawn.length <= 0.9 * resamples)
    return unknown('Too many resamples have no value: the ratings hardly vary.');
  const sorted = drawn.toSorted((a, b) => a - b);
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  const se = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (drawn.length - 1));
  const plain = [(1 - level) / 2, (1 + level) / 2] as const;
  const [low, high] = method === 'bca' ? shares(sorted, value, level, () => acceleration(clusters, statistic)) : plain;
  return { value, se, ci: [quantile(sorted, low), quantile(sorted, high)] };
}
