import { acceleration, hasValue, movedShare, quantile, type ClusterStatistic } from './bca.ts';
import { at, unknown, type Coefficient } from './coefficient.ts';

export interface BootstrapOptions {
  /** A seeded generator of numbers in [0, 1): the same one gives the same interval. */
  readonly random: () => number;
  /** How many resamples, 1000 by default. */
  readonly resamples?: number;
  readonly level?: number;
  /** Bias-corrected and accelerated (default), or plain percentiles. */
  readonly method?: 'bca' | 'percentile';
}

/** The statistic of each resample of as many clusters as there are; those without a value are left out. */
function resampled(clusters: number, statistic: ClusterStatistic, resamples: number, random: () => number): number[] {
  const drawn: number[] = [];
  const times = new Float64Array(clusters);
  for (let resample = 0; resample < resamples; resample++) {
    times.fill(0);
    for (let draw = 0; draw < clusters; draw++) {
      const cluster = Math.floor(random() * clusters);
      times[cluster] = at(times, cluster) + 1;
    }
    const one = statistic(times);
    if (hasValue(one)) drawn.push(one);
  }
  return drawn;
}

/**
 * A bootstrap interval that draws whole clusters (portfolios) with replacement, as the standards of one portfolio are
 * not independent. `statistic` is given how many times each of the `clusters` is drawn, and answers a number or null;
 * its value at all ones is the estimate, `se` is the standard deviation of the resamples (unit of the statistic).
 * Null for fewer than two clusters, an unknown statistic, or where a tenth of the resamples or more have no value.
 * Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 13 and 14; clusters as in Field and
 * Welsh (2007), J R Stat Soc B 69, 369-390.
 */
export function bootstrap(clusters: number, statistic: ClusterStatistic, options: BootstrapOptions): Coefficient {
  const { random, resamples = 1000, level = 0.95, method = 'bca' } = options;
  if (clusters < 2) return unknown('There are fewer than two clusters to draw from.');
  const value = statistic(new Float64Array(clusters).fill(1));
  if (!hasValue(value)) return unknown('The statistic has no value for these ratings.');
  const drawn = resampled(clusters, statistic, resamples, random);
  if (drawn.length < 2 || drawn.length <= 0.9 * resamples)
    return unknown('Too many resamples have no value: the ratings hardly vary.');
  const sorted = drawn.toSorted((a, b) => a - b);
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  const se = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (drawn.length - 1));
  const ends = [(1 - level) / 2, (1 + level) / 2] as const;
  // Resamples equal to the estimate count half, so that ties do not look like bias.
  const below = drawn.reduce((sum, one) => sum + (one < value ? 1 : one === value ? 0.5 : 0), 0) / drawn.length;
  if (method !== 'bca' || below === 0 || below === 1)
    return { value, se, ci: [quantile(sorted, ends[0]), quantile(sorted, ends[1])] };
  const pull = acceleration(clusters, statistic);
  const [low, high] = [movedShare(ends[0], below, pull), movedShare(ends[1], below, pull)];
  return { value, se, ci: [quantile(sorted, low), quantile(sorted, high)] };
}
