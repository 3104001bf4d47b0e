import { describe, expect, test } from 'vitest';
import { agreementReport, iccForms, InvalidRatings, type RatingRow } from './index.ts';
import { coefficients, differences } from './testing/coefficients.ts';
import { known, reasonOf } from './testing/known.ts';
import { rowsOf } from './testing/rows.ts';

describe('degenerate tables say what is missing', () => {
  test.each<[string, (number | null)[][], RegExp]>([
    ['nothing at all', [], /no ratings/],
    ['empty ratings only', [[null, null]], /no ratings/],
    ['one rater', [[1], [2], [3]], /No unit was rated by two raters/],
    [
      'no overlap',
      [
        [1, null],
        [null, 2],
      ],
      /No unit was rated by two raters/,
    ],
    ['one unit', [[1, 2]], /Fewer than two units/],
    [
      'one unit of two rated twice',
      [
        [1, 2],
        [1, null],
      ],
      /Fewer than two units/,
    ],
    [
      'one category used',
      [
        [1, 1],
        [1, 1],
      ],
      /only one category is used/,
    ],
  ])('%s', (_name, ratings, reason) => {
    const report = agreementReport(rowsOf(ratings));
    const answered = coefficients(report).filter(([, { value }]) => value !== null);
    expect(answered.filter(([name]) => name !== 'percentAgreement')).toEqual([]);
    expect(reasonOf(report.fleissKappa)).toMatch(reason);
  });

  test('with one category used of five declared, AC and Brennan-Prediger see full agreement and kappa sees nothing', () => {
    const report = agreementReport(
      rowsOf([
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
      { categories: [0, 1, 2, 3, 4] },
    );
    expect(report.percentAgreement.value).toBe(1);
    expect(report.gwetAC.value).toBe(1);
    expect(report.brennanPrediger.value).toBe(1);
    expect(reasonOf(report.cohenKappa)).toMatch(/only one category/);
    expect(reasonOf(report.krippendorffAlpha)).toMatch(/do not vary/);
    expect(reasonOf(report.icc['2,1'])).toMatch(/do not vary/);
  });

  test('units that do not differ leave averaged intraclass correlations without a value', () => {
    const report = agreementReport(
      rowsOf([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    );
    expect(reasonOf(report.icc['3,1'])).toMatch(/units differ too little/);
    expect(reasonOf(report.icc['1,k'])).toMatch(/units differ too little/);
  });
});

test('a report of words has no intraclass correlations', () => {
  const { icc } = agreementReport(
    rowsOf([
      ['a', 'b'],
      ['b', 'b'],
    ]),
  );
  for (const form of iccForms)
    expect(reasonOf(icc[form])).toBe('The categories are not numbers, so ratings have no variance.');
});

test('a report at another level has the same values and other intervals', () => {
  const rows = rowsOf([
    [1, 2],
    [2, 3],
    [1, 1],
    [4, 4],
    [3, 2],
    [2, 2],
    [4, 3],
    [3, 3],
  ]);
  const [wide, narrow] = [agreementReport(rows), agreementReport(rows, { level: 0.5 })].map(
    (report) => new Map(coefficients(report)),
  );
  for (const [name, coefficient] of wide ?? []) {
    const [one, other] = [known(coefficient), known(narrow?.get(name) ?? { value: null, reason: name })];
    expect(other).toMatchObject({ value: one.value, se: one.se });
    expect(other.ci[0]).toBeGreaterThan(one.ci[0]);
  }
});

describe('categories', () => {
  test('unused declared ones change AC, Brennan-Prediger and linear weights, but neither kappa nor alpha', () => {
    const ratings = rowsOf([
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 0],
    ]);
    const [found, declared] = [agreementReport(ratings), agreementReport(ratings, { categories: [0, 1, 2] })];
    for (const name of ['cohenKappa', 'fleissKappa', 'krippendorffAlpha', 'percentAgreement'] as const)
      expect(declared[name]).toEqual(found[name]);
    expect(declared.gwetAC.value).toBeGreaterThan(found.gwetAC.value ?? 1);
    expect(declared.brennanPrediger.value).toBeCloseTo((0.75 - 1 / 3) / (2 / 3), 12);
  });

  test('numbers written as text are numbers, in order of value', () => {
    const rows: RatingRow[] = [
      ['a', '10'],
      ['b', '2'],
      ['c', ' 2.0 '],
      ['d', ''],
    ].map(([unit = '', rating = '']) => ({ unit, rater: 'x', rating }));
    expect(agreementReport(rows)).toMatchObject({ units: 3, raters: 1, categories: [2, 10] });
    expect(agreementReport(rows, { categories: ['10', '2', '6'] }).categories).toEqual([10, 2, 6]);
  });

  test('the order in which numbers are declared does not matter, the order of words does', () => {
    const numbers = rowsOf([
      [0, 1],
      [2, 2],
      [1, 1],
      [0, 2],
    ]);
    expect(
      differences(
        agreementReport(numbers, { weights: 'ordinal', categories: [2, 0, 1] }),
        agreementReport(numbers, { weights: 'ordinal', categories: [0, 1, 2] }),
      ),
    ).toEqual([]);
    const words = rowsOf([
      ['low', 'mid'],
      ['high', 'high'],
      ['mid', 'mid'],
      ['low', 'high'],
    ]);
    const inOrder = agreementReport(words, { weights: 'ordinal', categories: ['low', 'mid', 'high'] });
    expect(inOrder.gwetAC).toEqual(agreementReport(numbers, { weights: 'ordinal', categories: [0, 1, 2] }).gwetAC);
    expect(inOrder.krippendorffAlphaMetric.ordinal).toEqual(agreementReport(numbers).krippendorffAlphaMetric.ordinal);
    expect(reasonOf(inOrder.krippendorffAlphaMetric.interval)).toMatch(/not numbers/);
    expect(reasonOf(agreementReport(words).krippendorffAlphaMetric.ordinal)).toMatch(/no order/);
    expect(() => agreementReport(words, { weights: 'linear' })).toThrow(/need an order/);
  });

  test('a ratio scale has no negative values', () => {
    expect(
      reasonOf(
        agreementReport(
          rowsOf([
            [-1, 1],
            [2, 2],
          ]),
        ).krippendorffAlphaMetric.ratio,
      ),
    ).toMatch(/negative/);
  });

  test('unequal distances between numbers count', () => {
    const report = agreementReport(
      rowsOf([
        [1, 2],
        [4, 4],
        [1, 1],
        [2, 2],
      ]),
      { weights: 'linear' },
    );
    expect(report.percentAgreement.value).toBeCloseTo((3 + 2 / 3) / 4, 12);
  });
});

describe('custom weights', () => {
  const ratings = rowsOf([
    ['a', 'b'],
    ['b', 'b'],
    ['c', 'a'],
    ['c', 'c'],
  ]);
  const categories = ['a', 'b', 'c'];

  test('count in the order of the categories', () => {
    const weighted = agreementReport(ratings, {
      categories,
      weights: [
        [1, 0.5, 0],
        [0.5, 1, 0.25],
        [0, 0.25, 1],
      ],
    });
    expect(weighted.weights).toBe('custom');
    expect(weighted.percentAgreement.value).toBeCloseTo(2.5 / 4, 12);
  });

  test.each<[string, number[][]]>([
    [
      'square of the wrong size',
      [
        [1, 0],
        [0, 1],
      ],
    ],
    [
      'ragged',
      [
        [1, 0, 0],
        [0, 1],
        [0, 0, 1],
      ],
    ],
    [
      'lopsided',
      [
        [1, 0.5, 0],
        [0.4, 1, 0],
        [0, 0, 1],
      ],
    ],
    [
      'without full credit on the diagonal',
      [
        [1, 0, 0],
        [0, 0.9, 0],
        [0, 0, 1],
      ],
    ],
    [
      'beyond 1',
      [
        [1, 2, 0],
        [2, 1, 0],
        [0, 0, 1],
      ],
    ],
    [
      'not numbers',
      [
        [1, Number.NaN, 0],
        [Number.NaN, 1, 0],
        [0, 0, 1],
      ],
    ],
  ])('%s are refused', (_name, weights) => {
    expect(() => agreementReport(ratings, { categories, weights })).toThrow(InvalidRatings);
  });

  test('weights that are all 1 leave nothing to divide by', () => {
    const report = agreementReport(ratings, {
      categories,
      weights: [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
    });
    expect(reasonOf(report.fleissKappa)).toMatch(/certain/);
    expect(reasonOf(report.brennanPrediger)).toMatch(/certain/);
  });
});

describe('malformed rows are refused with a sentence that names them', () => {
  const row = { unit: 'P1', rater: 'Ann', rating: 2 };
  test.each<[string, RatingRow[], number[] | undefined, RegExp]>([
    ['a rating outside the declared categories', [row], [0, 1], /"2" by rater Ann of unit P1 is not among/],
    ['two ratings by one rater', [row, row], undefined, /two ratings by rater Ann of unit P1/],
    ['a rating that is not finite', [{ ...row, rating: Number.NaN }], undefined, /finite/],
    ['a category declared twice', [row], [2, 2], /declared once/],
  ])('%s', (_name, rows, categories, message) => {
    expect(() => agreementReport(rows, categories ? { categories } : {})).toThrow(message);
  });
});
