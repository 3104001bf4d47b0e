import { describe, expect, test } from 'vitest';
import { meanSignedDifference } from './index.ts';
import { known } from './testing/known.ts';

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

  test('weighs portfolios by their marks, as a ratio of sums', () => {
    // Sums 3, 0, 2 of 1, 2, 3 marks: 5 / 6 on average; residuals 13 / 6, -10 / 6, -3 / 6.
    const marks = [
      [1, 4, 1],
      [2, 2, 2],
      [2, 3, 3],
      [3, 1, 0],
      [3, 2, 1],
      [3, 0, 0],
    ].map(([portfolio = 0, first = 0, second = 0]) => ({ portfolio, first, second }));
    const { value, se } = known(meanSignedDifference(marks));
    expect(value).toBeCloseTo(5 / 6, 12);
    expect(se).toBeCloseTo(Math.sqrt(((13 ** 2 + 10 ** 2 + 3 ** 2) / 36) * (3 / 2)) / 6, 12);
  });

  test('is not cut at 1, and its interval is narrower at a lower level', () => {
    const marks = [3, 5, 4].map((first, portfolio) => ({ portfolio, first, second: 0 }));
    const [wide, narrow] = [known(meanSignedDifference(marks)), known(meanSignedDifference(marks, { level: 0.5 }))];
    expect(wide.value).toBe(4);
    expect(wide.ci[1]).toBeGreaterThan(5);
    expect(narrow.ci[1] - narrow.ci[0]).toBeLessThan((wide.ci[1] - wide.ci[0]) / 2);
  });

  test('needs no more than two portfolios', () =>
    expect(
      known(meanSignedDifference([1, 3].map((first, portfolio) => ({ portfolio, first, second: 0 })))),
    ).toMatchObject({ value: 2, se: 1 }));

  test('needs two portfolios and finite marks', () => {
    const few = { value: null, reason: 'Fewer than two portfolios were marked twice.' };
    expect(meanSignedDifference([])).toEqual(few);
    expect(meanSignedDifference([{ portfolio: 1, first: 2, second: 1 }])).toEqual(few);
    expect(
      meanSignedDifference([1, 2].map((portfolio) => ({ portfolio, first: Number.NaN, second: 1 }))),
    ).toMatchObject({ value: null });
  });
});
