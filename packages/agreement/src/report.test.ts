import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  agreementReport,
  iccForms,
  InvalidRatings,
  metricNames,
  weightNames,
  type AgreementReport,
  type Coefficient,
  type RatingRow,
} from './index.ts';
import { rowsOf } from './testing/published.ts';

const fixed = { seed: 42, numRuns: 300 };
const single = [
  'percentAgreement',
  'cohenKappa',
  'scottPi',
  'fleissKappa',
  'congerKappa',
  'gwetAC',
  'brennanPrediger',
  'krippendorffAlpha',
] as const;

/** Every coefficient of a report by name. */
function coefficients(report: AgreementReport): [string, Coefficient][] {
  return [
    ...single.map((name): [string, Coefficient] => [name, report[name]]),
    ...metricNames.map((name): [string, Coefficient] => [`alpha ${name}`, report.krippendorffAlphaMetric[name]]),
    ...iccForms.map((form): [string, Coefficient] => [`ICC(${form})`, report.icc[form]]),
  ];
}

/** What is wrong with a coefficient, by name; nothing as a rule. */
function faults(name: string, coefficient: Coefficient): string[] {
  if (coefficient.value === null) {
    const sound = /^[A-Z].*\.$/.test(coefficient.reason) && Object.keys(coefficient).join() === 'value,reason';
    return sound ? [] : [`${name} gives no reason: ${coefficient.reason}`];
  }
  const { value, se, ci } = coefficient;
  const sound = [value, se, ...ci].every(Number.isFinite) && value <= 1 + 1e-12 && se >= 0;
  return sound && ci[0] <= value + 1e-9 && ci[1] >= value - 1e-9 ? [] : [`${name}: ${JSON.stringify(coefficient)}`];
}

/** The names of the coefficients in which two reports differ. */
function differences(one: AgreementReport, other: AgreementReport): string[] {
  const numbers = (coefficient?: Coefficient) =>
    coefficient === undefined || coefficient.value === null
      ? []
      : [coefficient.value, coefficient.se, ...coefficient.ci];
  const others = new Map(coefficients(other));
  return coefficients(one).flatMap(([name, coefficient]) => {
    const match = others.get(name);
    if (coefficient.value === null) return match?.value === null && match.reason === coefficient.reason ? [] : [name];
    const [a, b] = [numbers(coefficient), numbers(match)];
    const near = a.every(
      (number, index) => Math.abs(number - (b[index] ?? NaN)) < 1e-9 * Math.max(1, Math.abs(number)),
    );
    return near ? [] : [name];
  });
}

/** Small tables with holes: often one rater, one unit, one category, or nothing at all. */
const cell = (highest: number) =>
  fc.oneof({ weight: 4, arbitrary: fc.nat({ max: highest }) }, { weight: 1, arbitrary: fc.constant(null) });
const table = fc
  .tuple(fc.nat({ max: 6 }), fc.nat({ max: 4 }), fc.nat({ max: 4 }))
  .chain(([units, raters, highest]) =>
    fc.array(fc.array(cell(highest), { minLength: raters, maxLength: raters }), { minLength: units, maxLength: units }),
  );
const anyWeights = fc.constantFrom(...weightNames);

