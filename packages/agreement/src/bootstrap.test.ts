import { describe, expect, test } from 'vitest';
import { acceleration, movedShare, quantile } from './bca.ts';
import {
  bootstrap,
  bootstrapConfusions,
  bootstrapRatings,
  cohenKappa,
  confusionFromTable,
  denseRatings,
  emptyConfusion,
  InvalidRatings,
  krippendorffAlpha,
  normalProbability,
  percentAgreement,
  ratingsOfConfusion,
  ratingTable,
  tallyOf,
  type Coefficient,
} from './index.ts';
import { spatialTest } from './testing/classics.ts';
import { gap, known, reasonOf } from './testing/known.ts';
import { rowsOf } from './testing/rows.ts';
import { seeded } from './testing/seeded.ts';

/** Numbers in turn, from the first again after the last. */
function inTurn(...numbers: readonly number[]): () => number {
  let next = 0;
  return () => numbers[next++ % numbers.length] ?? 0;
}

/** The mean of values, each counted so many times. */
const meanOf = (values: readonly number[]) => (times: Float64Array) =>
  values.reduce((sum, value, index) => sum + value * (times[index] ?? 0), 0) / times.reduce((a, b) => a + b, 0);

/** The variance, dividing by n, of values that are each counted so many times. */
const varianceOf = (values: readonly number[]) => (times: Float64Array) => {
  const mean = meanOf(values)(times);
  return meanOf(values.map((value) => (value - mean) ** 2))(times);
};

describe('the variance of the spatial test of Efron and Tibshirani', () => {
  const { values, variance, accelerated, corrected, interval } = spatialTest;

  test('has the published acceleration', () =>
    expect(gap(acceleration(values.length, varianceOf(values)), accelerated)).toBeLessThan(5e-4));

  test('has its interval moved to the published shares', () => {
    const below = normalProbability(corrected.bias);
    [0.05, 0.95].forEach((share, end) =>
      expect(gap(movedShare(share, below, accelerated), corrected.shares[end] ?? Number.NaN)).toBeLessThan(1e-3),
    );
  });

  test('has the published BCa interval but for the luck of the draw', () => {
    const answer = known(
      bootstrap(values.length, varianceOf(values), { random: seeded(14), resamples: 2000, level: 0.9 }),
    );
    expect(gap(answer.value, variance)).toBeLessThan(0.05);
    expect(gap(answer.ci[0] / interval[0], 1)).toBeLessThan(0.02);
    expect(gap(answer.ci[1] / interval[1], 1)).toBeLessThan(0.02);
  });
});

test('a quantile lies on the straight line between its neighbours', () => {
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile([1, 2, 4, 8], share))).toEqual([1, 1.75, 3, 5, 8]);
  expect(quantile([5], 0.3)).toBe(5);
});

describe('acceleration', () => {
  test('is nothing where leaving out a cluster changes nothing', () => expect(acceleration(3, () => 7)).toBe(0));

  test('passes over clusters without which there is no value', () => {
    const lacking = (missing: null | number) => (times: Float64Array) =>
      times[3] === 0 ? missing : meanOf([0, 1, 5, 0])(times);
    // Left are means of 2, 5 / 3 and 1 / 3: 4 / 3 on average.
    const [squares, cubes] = [2, 3].map((power) =>
      [2, 5 / 3, 1 / 3].reduce((sum, mean) => sum + (4 / 3 - mean) ** power, 0),
    );
    const expected = (cubes ?? Number.NaN) / (6 * (squares ?? Number.NaN) ** 1.5);
    expect(acceleration(4, lacking(null))).toBeCloseTo(expected, 12);
    expect(acceleration(4, lacking(Number.NaN))).toBeCloseTo(expected, 12);
  });
});

