import { describe, expect, test } from 'vitest';
import {
  agreementReport,
  bangdiwalaB,
  benchmark,
  benchmarkScales,
  brennanPrediger,
  cohenKappa,
  cohenKappaNullError,
  confusionFromTable,
  declaredCategories,
  fleissKappa,
  gwetAC,
  iccForms,
  krippendorffAlpha,
  metricNames,
  percentAgreement,
  ratingsOfConfusion,
  scottPi,
  tallier,
  tallyOf,
  tQuantile,
  weightMatrix,
  type WeightName,
} from './index.ts';
import { abstractors, benchmarked, krippendorffC, sixRaters } from './testing/handbook.ts';
import { gap, known } from './testing/known.ts';
import { rowsOf } from './testing/rows.ts';

// Nothing is computed while tests are collected: each test does its own, so that it is known what it covers.

describe.each(['identity', 'linear', 'quadratic', 'ordinal'] as const)(
  'the twelve units of four raters with %s weights',
  (weights) => {
    const { ratings, categories, weighted, congerKappa, metric } = krippendorffC;
    const report = () => agreementReport(rowsOf(ratings), { weights, categories });

    test.each(['percentAgreement', 'gwetAC', 'fleissKappa', 'brennanPrediger', 'krippendorffAlpha'] as const)(
      '%s has the published value and standard error',
      (coefficient) => {
        const { value, se } = known(report()[coefficient]);
        const [expected, error] = weighted[weights][coefficient];
        expect(gap(value, expected)).toBeLessThan(1e-9);
        expect(gap(se, error)).toBeLessThan(1e-9);
      },
    );

    test("Conger's kappa has the published value", () =>
      expect(gap(report().congerKappa.value, congerKappa[weights])).toBeLessThan(1e-9));

    test("Krippendorff's own metrics do not depend on the weights", () => {
      const { krippendorffAlphaMetric } = report();
      for (const name of metricNames) expect(gap(krippendorffAlphaMetric[name].value, metric[name])).toBeLessThan(1e-9);
    });

    test('two-rater coefficients and intraclass correlations say why they are missing', () => {
      const { cohenKappa: cohen, scottPi: scott, icc } = report();
      expect(cohen).toEqual({ value: null, reason: "Cohen's kappa is for two raters; there are 4." });
      expect(scott).toEqual({ value: null, reason: "Scott's pi is for two raters; there are 4." });
      for (const form of iccForms)
        expect(icc[form]).toEqual({
          value: null,
          reason: 'Some ratings are missing; an intraclass correlation needs every rater on every unit.',
        });
    });
  },
);

describe('the twelve units of four raters as printed', () => {
  const { ratings, categories, intervals, printed, printedMetric } = krippendorffC;
  const report = () => agreementReport(rowsOf(ratings), { categories });

  test.each(['gwetAC', 'fleissKappa', 'krippendorffAlpha', 'congerKappa', 'brennanPrediger'] as const)(
    '%s rounds to the five digits of irrCAC, and so does its error',
    (name) => {
      const { value, se } = known(report()[name]);
      expect(gap(value, printed[name][0])).toBeLessThan(5.1e-6);
      expect(gap(se, printed[name][1])).toBeLessThan(5.1e-6);
    },
  );

  test.each(['percentAgreement', 'gwetAC', 'fleissKappa', 'congerKappa', 'brennanPrediger'] as const)(
    'the interval of %s is that of irrCAC, with t of one degree of freedom less than there are units',
    (name) => {
      const { ci } = known(report()[name]);
      expect(gap(ci[0], intervals[name][0])).toBeLessThan(5.1e-4);
      expect(ci[1]).toBe(1);
    },
  );

  test('the interval of alpha has one degree of freedom less than there are rated units too', () => {
    const { value, se, ci } = known(report().krippendorffAlpha);
    expect(ci[0]).toBeCloseTo(value - tQuantile(0.975, 11) * se, 12);
    expect(ci[1]).toBe(1);
  });

  test.each(metricNames)('%s alpha rounds to the three digits of Krippendorff', (name) =>
    expect(gap(report().krippendorffAlphaMetric[name].value, printedMetric[name])).toBeLessThan(5.1e-4),
  );

  test("alpha with ordinal weights is another number than Krippendorff's ordinal alpha", () => {
    const { krippendorffAlpha: alpha, krippendorffAlphaMetric } = agreementReport(rowsOf(ratings), {
      weights: 'ordinal',
      categories,
    });
    expect(gap(alpha.value, 0.8336380256)).toBeLessThan(1e-9);
    expect(gap(krippendorffAlphaMetric.ordinal.value, 0.8153875038)).toBeLessThan(1e-9);
  });
});

