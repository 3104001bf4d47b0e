import { describe, expect, test } from 'vitest';
import { fQuantile, iccForms, InvalidRatings, intraclassCorrelation, meanSquares, type IccForm } from './index.ts';
import { shroutFleiss } from './testing/classics.ts';
import { gap, known, reasonOf } from './testing/known.ts';

const ratings = shroutFleiss.ratings.flat();

/** The six forms as Shrout and Fleiss write them, of six units and four raters. */
const forms: Record<IccForm, (R: number, W: number, C: number, E: number) => number> = {
  '1,1': (R, W) => (R - W) / (R + 3 * W),
  '2,1': (R, _, C, E) => (R - E) / (R + 3 * E + (4 * (C - E)) / 6),
  '3,1': (R, _, __, E) => (R - E) / (R + 3 * E),
  '1,k': (R, W) => (R - W) / R,
  '2,k': (R, _, C, E) => (R - E) / (R + (C - E) / 6),
  '3,k': (R, _, __, E) => (R - E) / R,
};

test.each(iccForms)('the standard error of ICC(%s) is that of the delta method', (form) => {
  const { R, W, C, E } = shroutFleiss.squares;
  const [squares, freedoms] = [
    [R, W, C, E],
    [5, 18, 3, 15],
  ];
  const value = (moved: readonly number[]) => forms[form](moved[0] ?? 0, moved[1] ?? 0, moved[2] ?? 0, moved[3] ?? 0);
  const variance = squares.reduce((sum, square, which) => {
    const by = (step: number) => value(squares.map((one, index) => (index === which ? one + step : one)));
    const slope = (by(1e-5) - by(-1e-5)) / 2e-5;
    return sum + (slope ** 2 * 2 * square ** 2) / (freedoms[which] ?? Number.NaN);
  }, 0);
  expect(gap(known(intraclassCorrelation(ratings, 4, form)).se, Math.sqrt(variance))).toBeLessThan(1e-7);
});

test.each(iccForms)('the interval of ICC(%s) is narrower at a lower level', (form) => {
  const [wide, narrow] = [0.95, 0.5].map((level) => known(intraclassCorrelation(ratings, 4, form, { level })).ci);
  expect(narrow?.[0]).toBeGreaterThan(wide?.[0] ?? Number.NaN);
  expect(narrow?.[1]).toBeLessThan(wide?.[1] ?? Number.NaN);
});

test('a large common level costs no digits', () =>
  expect(
    intraclassCorrelation(
      ratings.map((value) => value + 1e9),
      4,
      '2,1',
    ).value,
  ).toBeCloseTo(shroutFleiss.icc['2,1'], 6));

test.each(iccForms)('ICC(%s) does not depend on the unit of the ratings', (form) => {
  const [plain, scaled] = [ratings, ratings.map((value) => value * 1e-6)].map((list) =>
    known(intraclassCorrelation(list, 4, form)),
  );
  expect(scaled?.value).toBeCloseTo(plain?.value ?? Number.NaN, 9);
  expect(scaled?.ci[0]).toBeCloseTo(plain?.ci[0] ?? Number.NaN, 9);
});

describe('raters who differ by a constant', () => {
  // Units 0, 1, 2, 3 and a second rater two marks higher: R = 10 / 3, C = 8, E = 0.
  const apart = [0, 2, 1, 3, 2, 4, 3, 5];

  test('are of one mind in ICC(3), and not in ICC(2)', () => {
    expect(intraclassCorrelation(apart, 2, '3,1')).toEqual({ value: 1, se: 0, ci: [1, 1] });
    expect(intraclassCorrelation(apart, 2, '3,k')).toEqual({ value: 1, se: 0, ci: [1, 1] });
    expect(known(intraclassCorrelation(apart, 2, '2,1')).value).toBeCloseTo(10 / 3 / (10 / 3 + 4), 12);
  });

  test('leave no residual, whatever rounding does', () => {
    const thirds = apart.map((value) => value / 3 + 0.1);
    expect(meanSquares(thirds, 2)).toMatchObject({ E: 0 });
    expect(intraclassCorrelation(thirds, 2, '3,1').value).toBe(1);
  });
});

test('full agreement is 1 without doubt in every form', () => {
  for (const form of iccForms)
    expect(intraclassCorrelation([1, 1, 2, 2, 4, 4], 2, form)).toEqual({ value: 1, se: 0, ci: [1, 1] });
});

