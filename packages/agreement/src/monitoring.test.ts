import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDoubleMarks,
  agreementReport,
  benchmark,
  bootstrap,
  bootstrapConfusions,
  bootstrapRatings,
  brennanPrediger,
  cohenKappa,
  confusionFromTable,
  congerKappa,
  denseRatings,
  emptyConfusion,
  fleissKappa,
  gwetAC,
  InvalidRatings,
  krippendorffAlpha,
  meanSignedDifference,
  monitoringThresholds,
  passRateFunnel,
  percentAgreement,
  ratingsOfConfusion,
  ratingTable,
  scottPi,
  tallier,
  tallyOf,
  verdictOn,
  verdictOnBenchmark,
  type Coefficient,
} from './index.ts';
import { rowsOf, shroutFleiss } from './testing/published.ts';
import { seeded } from './testing/seeded.ts';

const fixed = { seed: 42, numRuns: 200 };
const code = fc.integer({ min: -1, max: 3 });

function known(coefficient: Coefficient) {
  if (coefficient.value === null) throw new Error(coefficient.reason);
  return coefficient;
}

/** Value and standard error to nine decimals, or the reason: equal lists mean equal coefficients. */
const rounded = (coefficient: Coefficient) =>
  coefficient.value === null
    ? [coefficient.reason]
    : [coefficient.value, coefficient.se].map((number) => number.toFixed(9).replace('-0.000000000', '0.000000000'));

describe('streams', () => {
  test('a confusion matrix fed in stretches gives what the ratings give, missing ones included', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(code, code), { maxLength: 20 }), fc.nat({ max: 20 }), (pairs, cut) => {
        const confusion = emptyConfusion(4);
        for (const part of [pairs.slice(0, cut), pairs.slice(cut)])
          addDoubleMarks(
            confusion,
            part.map(([a]) => a),
            Int8Array.from(part, ([, b]) => b),
          );
        const [dense, pooled] = [
          denseRatings(pairs.flat(), { raters: 2, categories: 4 }),
          ratingsOfConfusion(confusion),
        ];
        for (const coefficient of [cohenKappa, congerKappa, scottPi])
          expect(rounded(coefficient(dense))).toEqual(rounded(coefficient(pooled)));
        for (const coefficient of [percentAgreement, fleissKappa, gwetAC, brennanPrediger, krippendorffAlpha])
          expect(rounded(coefficient(tallyOf(dense)))).toEqual(rounded(coefficient(tallyOf(pooled))));
      }),
      fixed,
    );
  });

  test('units of many raters added one by one give what their table gives, whatever the order of raters', () => {
    fc.assert(
      fc.property(fc.array(fc.array(code, { minLength: 4, maxLength: 4 }), { maxLength: 15 }), (units) => {
        const gathering = tallier(4);
        for (const unit of units) gathering.add(unit.toReversed());
        const dense = tallyOf(denseRatings(units.flat(), { raters: 4, categories: 4 }));
        for (const coefficient of [percentAgreement, fleissKappa, gwetAC, brennanPrediger, krippendorffAlpha])
          expect(rounded(coefficient(gathering.tally()))).toEqual(rounded(coefficient(dense)));
      }),
      fixed,
    );
  });

  test('a tally keeps one pattern for all units that look the same', () => {
    const gathering = tallier(3);
    for (let unit = 0; unit < 1000; unit++) gathering.add([unit % 3, (unit + 1) % 3, unit % 3]);
    expect(gathering.tally().patterns).toHaveLength(3);
  });

  test('a code that is no category is refused, and nothing of its stretch is counted', () => {
    const confusion = emptyConfusion(3);
    expect(() => addDoubleMarks(confusion, [0, 1], [0, 3])).toThrow(InvalidRatings);
    expect(() => addDoubleMarks(confusion, [0, 1], [0])).toThrow(/pairs/);
    expect(confusion.cells.every((count) => count === 0)).toBe(true);
    expect(() => tallier(3).add([3])).toThrow(InvalidRatings);
    expect(() => denseRatings([0, 1, 5], { raters: 3, categories: 3 })).toThrow(/5 is none of 3/);
    expect(() => denseRatings([0, 1, 2], { raters: 2, categories: 3 })).toThrow(/whole number of rows/);
    expect(() => confusionFromTable([[1, 2]])).toThrow(/square/);
    expect(() => confusionFromTable([[-1]])).toThrow(/not negative/);
  });
});

