import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { smallBook } from '../testing/index.ts';
import { secondMarkingReasons } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const book = smallBook(scheme);
const none = { portfoliosBefore: 3, attempt: 1, nth: null, everyKth: null };

describe('R11 asks for a second marker', () => {
  test.each([
    [0, ['firstPortfolios']],
    [2, ['firstPortfolios']],
    [3, []],
    [40, []],
  ])('for an assessor’s first three portfolios: after %i, %j', (portfoliosBefore, reasons) => {
    expect(secondMarkingReasons({ ...none, portfoliosBefore }, book)).toEqual(reasons);
  });

  test.each([
    [1, []],
    [2, ['resubmission']],
    [3, ['resubmission']],
  ])('for every resubmission: attempt %i, %j', (attempt, reasons) => {
    expect(secondMarkingReasons({ ...none, attempt }, book)).toEqual(reasons);
  });

  test.each([
    [1, 5, []],
    [4, 5, []],
    [5, 5, ['everyKth']],
    [6, 5, []],
    [10, 5, ['everyKth']],
    [3, 1, ['everyKth']],
    [5, null, []],
    [null, 5, []],
  ])('for every k-th by plan: number %s of every %s, %j', (nth, everyKth, reasons) => {
    expect(secondMarkingReasons({ ...none, nth, everyKth }, book)).toEqual(reasons);
  });

  test('by the scheme’s k before the plan’s', () => {
    const second = smallBook(scheme, { secondMarking: { ...scheme.secondMarking, everyKth: 2 } });
    expect(secondMarkingReasons({ ...none, nth: 4, everyKth: null }, second)).toEqual(['everyKth']);
    expect(secondMarkingReasons({ ...none, nth: 4, everyKth: 3 }, second)).toEqual(['everyKth']);
    expect(secondMarkingReasons({ ...none, nth: 3, everyKth: 3 }, second)).toEqual([]);
  });

  test('for every reason that there is', () => {
    expect(secondMarkingReasons({ portfoliosBefore: 0, attempt: 2, nth: 3, everyKth: 3 }, book)).toEqual([
      'firstPortfolios',
      'resubmission',
      'everyKth',
    ]);
  });

  test('never under a scheme that asks for none', () => {
    const secondMarking = { ...scheme.secondMarking, firstPortfolios: 0, resubmissions: false };
    const lenient = smallBook(scheme, { secondMarking });
    expect(secondMarkingReasons({ portfoliosBefore: 0, attempt: 2, nth: 3, everyKth: null }, lenient)).toEqual([]);
  });
});