describe('over small tables of every kind', () => {
  test('a coefficient is finite numbers in order or a reason, never NaN or infinite', () => {
    fc.assert(
      fc.property(table, anyWeights, fc.boolean(), (ratings, name, declared) => {
        const report = agreementReport(rowsOf(ratings), {
          weights: name,
          ...(declared ? { categories: [0, 1, 2, 3, 4, 5] } : {}),
        });
        expect(coefficients(report).flatMap(([which, coefficient]) => faults(which, coefficient))).toEqual([]);
      }),
      { ...fixed, numRuns: 1000 },
    );
  });

  test('the order of rows, the names of units and of raters change nothing', () => {
    fc.assert(
      fc.property(table, anyWeights, fc.infiniteStream(fc.nat()), (ratings, name, keys) => {
        const rows = rowsOf(ratings);
        const shuffled = rows
          .map((row) => ({
            row: { ...row, unit: `unit ${9 - Number(row.unit)}`, rater: `rater ${9 - Number(row.rater)}` },
            key: keys.next().value ?? 0,
          }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(
          differences(agreementReport(shuffled, { weights: name }), agreementReport(rows, { weights: name })),
        ).toEqual([]);
      }),
      fixed,
    );
  });

  test('other names for nominal categories change nothing', () => {
    const names = ['red', 'Blue', 'ünder', '10 %', 'a,b'];
    fc.assert(
      fc.property(table, fc.shuffledSubarray(names, { minLength: 5 }), (ratings, labels) => {
        const named = ratings.map((row) => row.map((code) => (code === null ? null : (labels[code] ?? ''))));
        const [plain, other] = [agreementReport(rowsOf(ratings)), agreementReport(rowsOf(named))];
        for (const name of single)
          expect(differences({ ...plain, [name]: plain[name] }, { ...plain, [name]: other[name] })).toEqual([]);
        expect(
          differences(plain, {
            ...plain,
            krippendorffAlphaMetric: {
              ...plain.krippendorffAlphaMetric,
              nominal: other.krippendorffAlphaMetric.nominal,
            },
          }),
        ).toEqual([]);
      }),
      fixed,
    );
  });

  test('perfect agreement on more than one category gives 1 without doubt', () => {
    const unit = fc.record({ code: fc.nat({ max: 4 }), rated: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 6 }), anyWeights, (units, name) => {
        const rated = [{ code: 0, rated: 3 }, { code: 4, rated: 3 }, ...units];
        const ratings = rated.map(({ code, rated: count }) => [0, 1, 2].map((rater) => (rater < count ? code : null)));
        const report = agreementReport(rowsOf(ratings), { weights: name, categories: [0, 1, 2, 3, 4] });
        for (const which of single) {
          if (which === 'cohenKappa' || which === 'scottPi') continue;
          const { value } = report[which];
          expect(value, which).toBeCloseTo(1, 12);
        }
        for (const metric of metricNames) expect(report.krippendorffAlphaMetric[metric].value).toBeCloseTo(1, 12);
        const complete = agreementReport(rowsOf(rated.map(({ code }) => [code, code, code])));
        for (const form of iccForms) expect(complete.icc[form].value).toBeCloseTo(1, 12);
      }),
      fixed,
    );
  });

  test('for two raters kappas of many raters are the kappas of two', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell(3), { minLength: 2, maxLength: 2 }), { maxLength: 8 }),
        anyWeights,
        (ratings, name) => {
          const report = agreementReport(rowsOf(ratings), { weights: name });
          if (report.raters !== 2) return;
          const smaller = Math.sqrt((report.units - 1) / report.units);
          const doubt = (coefficient: Coefficient, by = 1) =>
            coefficient.value === null
              ? [coefficient.reason]
              : [coefficient.value, coefficient.se * by].map((number) => number.toFixed(8));
          expect(doubt(report.cohenKappa)).toEqual(doubt(report.congerKappa, smaller));
          expect(doubt(report.scottPi)).toEqual(doubt(report.fleissKappa, smaller));
        },
      ),
      fixed,
    );
  });

  test('interval alpha is alpha with quadratic weights, nominal alpha is alpha with identity weights', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const [plain, squared] = [
          agreementReport(rowsOf(ratings)),
          agreementReport(rowsOf(ratings), { weights: 'quadratic' }),
        ];
        expect(
          differences(plain, {
            ...plain,
            krippendorffAlphaMetric: {
              ...plain.krippendorffAlphaMetric,
              nominal: plain.krippendorffAlpha,
              interval: squared.krippendorffAlpha,
            },
          }),
        ).toEqual([]);
      }),
      fixed,
    );
  });
});

const reasonOf = (coefficient: Coefficient) =>
  coefficient.value === null ? coefficient.reason : `value ${coefficient.value}`;

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
