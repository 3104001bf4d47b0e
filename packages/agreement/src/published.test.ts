import { describe, expect, test } from 'vitest';
import {
  agreementReport,
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
  meanSquares,
  metricNames,
  percentAgreement,
  ratingsOfConfusion,
  scottPi,
  tallier,
  tallyOf,
  weightMatrix,
  type Coefficient,
  type WeightName,
} from './index.ts';
import * as published from './testing/published.ts';

const { rowsOf } = published;

function known(coefficient: Coefficient) {
  if (coefficient.value === null) throw new Error(coefficient.reason);
  return coefficient;
}

const gap = (actual: number, expected: number) => Math.abs(actual - expected);

describe.each(Object.keys(published.krippendorffC.weighted))(
  'the twelve units of four raters with %s weights',
  (name) => {
    const weights = (['identity', 'linear', 'quadratic', 'ordinal'] as const).find((one) => one === name) ?? 'identity';
    const { ratings, categories, weighted, congerKappa } = published.krippendorffC;
    const report = agreementReport(rowsOf(ratings), { weights, categories });

    test.each(['percentAgreement', 'gwetAC', 'fleissKappa', 'brennanPrediger', 'krippendorffAlpha'] as const)(
      '%s has the published value and standard error',
      (coefficient) => {
        const { value, se } = known(report[coefficient]);
        const [expected, error] = weighted[weights][coefficient];
        expect(gap(value, expected)).toBeLessThan(1e-6);
        expect(gap(se, error)).toBeLessThan(1e-6);
      },
    );

    test("Conger's kappa has the published value", () =>
      expect(gap(known(report.congerKappa).value, congerKappa[weights])).toBeLessThan(1e-6));

    test("Krippendorff's own metrics do not depend on the weights", () => {
      for (const metric of metricNames)
        expect(
          gap(known(report.krippendorffAlphaMetric[metric]).value, published.krippendorffC.metric[metric]),
        ).toBeLessThan(1e-6);
    });

    test('two-rater coefficients and intraclass correlations say why they are missing', () => {
      expect(report.cohenKappa).toEqual({ value: null, reason: "Cohen's kappa is for two raters; there are 4." });
      expect(report.scottPi).toEqual({ value: null, reason: "Scott's pi is for two raters; there are 4." });
      for (const form of iccForms)
        expect(report.icc[form]).toMatchObject({ value: null, reason: expect.stringContaining('missing') });
    });
  },
);

test('intervals are those of irrCAC, with t of one degree of freedom less than there are units', () => {
  const { ratings, intervals, congerError } = published.krippendorffC;
  const report = agreementReport(rowsOf(ratings));
  for (const name of ['percentAgreement', 'gwetAC', 'fleissKappa', 'congerKappa', 'brennanPrediger'] as const) {
    expect(gap(known(report[name]).ci[0], intervals[name][0])).toBeLessThan(6e-4);
    expect(gap(known(report[name]).ci[1], intervals[name][1])).toBeLessThan(6e-4);
  }
  expect(gap(known(report.congerKappa).se, congerError)).toBeLessThan(5e-6);
});

test("alpha with ordinal weights is another number than Krippendorff's ordinal alpha", () => {
  const report = agreementReport(rowsOf(published.krippendorffC.ratings), { weights: 'ordinal' });
  expect(gap(known(report.krippendorffAlpha).value, 0.8336380256)).toBeLessThan(1e-6);
  expect(gap(known(report.krippendorffAlphaMetric.ordinal).value, 0.8153875038)).toBeLessThan(1e-6);
});