describe.each(['identity', 'linear', 'quadratic', 'ordinal', 'radical'] satisfies WeightName[])(
  'the hundred cases of two abstractors with %s weights',
  (name) => {
    const expected = abstractors.weighted[name];
    const read = () => {
      const confusion = confusionFromTable(abstractors.table);
      const ratings = ratingsOfConfusion(confusion);
      const weights = weightMatrix(name, declaredCategories(['ectopic', 'AIU', 'NIU']));
      return { confusion, ratings, tally: tallyOf(ratings), weights };
    };

    test('every coefficient has the published value', () => {
      const { ratings, tally, weights } = read();
      expect(gap(cohenKappa(ratings, weights).value, expected.cohenKappa)).toBeLessThan(1e-9);
      expect(gap(scottPi(ratings, weights).value, expected.scottPi)).toBeLessThan(1e-9);
      expect(gap(fleissKappa(tally, weights).value, expected.scottPi)).toBeLessThan(1e-9);
      expect(gap(gwetAC(tally, weights).value, expected.gwetAC)).toBeLessThan(1e-9);
      expect(gap(brennanPrediger(tally, weights).value, expected.brennanPrediger)).toBeLessThan(1e-9);
      expect(gap(krippendorffAlpha(tally, weights).value, expected.krippendorffAlpha)).toBeLessThan(1e-9);
      expect(gap(percentAgreement(tally, weights).value, expected.percentAgreement)).toBeLessThan(1e-9);
    });

    test('kappa expects the published agreement by chance', () => {
      const { ratings, tally, weights } = read();
      const kappa = known(cohenKappa(ratings, weights)).value;
      const observed = known(percentAgreement(tally, weights)).value;
      expect(gap((observed - kappa) / (1 - kappa), expected.chance)).toBeLessThan(1e-9);
    });

    test('kappa has the published standard errors, of its value and under the null', () => {
      const { confusion, ratings, weights } = read();
      expect(gap(known(cohenKappa(ratings, weights)).se, expected.cohenError)).toBeLessThan(1e-9);
      expect(gap(cohenKappaNullError(confusion, weights).value, expected.nullError)).toBeLessThan(1e-9);
    });

    test('a row per rating gives what the table gives', () => {
      const pairs = abstractors.table.flatMap((row, k) =>
        row.flatMap((count, l) => Array.from({ length: count }, () => [k, l])),
      );
      const report = agreementReport(rowsOf(pairs), { weights: name });
      expect(gap(report.cohenKappa.value, expected.cohenKappa)).toBeLessThan(1e-9);
      expect(gap(known(report.cohenKappa).se, expected.cohenError)).toBeLessThan(1e-9);
      expect(gap(report.gwetAC.value, expected.gwetAC)).toBeLessThan(1e-9);
      expect(gap(report.krippendorffAlpha.value, expected.krippendorffAlpha)).toBeLessThan(1e-9);
    });
  },
);

describe('the hundred cases of two abstractors as printed', () => {
  const read = () => {
    const confusion = confusionFromTable(abstractors.table);
    const ratings = ratingsOfConfusion(confusion);
    return { confusion, ratings, tally: tallyOf(ratings) };
  };

  test.each([
    ['cohenKappa', () => cohenKappa(read().ratings)],
    ['scottPi', () => scottPi(read().ratings)],
    ['bangdiwalaB', () => bangdiwalaB(read().confusion)],
  ] as const)('%s has the value, error and interval of irrCAC', (name, coefficient) => {
    const { value, se, ci } = known(coefficient());
    const [expected, error, [low, high]] = abstractors.printed[name];
    expect(gap(value, expected)).toBeLessThan(5.1e-8);
    expect(gap(se, error)).toBeLessThan(5.1e-9);
    expect(gap(ci[0], low)).toBeLessThan(5.1e-4);
    expect(gap(ci[1], high)).toBeLessThan(5.1e-4);
  });

  test.each([
    ['gwetAC', gwetAC],
    ['brennanPrediger', brennanPrediger],
    ['krippendorffAlpha', krippendorffAlpha],
    ['percentAgreement', percentAgreement],
  ] as const)('%s has the value of irrCAC', (name, coefficient) =>
    expect(gap(coefficient(read().tally).value, abstractors.printedValues[name])).toBeLessThan(5.1e-8),
  );

  test.each([
    ['gwetAC', gwetAC],
    ['brennanPrediger', brennanPrediger],
    ['percentAgreement', percentAgreement],
  ] as const)('%s divides its variance by n - 1 where irrCAC divides that of a table by n', (name, coefficient) =>
    expect(
      gap(known(coefficient(read().tally)).se * Math.sqrt(99 / 100), abstractors.largeSampleErrors[name]),
    ).toBeLessThan(5.1e-9),
  );
});

test.each([
  ['gwetAC', gwetAC],
  ['fleissKappa', fleissKappa],
  ['krippendorffAlpha', krippendorffAlpha],
  ['brennanPrediger', brennanPrediger],
] as const)(
  '%s of six raters whose names are lost comes from how often each category was chosen',
  (name, coefficient) => {
    const gathering = tallier(5);
    for (const counts of sixRaters.counts)
      gathering.add(counts.flatMap((count, code) => Array.from({ length: count }, () => code)));
    const { value, se } = known(coefficient(gathering.tally()));
    expect(gap(value, sixRaters[name][0])).toBeLessThan(1e-6);
    expect(gap(se, sixRaters[name][1])).toBeLessThan(1e-6);
  },
);

test.each(['landisKoch', 'altman', 'fleiss'] as const)(
  'the %s scale has the published cumulative probabilities and level',
  (scale) => {
    const { value, se, reached } = benchmarked;
    const answer = benchmark({ value, se, ci: [value - se, value + se] }, scale);
    if ('value' in answer) throw new Error(answer.reason);
    const expected: Record<string, number> = benchmarked[scale];
    expect(answer.cumulative.map(({ level }) => level)).toEqual(benchmarkScales[scale].map(({ level }) => level));
    expect(answer.cumulative.map(({ level }) => level)).toEqual(Object.keys(expected));
    for (const { level, probability } of answer.cumulative)
      expect(gap(probability, expected[level] ?? Number.NaN)).toBeLessThan(5.1e-6);
    expect(answer.level).toBe(reached[scale]);
  },
);