describe('the bootstrap', () => {
  const ratings = ratingTable(
    rowsOf(
      Array.from({ length: 60 }, (_, unit) =>
        [unit % 5, (unit % 5) - (unit % 7 === 0 ? 1 : 0), unit % 5].map((value) => Math.max(0, value)),
      ),
    ),
  );
  const statistic = (table: Parameters<typeof tallyOf>[0]) => krippendorffAlpha(tallyOf(table));

  test('gives the same interval for the same seed and another for another', () => {
    const run = (seed: number) => known(bootstrapRatings(ratings, statistic, { random: seeded(seed), resamples: 200 }));
    expect(run(1)).toEqual(run(1));
    expect(run(1).ci).not.toEqual(run(2).ci);
    expect(run(1).value).toBe(known(statistic(ratings)).value);
  });

  test('with units as clusters comes close to the linearised standard error', () => {
    const { se } = known(bootstrapRatings(ratings, statistic, { random: seeded(3), resamples: 500 }));
    expect(se / known(statistic(ratings)).se).toSatisfy((share: number) => share > 0.75 && share < 1.3);
  });

  test('with whole portfolios that agree or not is wider than with their standards apart', () => {
    const pairs = Array.from({ length: 100 }, (_, unit) => [unit % 2, unit < 30 ? 1 - (unit % 2) : unit % 2]);
    const dense = denseRatings(pairs.flat(), { raters: 2, categories: 2 });
    const width = (clusterOf?: number[]) => {
      const options = { random: seeded(9), resamples: 300, ...(clusterOf ? { clusterOf } : {}) };
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
    const byMark = bootstrapRatings(dense, (table) => cohenKappa(table), {
      random: seeded(4),
      resamples: 100,
      clusterOf: flat.map(({ n }) => n),
    });
    const byMatrix = bootstrapConfusions(portfolios, (pooled) => cohenKappa(ratingsOfConfusion(pooled)), {
      random: seeded(4),
      resamples: 100,
    });
    expect(rounded(byMark)).toEqual(rounded(byMatrix));
  });

  test('of a mean is its textbook interval, by percentiles and by BCa', () => {
    const values = Array.from({ length: 200 }, (_, index) => Math.sin(index * 12.9898) * 3);
    const mean = (times: Float64Array) =>
      values.reduce((sum, value, index) => sum + value * (times[index] ?? 0), 0) / times.reduce((a, b) => a + b, 0);
    const centre = values.reduce((a, b) => a + b, 0) / 200;
    const error = Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0)) / 200;
    for (const method of ['percentile', 'bca'] as const) {
      const { se, ci } = known(bootstrap(200, mean, { random: seeded(8), resamples: 2000, method }));
      expect(se / error).toBeCloseTo(1, 1);
      expect((ci[0] - centre) / error).toBeCloseTo(-1.96, 0);
      expect((ci[1] - centre) / error).toBeCloseTo(1.96, 0);
    }
  });

  test('says when there is too little to draw from', () => {
    const random = seeded(1);
    expect(bootstrap(1, () => 1, { random })).toMatchObject({
      value: null,
      reason: expect.stringMatching(/fewer than two clusters/),
    });
    expect(bootstrap(5, () => null, { random })).toMatchObject({
      value: null,
      reason: expect.stringMatching(/no value/),
    });
    expect(bootstrap(5, (times) => (times.every((count) => count === 1) ? 1 : null), { random })).toMatchObject({
      value: null,
      reason: expect.stringMatching(/resamples/),
    });
    expect(() => bootstrapRatings(ratings, statistic, { random, clusterOf: [0] })).toThrow(InvalidRatings);
    expect(() =>
      bootstrapConfusions([emptyConfusion(2), emptyConfusion(3)], () => ({ value: null, reason: '' }), { random }),
    ).toThrow(InvalidRatings);
  });
});