describe('an average of all raters', () => {
  test('has an interval by the delta method where the lower end stands for no average', () => {
    // The raters have the same mean, and units vary as much as the residual: R = E = 2 / 3, C = 0, the value is 0.
    const { value, se, ci } = known(intraclassCorrelation([0, 1, 1, 0, 2, 1, 1, 2], 2, '2,k'));
    expect(value).toBe(0);
    expect(ci[0]).toBeCloseTo(-1.959963984540054 * se, 9);
    // F(3, 3) at .975.
    const g = 15.4391824;
    expect(ci[1]).toBeCloseTo((4 * (g - 1)) / (4 * g - 1), 8);
  });

  test('has the Spearman-Brown step of the ends for its ends', () => {
    for (const [one, many] of [
      ['1,1', '1,k'],
      ['2,1', '2,k'],
      ['3,1', '3,k'],
    ] as const) {
      const [single, averaged] = [one, many].map((form) => known(intraclassCorrelation(ratings, 4, form)));
      const stepped = (end: number) => (4 * end) / (1 + 3 * end);
      expect(averaged?.ci[0]).toBeCloseTo(stepped(single?.ci[0] ?? Number.NaN), 12);
      expect(averaged?.ci[1]).toBeCloseTo(stepped(single?.ci[1] ?? Number.NaN), 12);
    }
  });
});

describe('there is no intraclass correlation', () => {
  const apartByUnits = 'The units differ too little for their variance to be compared with that of the raters.';

  test.each([
    [[1, 2, 3], 1, 'An intraclass correlation needs two raters or more; there are 1.'],
    [[], 0, 'An intraclass correlation needs two raters or more; there are 0.'],
    [[1, 2], 2, 'Fewer than two units were rated.'],
    [[], 2, 'Fewer than two units were rated.'],
    [[1, 2, Number.NaN, 3], 2, 'Some ratings are missing or are not finite numbers.'],
    [[1, 2, Infinity, 3], 2, 'Some ratings are missing or are not finite numbers.'],
    [[5, 5, 5, 5], 2, 'The ratings do not vary.'],
    [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 2, 'The ratings do not vary.'],
  ])('of %j by %i raters', (values, raters, reason) => {
    for (const form of iccForms) expect(reasonOf(intraclassCorrelation(values, raters, form))).toBe(reason);
    expect(meanSquares(values, raters)).toEqual({ value: null, reason });
  });

  test('where units do not differ at all', () => {
    for (const form of ['3,1', '1,k', '3,k'] as const)
      expect(reasonOf(intraclassCorrelation([1, 2, 1, 2, 1, 2], 2, form))).toBe(apartByUnits);
    for (const form of ['2,1', '2,k'] as const)
      expect(intraclassCorrelation([1, 2, 1, 2, 1, 2], 2, form)).toEqual({ value: 0, se: 0, ci: [0, 0] });
  });

  test('of ratings that are no whole number of rows, which is an error', () =>
    expect(() => intraclassCorrelation([1, 2, 3, 4, 5], 2, '1,1')).toThrow(
      new InvalidRatings('5 ratings are no whole number of rows of 2 raters.'),
    ));

  test('of single ratings below their least, which is -1 for two raters', () => {
    // R = 2 / 3 and W = 1 / 2; the lower end is nearer to -1 than to 0 and stays what F makes it.
    const f = fQuantile(0.975, 3, 4);
    const { ci } = known(intraclassCorrelation([0, 1, 1, 0, 2, 1, 1, 2], 2, '1,1'));
    expect(ci[0]).toBeCloseTo((4 / 3 - f) / (4 / 3 + f), 12);
    expect(ci[0]).toBeLessThan(-0.5);
  });

  test('of averages, where single ones are at their lowest', () => {
    // Units do not differ: no more negative than -1 for two raters, without doubt.
    expect(intraclassCorrelation([1, 2, 1, 2, 1, 2], 2, '1,1')).toEqual({ value: -1, se: 0, ci: [-1, -1] });
  });

  test('two units of two raters are enough', () =>
    expect(intraclassCorrelation([1, 2, 4, 3], 2, '1,1').value).toBeCloseTo(7 / 9, 12));
});

test.each(iccForms)('ICC(%s) of counted rows is that of the rows written out', (form) => {
  const rows = [
    [1, 2],
    [3, 3],
    [2, 4],
    [0, 1],
  ];
  const times = [3, 1, 4, 2];
  const out = rows.flatMap((row, index) => Array.from({ length: times[index] ?? 0 }, () => row).flat());
  const [counted, written] = [
    known(intraclassCorrelation(rows.flat(), 2, form, { times })),
    known(intraclassCorrelation(out, 2, form)),
  ];
  expect(gap(counted.value, written.value)).toBeLessThan(1e-12);
  expect(gap(counted.se, written.se)).toBeLessThan(1e-12);
  expect(gap(counted.ci[0], written.ci[0])).toBeLessThan(1e-12);
  expect(gap(counted.ci[1], written.ci[1])).toBeLessThan(1e-12);
});

test('one row that stands for many units does not vary, and counts that are not from 1 are refused', () => {
  expect(reasonOf(intraclassCorrelation([1, 2], 2, '1,1'))).toBe('Fewer than two units were rated.');
  expect(reasonOf(intraclassCorrelation([2, 2], 2, '1,1', { times: [5] }))).toBe('The ratings do not vary.');
  for (const times of [[1], [1, 0], [1, 1.5], [1, 1, 1]])
    expect(() => meanSquares([1, 2, 3, 4], 2, times)).toThrow('Rows are counted by one whole number from 1 each.');
});