describe('the bootstrap of a mean', () => {
  // Of two clusters with the values 0 and 4, in turn: first twice, both, both, second twice: means 0, 2, 2, 4.
  const draws = [0, 0.4, 0.1, 0.6, 0.9, 0.3, 0.5, 0.99];
  const mean = meanOf([0, 4]);

  test('has the spread of its resamples for a standard error, and their quantiles for an interval', () => {
    const options = { random: inTurn(...draws), resamples: 4, level: 0.5, method: 'percentile' } as const;
    expect(bootstrap(2, mean, options)).toEqual({ value: 2, se: Math.sqrt(8 / 3), ci: [1.5, 2.5] });
  });

  test('counts resamples that equal the estimate as half below it', () => {
    // Half below, no acceleration: nothing is moved.
    const { ci } = known(bootstrap(2, mean, { random: inTurn(...draws), resamples: 4, level: 0.5 }));
    expect(ci[0]).toBeCloseTo(1.5, 9);
    expect(ci[1]).toBeCloseTo(2.5, 9);
  });

  test('moves its interval up where most resamples lie below the estimate', () => {
    // Resamples 0, 0, 2, 4: five eighths below.
    const random = inTurn(0, 0.4, 0.1, 0.2, 0.9, 0.3, 0.5, 0.99);
    const { ci } = known(bootstrap(2, mean, { random, resamples: 4, level: 0.5 }));
    expect(ci[0]).toBeCloseTo(quantile([0, 0, 2, 4], movedShare(0.25, 0.625, 0)), 12);
    expect(ci[1]).toBeCloseTo(quantile([0, 0, 2, 4], movedShare(0.75, 0.625, 0)), 12);
    const plain = { random: inTurn(0, 0.4, 0.1, 0.2, 0.9, 0.3, 0.5, 0.99), resamples: 4, level: 0.5 };
    expect(known(bootstrap(2, mean, { ...plain, method: 'percentile' })).ci).toEqual([0, 2.5]);
  });

  test.each([9, -9])('keeps to percentiles where all resamples lie on one side of the estimate: %i', (estimate) => {
    // First twice, then second twice: 0 and 4.
    const of = (times: Float64Array) => (times[0] === 1 ? estimate : mean(times));
    const run = (method: 'bca' | 'percentile') =>
      bootstrap(2, of, { random: inTurn(0, 0.4, 0.9, 0.6), resamples: 2, level: 0.5, method });
    expect(run('bca')).toEqual({ value: estimate, se: Math.sqrt(8), ci: [1, 3] });
    expect(run('bca')).toEqual(run('percentile'));
  });

  test('is its textbook interval, by percentiles and by BCa', () => {
    const values = Array.from({ length: 200 }, (_, index) => Math.sin(index * 12.9898) * 3);
    const centre = values.reduce((a, b) => a + b, 0) / 200;
    const error = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0)) / 200;
    for (const method of ['percentile', 'bca'] as const) {
      const { se, ci } = known(bootstrap(200, meanOf(values), { random: seeded(8), method }));
      expect(se / error).toBeCloseTo(1, 1);
      expect((ci[0] - centre) / error).toBeCloseTo(-1.96, 0);
      expect((ci[1] - centre) / error).toBeCloseTo(1.96, 0);
    }
  });

  test('draws as many clusters as there are, a thousand times unless told otherwise', () => {
    let drawn = 0;
    const random = () => (drawn++ % 3) / 3;
    bootstrap(3, meanOf([1, 2, 4]), { random });
    expect(drawn).toBe(3000);
  });
});