describe('the mean signed difference', () => {
  test('with one mark per portfolio is the paired t interval', () => {
    // Differences 1, 0, 2, 1: mean 1, standard deviation .8165, t(3) = 3.18245.
    const { value, se, ci } = known(
      meanSignedDifference(
        [
          [3, 2],
          [2, 2],
          [4, 2],
          [1, 0],
        ].map(([first = 0, second = 0], portfolio) => ({ portfolio, first, second })),
      ),
    );
    expect(value).toBe(1);
    expect(se).toBeCloseTo(Math.sqrt(2 / 3) / 2, 12);
    expect(ci[0]).toBeCloseTo(1 - 3.182446305284263 * se, 9);
    expect(ci[1]).toBeCloseTo(1 + 3.182446305284263 * se, 9);
  });

  test('does not take the standards of one portfolio as independent', () => {
    const marks = [0, 1, 2, 3].flatMap((portfolio) =>
      Array.from({ length: 53 }, () => ({ portfolio, first: 2 + (portfolio % 2), second: 2 })),
    );
    expect(known(meanSignedDifference(marks)).se).toBeCloseTo(
      known(meanSignedDifference(marks.filter((_, index) => index % 53 === 0))).se,
      12,
    );
  });

  test('needs two portfolios and finite marks', () => {
    expect(meanSignedDifference([{ portfolio: 1, first: 2, second: 1 }])).toMatchObject({ value: null });
    expect(
      meanSignedDifference([1, 2].map((portfolio) => ({ portfolio, first: Number.NaN, second: 1 }))),
    ).toMatchObject({ value: null });
  });
});

describe('the funnel of pass rates', () => {
  test('by standard errors is the rate and 1.96 or 3 of them', () => {
    const point = passRateFunnel({ passed: 70, marked: 100, rate: 0.8 }, { method: 'normal' });
    expect(point).toMatchObject({ value: 0.7, place: 'warning' });
    if ('reason' in point) return;
    expect(point.warning[0]).toBeCloseTo(0.8 - 1.96 * 0.04, 12);
    expect(point.action[0]).toBeCloseTo(0.68, 12);
    expect(point.action[1]).toBeCloseTo(0.92, 12);
  });

  test('by exact tails does not alarm at one fail among ten where nearly all pass, as the normal one does', () => {
    const counts = { passed: 9, marked: 10, rate: 0.995 };
    expect(passRateFunnel({ passed: 9, marked: 10, rate: 0.97 })).toMatchObject({ place: 'inside' });
    expect(passRateFunnel(counts)).toMatchObject({ place: 'inside' });
    expect(passRateFunnel(counts, { method: 'normal' })).toMatchObject({ place: 'action' });
  });

  test('by exact tails is where the tail probability says', () => {
    // Binomial(20, .95): P(X <= 16) = .0159, P(X <= 15) = .0026, P(X <= 14) = .0003.
    const place = (passed: number) => passRateFunnel({ passed, marked: 20, rate: 0.95 });
    expect([17, 16, 15, 14].map((passed) => place(passed))).toMatchObject([
      { place: 'inside' },
      { place: 'warning' },
      { place: 'warning' },
      { place: 'action' },
    ]);
    expect(place(20)).toMatchObject({ place: 'inside', warning: [0.85, 1], action: [0.75, 1] });
  });

  test('is within 0 and 1, holds the rate and answers for no portfolio with a reason', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 300 }),
        fc.nat({ max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('exact' as const, 'normal' as const),
        (a, b, rate, method) => {
          const marked = Math.max(a, b) + 1;
          const point = passRateFunnel({ passed: Math.min(a, b), marked, rate }, { method });
          if ('reason' in point) throw new Error(point.reason);
          const [[low, high], [from, to]] = [point.action, point.warning];
          expect(0 <= low && low <= from && to <= high && high <= 1).toBe(true);
          expect(from <= rate + 1 / marked && to >= rate - 1 / marked).toBe(true);
        },
      ),
      fixed,
    );
    expect(passRateFunnel({ passed: 0, marked: 0, rate: 0.9 })).toEqual({
      value: null,
      reason: 'No portfolio was marked.',
    });
    expect(() => passRateFunnel({ passed: 2, marked: 1, rate: 0.5 })).toThrow(RangeError);
    expect(() => passRateFunnel({ passed: 1, marked: 1, rate: 2 })).toThrow(RangeError);
  });
});

