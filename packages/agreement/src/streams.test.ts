import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDoubleMarks,
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
  percentAgreement,
  ratingsOfConfusion,
  scottPi,
  tallier,
  tallyOf,
  type Coefficient,
} from './index.ts';
import { condensed } from './condense.ts';

const fixed = { seed: 42, numRuns: 100 };
const code = fc.integer({ min: -1, max: 3 });

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

  test('a tally tells two patterns apart by their counts too', () => {
    const gathering = tallier(3);
    gathering.add([0, 1, 1]);
    gathering.add([0, 0, 1], 2);
    gathering.add([1, 0, 1], 3);
    gathering.add([-1, 0, -1]);
    expect(gathering.tally()).toEqual({
      categories: 3,
      patterns: [
        { codes: [0, 1], counts: [1, 2], size: 3, times: 4 },
        { codes: [0, 1], counts: [2, 1], size: 3, times: 2 },
        { codes: [0], counts: [1], size: 1, times: 1 },
      ],
    });
  });

  test('a tally tells codes apart that read alike when they run together', () => {
    const gathering = tallier(24);
    for (const run of [
      [1, 12],
      [11, 2],
      [1, 2, 3],
      [1, ...Array.from({ length: 11 }, () => 23)],
    ])
      gathering.add(run);
    const { patterns } = gathering.tally();
    expect(patterns).toHaveLength(4);
    const dense = denseRatings([1, 12, -1, 11, 2, -1, 1, 2, 3], { raters: 3, categories: 24 });
    expect(tallyOf(dense).patterns).toEqual([patterns[0], patterns[1], patterns[2]]);
  });

  test('a tally that is taken does not change as more units come in', () => {
    const gathering = tallier(2);
    gathering.add([0, 1]);
    const early = gathering.tally();
    gathering.add([0, 1]);
    expect(early.patterns[0]?.times).toBe(1);
    expect(gathering.tally().patterns[0]?.times).toBe(2);
  });

  test('more different runs than the tally remembers by heart are still counted', () => {
    // Runs of 13 raters in two categories: 2^13 orders, 14 patterns.
    const gathering = tallier(2);
    for (let unit = 0; unit < 2 ** 13; unit++)
      gathering.add(Array.from({ length: 13 }, (_, rater) => (unit >> rater) & 1));
    const { patterns } = gathering.tally();
    expect(patterns).toHaveLength(14);
    expect(patterns.find(({ counts }) => counts[0] === 6)?.times).toBe(1716);
  });
});

describe('equal rows of ratings are gathered', () => {
  test('in the order of first appearance, with the units that they stand for, and none that stand for no unit', () => {
    const codes = [1, 0, 0, 1, 1, 0, -1, 1, -5, 1, 0, 0];
    expect(condensed({ raters: 2, categories: 2, codes, times: [1, 2, 3, 1, 1, 0] })).toEqual({
      raters: 2,
      categories: 2,
      codes: [1, 0, 0, 1, -1, 1],
      times: [4, 2, 2],
    });
  });

  test('and told apart in every rater, whatever their number', () => {
    for (const raters of [1, 2, 12, 20, 21, 22, 60]) {
      const row = (last: number) => Array.from({ length: raters }, (_, rater) => (rater === raters - 1 ? last : 4));
      const ratings = denseRatings([...row(0), ...row(1), ...row(-1), ...row(0)], { raters, categories: 5 });
      const { codes, times } = condensed(ratings);
      const units = Array.from(times).map((count, unit) => [count, codes[(unit + 1) * raters - 1]]);
      const each = (wanted: number) =>
        units.filter(([, last]) => last === wanted).reduce((sum, [count = 0]) => sum + count, 0);
      expect([each(0), each(1), each(-1)]).toEqual([2, 1, 1]);
    }
  });

  test.each([21, 60])('where there are so many raters that rows hardly repeat, they stay as they are: %i', (raters) => {
    const ratings = denseRatings(
      Array.from({ length: raters }, () => 1),
      { raters, categories: 5 },
    );
    expect(condensed(ratings)).toBe(ratings);
  });
});

describe('a confusion matrix', () => {
  test('has a last row and column for what the first or second rater did not rate', () => {
    const confusion = emptyConfusion(2);
    addDoubleMarks(confusion, [0, 0, 1, -1, -3, 1], [1, 1, 1, 0, -1, -1]);
    expect([...confusion.cells]).toEqual([0, 2, 0, 0, 1, 1, 1, 0, 1]);
    expect(ratingsOfConfusion(confusion)).toEqual({
      raters: 2,
      categories: 2,
      codes: [0, 1, 1, 1, 1, -1, -1, 0],
      times: [2, 1, 1, 1],
    });
  });

  test('comes from a contingency table, where none is unrated', () => {
    expect(
      confusionFromTable([
        [3, 1],
        [0, 2],
      ]),
    ).toEqual({ categories: 2, cells: new Float64Array([3, 1, 0, 0, 2, 0, 0, 0, 0]) });
  });

  test('refuses a code that is no category, and counts nothing of its stretch', () => {
    const confusion = emptyConfusion(3);
    const add = (first: number[], second: number[]) => () => addDoubleMarks(confusion, first, second);
    expect(add([0, 1], [0, 3])).toThrow(new InvalidRatings('The codes 1, 3 are not both of 3 categories.'));
    expect(add([0, 3], [0, 1])).toThrow(new InvalidRatings('The codes 3, 1 are not both of 3 categories.'));
    expect(add([0, 1], [0])).toThrow(new InvalidRatings('Double marks come in pairs: the lists differ in length.'));
    expect(confusion.cells.every((count) => count === 0)).toBe(true);
  });

  test.each([
    [[[1, 2]], 'A contingency table of two raters is square.'],
    [[[1, 2], [1]], 'A contingency table of two raters is square.'],
    [[[-1]], 'A count is not negative.'],
    [[[Number.NaN]], 'A count is not negative.'],
    [[[Infinity]], 'A count is not negative.'],
  ])('does not come from %j', (table, message) =>
    expect(() => confusionFromTable(table)).toThrow(new InvalidRatings(message)),
  );
});

test.each([[[3]], [[0, 0.5]], [[0, Number.NaN]]])('a tally refuses codes that are no category: %j', (run) =>
  expect(() => tallier(3).add(run)).toThrow(new InvalidRatings(`The code ${run.at(-1)} is none of 3 categories.`)),
);
