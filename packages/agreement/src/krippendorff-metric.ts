import type { Categories } from './categories.ts';
import { at, unknown, type Coefficient, type Unknown } from './coefficient.ts';
import { krippendorffAlpha, pairableCounts } from './krippendorff.ts';
import type { CoefficientOptions } from './observed.ts';
import type { Tally } from './tally.ts';
import { weightsFromDistances } from './weights.ts';

export const metricNames = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type MetricName = (typeof metricNames)[number];

type Distance = (k: number, l: number) => number;

/** Half of the ratings of the two categories and all of those between them, squared. */
function ordinal(tally: Tally, ranks: readonly number[]): Distance {
  const counts = pairableCounts(tally);
  const below = new Float64Array(ranks.length);
  const byRank = ranks.map((rank, code) => ({ rank, code })).toSorted((a, b) => a.rank - b.rank);
  let sum = 0;
  for (const { code } of byRank) {
    below[code] = sum + at(counts, code) / 2;
    sum += at(counts, code);
  }
  return (k, l) => (at(below, k) - at(below, l)) ** 2;
}

function ratio(numbers: readonly number[]): Distance {
  return (k, l) => {
    const [a, b] = [at(numbers, k), at(numbers, l)];
    return a === b ? 0 : ((a - b) / (a + b)) ** 2;
  };
}

function distanceOf(metric: MetricName, tally: Tally, { numbers, ranks }: Categories): Distance | Unknown {
  const ofNumbers = (distance: (list: readonly number[]) => Distance | Unknown) =>
    numbers === null ? unknown(`The categories are not numbers, so they have no ${metric} scale.`) : distance(numbers);
  const distances: Record<MetricName, () => Distance | Unknown> = {
    nominal: () => () => 1,
    ordinal: () =>
      ranks === null ? unknown('The categories have no order; declare them from low to high.') : ordinal(tally, ranks),
    interval: () => ofNumbers((list) => (k, l) => (at(list, k) - at(list, l)) ** 2),
    ratio: () =>
      ofNumbers((list) =>
        list.some((value) => value < 0) ? unknown('A ratio scale has no negative values.') : ratio(list),
      ),
  };
  return distances[metric]();
}

/**
 * Krippendorff's alpha with his own squared differences: nominal (0 or 1), ordinal (ratings between two categories,
 * halves of their own, squared), interval (x - y)², ratio ((x - y) / (x + y))². Shapes and nulls as
 * `krippendorffAlpha`, and null where the categories do not carry the metric. Unused categories change nothing. The
 * ordinal differences depend on the margins, which the linearised standard error takes as given: for small samples
 * prefer `bootstrap`. Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability; (2004), Content
 * Analysis, 2nd ed., chapter 11.
 */
export function krippendorffMetric(
  tally: Tally,
  categories: Categories,
  metric: MetricName,
  options: CoefficientOptions = {},
): Coefficient {
  const distance = distanceOf(metric, tally, categories);
  if (typeof distance !== 'function') return distance;
  return krippendorffAlpha(tally, weightsFromDistances(tally.categories, distance), options);
}