describe.each(['identity', 'linear', 'quadratic', 'ordinal', 'radical'] satisfies WeightName[])(
  'the hundred cases of two abstractors with %s weights',
  (name) => {
    const expected = published.abstractors.weighted[name];
    const confusion = confusionFromTable(published.abstractors.table);
    const ratings = ratingsOfConfusion(confusion);
    const tally = tallyOf(ratings);
    const weights = weightMatrix(name, declaredCategories(['ectopic', 'AIU', 'NIU']));

    test('every coefficient has the published value', () => {
      expect(gap(known(cohenKappa(ratings, weights)).value, expected.cohenKappa)).toBeLessThan(1e-6);
      expect(gap(known(scottPi(ratings, weights)).value, expected.scottPi)).toBeLessThan(1e-6);
      expect(gap(known(fleissKappa(tally, weights)).value, expected.scottPi)).toBeLessThan(1e-6);
      expect(gap(known(gwetAC(tally, weights)).value, expected.gwetAC)).toBeLessThan(1e-6);
      expect(gap(known(brennanPrediger(tally, weights)).value, expected.brennanPrediger)).toBeLessThan(1e-6);
      expect(gap(known(krippendorffAlpha(tally, weights)).value, expected.krippendorffAlpha)).toBeLessThan(1e-6);
      expect(gap(known(percentAgreement(tally, weights)).value, expected.percentAgreement)).toBeLessThan(1e-6);
    });

    test('kappa has the published standard errors, of its value and under the null', () => {
      expect(gap(known(cohenKappa(ratings, weights)).se, expected.cohenError)).toBeLessThan(1e-6);
      expect(gap(cohenKappaNullError(confusion, weights).value ?? Number.NaN, expected.nullError)).toBeLessThan(1e-6);
    });

    test('a row per rating gives what the table gives', () => {
      const pairs = published.abstractors.table.flatMap((row, k) =>
        row.flatMap((count, l) => Array.from({ length: count }, () => [k, l])),
      );
      const report = agreementReport(rowsOf(pairs), { weights: name });
      expect(gap(known(report.cohenKappa).value, expected.cohenKappa)).toBeLessThan(1e-6);
      expect(gap(known(report.cohenKappa).se, expected.cohenError)).toBeLessThan(1e-6);
      expect(gap(known(report.gwetAC).value, expected.gwetAC)).toBeLessThan(1e-6);
      expect(gap(known(report.krippendorffAlpha).value, expected.krippendorffAlpha)).toBeLessThan(1e-6);
    });
  },
);

test('standard errors for two raters are those of irrCAC, by n for the two-rater coefficients and by n - 1 for the others', () => {
  const ratings = ratingsOfConfusion(confusionFromTable(published.abstractors.table));
  const errors = published.abstractors.largeSampleErrors;
  const smaller = Math.sqrt(99 / 100);
  expect(gap(known(scottPi(ratings)).se, errors.scottPi)).toBeLessThan(1e-6);
  expect(gap(known(gwetAC(tallyOf(ratings))).se * smaller, errors.gwetAC)).toBeLessThan(1e-6);
  expect(gap(known(brennanPrediger(tallyOf(ratings))).se * smaller, errors.brennanPrediger)).toBeLessThan(1e-6);
  expect(gap(known(percentAgreement(tallyOf(ratings))).se * smaller, errors.percentAgreement)).toBeLessThan(1e-6);
});

test('a tally of how often each category was chosen is enough for six raters whose names are lost', () => {
  const gathering = tallier(5);
  for (const counts of published.sixRaters.counts)
    gathering.add(counts.flatMap((count, code) => Array.from({ length: count }, () => code)));
  const all = { gwetAC, fleissKappa, krippendorffAlpha, brennanPrediger };
  for (const name of ['gwetAC', 'fleissKappa', 'krippendorffAlpha', 'brennanPrediger'] as const) {
    const { value, se } = known(all[name](gathering.tally()));
    expect(gap(value, published.sixRaters[name][0])).toBeLessThan(1e-6);
    expect(gap(se, published.sixRaters[name][1])).toBeLessThan(1e-6);
  }
});

test("Fleiss' kappa of Fleiss' own psychiatrists is .430", () => {
  expect(
    gap(
      known(agreementReport(rowsOf(published.fleiss1971.ratings)).fleissKappa).value,
      published.fleiss1971.fleissKappa,
    ),
  ).toBeLessThan(5e-8);
});

