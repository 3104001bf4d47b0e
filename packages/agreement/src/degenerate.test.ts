import { describe, expect, test } from 'vitest';
import {
  bangdiwalaB,
  brennanPrediger,
  cohenKappa,
  cohenKappaNullError,
  confusionFromTable,
  congerKappa,
  declaredCategories,
  denseRatings,
  emptyConfusion,
  fleissKappa,
  fleissKappaNullError,
  gwetAC,
  krippendorffAlpha,
  krippendorffMetric,
  percentAgreement,
  scottPi,
  tallyOf,
  tQuantile,
  weightMatrix,
  type Confusion,
  type Ratings,
} from './index.ts';
import { known, reasonOf } from './testing/known.ts';

const none = 'There are no ratings.';
const noPair = 'No unit was rated by two raters.';
const onePair = 'Fewer than two units were rated by two raters.';
const certain = 'Agreement by chance is certain: only one category is used, or every weight is 1.';

const dense = (categories: number, ...rows: readonly (readonly number[])[]): Ratings =>
  denseRatings(rows.flat(), { raters: rows[0]?.length ?? 0, categories });

const ofTally = { percentAgreement, fleissKappa, gwetAC, brennanPrediger, krippendorffAlpha };
const tallied = ['percentAgreement', 'fleissKappa', 'gwetAC', 'brennanPrediger', 'krippendorffAlpha'] as const;

describe.each(tallied)('%s', (name) => {
  const reason = (ratings: Ratings) => reasonOf(ofTally[name](tallyOf(ratings)));

  test('says that there is nothing to go by', () => {
    expect(reason(dense(2))).toBe(none);
    expect(reason(dense(2, [-1, -1]))).toBe(none);
    expect(reason(dense(2, [0, -1], [-1, 1]))).toBe(noPair);
    expect(reason(dense(2, [0, 1]))).toBe(onePair);
    expect(reason(dense(2, [0, 1], [1, -1], [-1, -1]))).toBe(onePair);
  });

  test('needs no more than two units that were rated twice', () =>
    expect(known(ofTally[name](tallyOf(dense(2, [0, 0], [0, 1], [-1, -1])))).value).toBeLessThan(1));
});

describe('where one category is used', () => {
  const same = (categories: number) => dense(categories, [0, 0], [0, 0]);

  test('kappas say that agreement by chance is certain, and alpha that nothing varies', () => {
    for (const coefficient of [cohenKappa, scottPi, congerKappa]) expect(reasonOf(coefficient(same(2)))).toBe(certain);
    expect(reasonOf(fleissKappa(tallyOf(same(2))))).toBe(certain);
    expect(reasonOf(krippendorffAlpha(tallyOf(same(2))))).toBe(
      'The ratings do not vary, so there is nothing to agree or disagree about.',
    );
  });

  test('AC and Brennan-Prediger need another that was declared', () => {
    expect(reasonOf(gwetAC(tallyOf(same(1))))).toBe(
      'AC1 and AC2 need two categories or more; declare those that raters could choose.',
    );
    expect(reasonOf(brennanPrediger(tallyOf(same(1))))).toBe(
      'Brennan-Prediger needs two categories or more; declare those that raters could choose.',
    );
    expect(gwetAC(tallyOf(same(2)))).toEqual({ value: 1, se: 0, ci: [1, 1] });
    expect(brennanPrediger(tallyOf(same(2)))).toEqual({ value: 1, se: 0, ci: [1, 1] });
  });
});

test('weights that are all 1 leave nothing to divide by', () => {
  const ratings = dense(2, [0, 1], [1, 1], [0, 0]);
  const weights = weightMatrix(
    [
      [1, 1],
      [1, 1],
    ],
    declaredCategories(['a', 'b']),
  );
  for (const coefficient of [fleissKappa, brennanPrediger])
    expect(reasonOf(coefficient(tallyOf(ratings), weights))).toBe(certain);
  expect(reasonOf(cohenKappa(ratings, weights))).toBe(certain);
});

describe('coefficients for two raters', () => {
  test.each([1, 3])('say how many raters there are: %i', (raters) => {
    const ratings = dense(2, ...[0, 1].map((code) => Array.from({ length: raters }, () => code)));
    expect(reasonOf(cohenKappa(ratings))).toBe(`Cohen's kappa is for two raters; there are ${raters}.`);
    expect(reasonOf(scottPi(ratings))).toBe(`Scott's pi is for two raters; there are ${raters}.`);
  });

  test('pass over raters who rated nothing', () => {
    const [two, three] = [dense(2, [0, 0], [1, 1], [0, 1]), dense(2, [0, -1, 0], [1, -1, 1], [0, -1, 1])];
    for (const coefficient of [cohenKappa, scottPi, congerKappa]) expect(coefficient(three)).toEqual(coefficient(two));
  });
});

describe("Krippendorff's metrics", () => {
  const tally = () => tallyOf(dense(2, [0, 1], [1, 1], [0, 0]));

  test.each([
    [
      'ordinal',
      { labels: ['a', 'b'], numbers: null, ranks: null },
      'The categories have no order; declare them from low to high.',
    ],
    [
      'interval',
      { labels: ['a', 'b'], numbers: null, ranks: [0, 1] },
      'The categories are not numbers, so they have no interval scale.',
    ],
    [
      'ratio',
      { labels: ['a', 'b'], numbers: null, ranks: [0, 1] },
      'The categories are not numbers, so they have no ratio scale.',
    ],
    ['ratio', { labels: [-1, 2], numbers: [-1, 2], ranks: [0, 1] }, 'A ratio scale has no negative values.'],
  ] as const)('%s of unfit categories says why there is none', (metric, categories, reason) =>
    expect(reasonOf(krippendorffMetric(tally(), { ...categories, codeOf: () => undefined }, metric))).toBe(reason),
  );

  test('ratio alpha takes 0 for a number like others', () =>
    // Any two of 0 and 2 are as far apart as can be, so it is nominal alpha.
    expect(krippendorffMetric(tally(), declaredCategories([0, 2]), 'ratio')).toEqual(krippendorffAlpha(tally())));
});