describe('verdicts', () => {
  const kappa = (value: number) => verdictOn({ value }, monitoringThresholds.quadraticKappa, { portfolios: 8 });

  test('are green, amber and red from the thresholds on, and a difference counts by its size', () => {
    expect([0.7, 0.69, 0.6, 0.59].map(kappa)).toEqual([
      { value: 'green' },
      { value: 'amber' },
      { value: 'amber' },
      { value: 'red' },
    ]);
    const differ = (value: number) =>
      verdictOn({ value }, monitoringThresholds.meanSignedDifference, { portfolios: 8 });
    expect([-0.15, 0.2, -0.4].map(differ)).toEqual([{ value: 'green' }, { value: 'amber' }, { value: 'red' }]);
    expect(verdictOn({ value: 0.1 + 0.2 }, monitoringThresholds.meanSignedDifference, { portfolios: 8 })).toEqual({
      value: 'amber',
    });
  });

  test('under eight double-marked portfolios it is too few to say', () => {
    const few = { value: null, reason: 'Too few to say: 7 double-marked portfolios, 8 are needed.' };
    expect(verdictOn({ value: 1 }, monitoringThresholds.quadraticKappa, { portfolios: 7 })).toEqual(few);
    expect(verdictOnBenchmark({ level: 'substantial', cumulative: [] }, { portfolios: 7 })).toEqual(few);
    expect(verdictOn({ value: 1 }, monitoringThresholds.quadraticKappa, { portfolios: 7, least: 5 })).toEqual({
      value: 'green',
    });
  });

  test('a benchmark is read with its doubt, and what is unknown stays unknown', () => {
    const lights = [0.9, 0.72, 0.5].map((value) =>
      verdictOnBenchmark(benchmark({ value, se: 0.03, ci: [0, 1] }, 'landisKoch'), { portfolios: 9 }),
    );
    expect(lights).toEqual([{ value: 'green' }, { value: 'green' }, { value: 'amber' }]);
    expect(
      verdictOnBenchmark(benchmark({ value: 0.62, se: 0.2, ci: [0, 1] }, 'landisKoch'), { portfolios: 9 }),
    ).toEqual({ value: 'red' });
    const unknown = { value: null, reason: 'No unit was rated by two raters.' } as const;
    expect(verdictOnBenchmark(benchmark(unknown, 'altman'), { portfolios: 9 })).toEqual(unknown);
    expect(verdictOn(unknown, monitoringThresholds.ordinalAlpha, { portfolios: 9 })).toEqual(unknown);
  });

  test('a coefficient without doubt is benchmarked where it stands', () => {
    expect(benchmark({ value: 1, se: 0, ci: [1, 1] }, 'landisKoch')).toMatchObject({ level: 'almost perfect' });
    expect(benchmark({ value: 0.6, se: 0, ci: [0.6, 0.6] }, 'altman')).toMatchObject({ level: 'good' });
    expect(benchmark({ value: -1.5, se: 0, ci: [-1.5, -1.5] }, 'fleiss')).toMatchObject({ value: null });
  });
});

test('a large common level costs an intraclass correlation no digits', () => {
  const raised = shroutFleiss.ratings.map((row) => row.map((value) => value + 1e9));
  expect(agreementReport(rowsOf(raised)).icc['2,1'].value).toBeCloseTo(shroutFleiss.icc['2,1'], 6);
});