describe('of ratings the bootstrap', () => {
  const ratings = () =>
    ratingTable(
      rowsOf(
        Array.from({ length: 60 }, (_, unit) =>
          [unit % 5, (unit % 5) - (unit % 7 === 0 ? 1 : 0), unit % 5].map((value) => Math.max(0, value)),
        ),
      ),
    );
  const statistic = (table: Parameters<typeof tallyOf>[0]) => krippendorffAlpha(tallyOf(table));

  test('gives the same interval for the same seed and another for another', () => {
    const table = ratings();
    const run = (seed: number) => known(bootstrapRatings(table, statistic, { random: seeded(seed), resamples: 50 }));
    expect(run(1)).toEqual(run(1));
    expect(run(1).ci).not.toEqual(run(2).ci);
    expect(run(1).value).toBe(known(statistic(table)).value);
  });

  test('with units as clusters comes close to the linearised standard error', () => {
    const { se } = known(bootstrapRatings(ratings(), statistic, { random: seeded(3), resamples: 300 }));
    expect(se / known(statistic(ratings())).se).toSatisfy((share: number) => share > 0.75 && share < 1.3);
  });

  test('with whole portfolios that agree or not is wider than with their standards apart', () => {
    const pairs = Array.from({ length: 100 }, (_, unit) => [unit % 2, unit < 30 ? 1 - (unit % 2) : unit % 2]);
    const dense = denseRatings(pairs.flat(), { raters: 2, categories: 2 });
    const width = (clusterOf?: number[]) => {
      const options = { random: seeded(9), resamples: 200, ...(clusterOf ? { clusterOf } : {}) };
      const { ci } = known(bootstrapRatings(dense, (table) => percentAgreement(tallyOf(table)), options));
      return ci[1] - ci[0];
    };
    expect(width(pairs.map((_, unit) => Math.floor(unit / 10)))).toBeGreaterThan(2 * width());
  });

  test('from one confusion matrix per portfolio is the bootstrap of the marks', () => {
    const portfolios = Array.from({ length: 12 }, (_, n) =>
      confusionFromTable([
        [5 + (n % 3), n % 2],
        [(n + 1) % 2, 4],
      ]),
    );
    const flat = portfolios.flatMap((one, n) => {
      const { codes, times } = ratingsOfConfusion(one);
      return Array.from(times).flatMap((count, row) =>
        Array.from({ length: count }, () => ({ pair: Array.from(codes).slice(2 * row, 2 * row + 2), n })),
      );
    });
    const dense = denseRatings(
      flat.flatMap(({ pair }) => pair),
      { raters: 2, categories: 2 },
    );
    const byMark = known(
      bootstrapRatings(dense, (table) => cohenKappa(table), {
        random: seeded(4),
        resamples: 100,
        clusterOf: flat.map(({ n }) => n),
      }),
    );
    const byMatrix = known(
      bootstrapConfusions(portfolios, (pooled) => cohenKappa(ratingsOfConfusion(pooled)), {
        random: seeded(4),
        resamples: 100,
      }),
    );
    expect(byMark.value).toBeCloseTo(byMatrix.value, 9);
    expect(byMark.se).toBeCloseTo(byMatrix.se, 9);
    byMark.ci.forEach((end, index) => expect(end).toBeCloseTo(byMatrix.ci[index] ?? Number.NaN, 9));
  });

  test('counts a unit that stands for several as often as it stands and is drawn', () => {
    const weighed: number[][] = [];
    const look = ({ times }: Parameters<typeof tallyOf>[0]): Coefficient => {
      weighed.push(Array.from(times));
      return { value: weighed.length, se: 0, ci: [0, 0] };
    };
    const table = { raters: 2, categories: 2, codes: [0, 0, 1, 1, 0, 1], times: [3, 2, 5] };
    // Two clusters: the first and last unit, and the middle one; drawn is the first twice.
    bootstrapRatings(table, look, { random: () => 0.1, resamples: 1, method: 'percentile', clusterOf: [0, 1, 0] });
    expect(weighed).toEqual([
      [3, 2, 5],
      [6, 0, 10],
    ]);
  });
});

describe('the bootstrap says', () => {
  const random = () => 0.6;

  test('that there is too little to draw from', () => {
    expect(reasonOf(bootstrap(1, () => 1, { random }))).toBe('There are fewer than two clusters to draw from.');
    expect(reasonOf(bootstrapConfusions([], () => ({ value: 1, se: 0, ci: [1, 1] }), { random }))).toBe(
      'There are fewer than two clusters to draw from.',
    );
    expect(bootstrap(2, meanOf([0, 4]), { random: inTurn(0.1, 0.6), resamples: 2 }).value).toBe(2);
  });

  test.each([null, Number.NaN, Infinity])('that the statistic has no value where it answers %s', (nothing) =>
    expect(reasonOf(bootstrap(5, () => nothing, { random }))).toBe('The statistic has no value for these ratings.'),
  );

  test('that a tenth of the resamples or more have no value', () => {
    // With two clusters, one resample in so many draws the second twice, and has no value.
    const lacking = (resamples: number, missing: null | number) =>
      bootstrap(2, (times) => (times[1] === 2 ? missing : (times[0] ?? 0)), {
        random: inTurn(
          0.6,
          0.6,
          ...Array.from({ length: 2 * resamples - 2 }, (_, draw) => (draw % 4 === 1 ? 0.6 : 0.1)),
        ),
        resamples,
      });
    const reason = 'Too many resamples have no value: the ratings hardly vary.';
    expect(reasonOf(lacking(10, null))).toBe(reason);
    expect(reasonOf(lacking(10, Number.NaN))).toBe(reason);
    expect(lacking(11, null).value).toBe(1);
    expect(lacking(11, Infinity).value).toBe(1);
    expect(reasonOf(bootstrap(2, meanOf([0, 4]), { random, resamples: 1 }))).toBe(reason);
  });

  test('that clusters and matrices do not fit', () => {
    const dense = denseRatings([0, 1, 1, 1], { raters: 2, categories: 2 });
    expect(() => bootstrapRatings(dense, (table) => cohenKappa(table), { random, clusterOf: [0] })).toThrow(
      new InvalidRatings('Every unit belongs to a cluster.'),
    );
    expect(() =>
      bootstrapConfusions([emptyConfusion(2), emptyConfusion(3)], () => ({ value: null, reason: '' }), { random }),
    ).toThrow(new InvalidRatings('The confusion matrices differ in their categories.'));
  });
});