describe("Bangdiwala's B", () => {
  const of = (...table: readonly (readonly number[])[]): Confusion => confusionFromTable(table);

  test('says that there is nothing to go by', () => {
    expect(reasonOf(bangdiwalaB(emptyConfusion(2)))).toBe(noPair);
    expect(reasonOf(bangdiwalaB(of([1, 0], [0, 0])))).toBe(onePair);
    expect(reasonOf(bangdiwalaB(of([0, 5], [0, 0])))).toBe('The two raters have no category in common.');
  });

  test('is 1 for full agreement, of one category too, and 0 for none', () => {
    expect(bangdiwalaB(of([3, 0], [0, 4]))).toEqual({ value: 1, se: 0, ci: [1, 1] });
    expect(bangdiwalaB(of([2, 0], [0, 0]))).toEqual({ value: 1, se: 0, ci: [1, 1] });
    expect(bangdiwalaB(of([0, 3], [4, 0]))).toEqual({ value: 0, se: 0, ci: [0, 0] });
  });

  test('leaves out units that one of the two did not rate', () => {
    const confusion = of([3, 1], [2, 4]);
    const skipped = {
      ...confusion,
      cells: confusion.cells.map((count, cell) => (cell === 2 || cell === 7 ? 9 : count)),
    };
    expect(bangdiwalaB(skipped)).toEqual(bangdiwalaB(confusion));
    expect(known(bangdiwalaB(confusion)).value).toBeCloseTo((9 + 16) / (4 * 5 + 6 * 5), 12);
  });

  test('has an interval of t with one degree of freedom less than there are units', () => {
    // Of four units agreed on three: 5 / 8, with t(3).
    const { value, se, ci } = known(bangdiwalaB(of([1, 1], [0, 2])));
    expect(value).toBeCloseTo(5 / 8, 12);
    expect(ci).toEqual([Math.max(0, value - tQuantile(0.975, 3) * se), 1]);
    const many = known(bangdiwalaB(of([100, 10], [0, 200])));
    expect(many.ci[0]).toBeCloseTo(many.value - tQuantile(0.975, 309) * many.se, 12);
  });

  test('has a narrower interval at a lower level', () => {
    const confusion = of([30, 10], [20, 40]);
    const width = (level?: number) => {
      const { ci } = known(bangdiwalaB(confusion, level === undefined ? {} : { level }));
      return ci[1] - ci[0];
    };
    expect(width(0.5)).toBeLessThan(width() / 2);
  });
});

describe('the standard error under chance', () => {
  test("of Cohen's kappa says why there is none", () => {
    expect(reasonOf(cohenKappaNullError(emptyConfusion(2)))).toBe(noPair);
    expect(
      reasonOf(
        cohenKappaNullError(
          confusionFromTable([
            [3, 0],
            [0, 0],
          ]),
        ),
      ),
    ).toBe(certain);
  });

  test("of Cohen's kappa leaves out units that one of the two did not rate", () => {
    const confusion = confusionFromTable([
      [3, 1],
      [2, 4],
    ]);
    const cells = confusion.cells.map((count, cell) => (cell === 2 || cell === 7 ? 9 : count));
    expect(cohenKappaNullError({ categories: 2, cells })).toEqual(cohenKappaNullError(confusion));
  });

  test("of Fleiss' kappa says why there is none", () => {
    const reason = (...rows: readonly (readonly number[])[]) =>
      reasonOf(fleissKappaNullError(tallyOf(dense(2, ...rows))));
    expect(reason()).toBe(none);
    expect(reason([-1, -1])).toBe(none);
    expect(reason([0], [1])).toBe(noPair);
    expect(reason([0, 1], [0, -1])).toBe(
      'Units were not rated equally often; the error under chance is for equal numbers of ratings.',
    );
    expect(reason([0, 0], [0, 0])).toBe('Agreement by chance is certain: only one category is used.');
  });

  test("of Fleiss' kappa passes over units without ratings", () => {
    const [full, holes] = [dense(2, [0, 1], [1, 1]), dense(2, [0, 1], [-1, -1], [1, 1])];
    expect(fleissKappaNullError(tallyOf(holes))).toEqual(fleissKappaNullError(tallyOf(full)));
    // Shares of 1 / 4 and 3 / 4, four ratings: 2 / (units x raters x others) = 1 / 2 is the variance.
    expect(fleissKappaNullError(tallyOf(full)).value).toBeCloseTo(Math.sqrt(1 / 2), 12);
  });
});

test('a tally with a pattern that stands for no unit has no use for it', () => {
  const pattern = { codes: [0], counts: [2], size: 2, times: 0 };
  expect(reasonOf(fleissKappaNullError({ categories: 2, patterns: [pattern] }))).toBe(none);
  expect(reasonOf(percentAgreement({ categories: 2, patterns: [pattern] }))).toBe(none);
});