test.each(['nominal', 'ordinal', 'interval'] as const)(
  '%s alpha of the three coders with missing ratings is the known one',
  (metric) => {
    const report = agreementReport(rowsOf(published.threeCoders.ratings));
    expect(gap(known(report.krippendorffAlphaMetric[metric]).value, published.threeCoders.metric[metric])).toBeLessThan(
      6e-4,
    );
  },
);

test("Cohen's kappa of 1960 is .492 and with his weights of 1968 .348", () => {
  const { table, weights, kappa, weightedKappa } = published.cohen;
  const ratings = ratingsOfConfusion(confusionFromTable(table));
  expect(gap(known(cohenKappa(ratings)).value, kappa)).toBeLessThan(6e-4);
  expect(
    gap(known(cohenKappa(ratings, weightMatrix(weights, declaredCategories(['a', 'b', 'c'])))).value, weightedKappa),
  ).toBeLessThan(6e-4);
});

test.each(['plain', 'linear'] as const)('%s kappa and its two standard errors are those that SAS prints', (name) => {
  const confusion = confusionFromTable(published.sas.table);
  const weights = weightMatrix(name === 'plain' ? 'identity' : 'linear', declaredCategories([0, 1, 2]));
  const { value, se } = known(cohenKappa(ratingsOfConfusion(confusion), weights));
  const answer = [value, se, cohenKappaNullError(confusion, weights).value ?? Number.NaN];
  published.sas[name].forEach((expected, index) =>
    expect(gap(answer[index] ?? Number.NaN, expected)).toBeLessThan(6e-5),
  );
});

test('where nearly all pass, kappa falls below zero and AC1 stays beside percent agreement', () => {
  const ratings = ratingsOfConfusion(confusionFromTable(published.paradox.table));
  expect(gap(known(percentAgreement(tallyOf(ratings))).value, published.paradox.percentAgreement)).toBeLessThan(5e-5);
  expect(gap(known(cohenKappa(ratings)).value, published.paradox.cohenKappa)).toBeLessThan(5e-5);
  expect(gap(known(gwetAC(tallyOf(ratings))).value, published.paradox.gwetAC)).toBeLessThan(5e-5);
});

describe('the six targets and four judges of Shrout and Fleiss', () => {
  const { ratings, squares, icc, printed, intervals } = published.shroutFleiss;
  const report = agreementReport(rowsOf(ratings));

  test.each(iccForms)('ICC(%s) is the printed one, with the F-based interval', (form) => {
    const { value, ci } = known(report.icc[form]);
    expect(gap(value, icc[form])).toBeLessThan(1e-6);
    expect(gap(value, printed[form])).toBeLessThan(5e-3);
    expect(gap(ci[0], intervals[form][0])).toBeLessThan(5.1e-3);
    expect(gap(ci[1], intervals[form][1])).toBeLessThan(5.1e-3);
  });

  test('the mean squares are the published ones', () => {
    const computed = meanSquares(ratings.flat(), 4);
    if ('value' in computed) throw new Error(computed.reason);
    for (const source of ['R', 'W', 'C', 'E'] as const)
      expect(gap(computed[source], squares[source])).toBeLessThan(1e-6);
  });
});

test.each(['landisKoch', 'altman', 'fleiss'] as const)(
  'the %s scale has the published cumulative probabilities and level',
  (scale) => {
    const { value, se, reached } = published.benchmarked;
    const answer = benchmark({ value, se, ci: [value - se, value + se] }, scale);
    if ('value' in answer) throw new Error(answer.reason);
    const expected: Record<string, number> = published.benchmarked[scale];
    expect(answer.cumulative.map(({ level }) => level)).toEqual(benchmarkScales[scale].map(({ level }) => level));
    for (const { level, probability } of answer.cumulative)
      expect(gap(probability, expected[level] ?? Number.NaN)).toBeLessThan(6e-6);
    expect(answer.level).toBe(reached[scale]);
  },
);
