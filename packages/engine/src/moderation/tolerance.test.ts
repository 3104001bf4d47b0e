import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallBook } from '../testing/index.ts';
import { toleranceOf } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
// ONE.S2 is critical; within 1 of each other; none flips on a critical standard, one elsewhere.
const book = smallBook(scheme);
const record = { 'ONE.S1': 2, 'ONE.S2': 2, 'TWO.S1': 2 };
const none = { apart: [], criticalFlips: [], flips: [] };

describe('tolerance', () => {
  test.each([
    ['no mark at all', {}, { within: true, ...none }],
    ['the same marks', record, { within: true, ...none }],
    ['one higher everywhere', { 'ONE.S1': 3, 'ONE.S2': 3, 'TWO.S1': 3 }, { within: true, ...none }],
    ['two higher on one', { 'TWO.S1': 4 }, { within: false, ...none, apart: ['TWO.S1'] }],
    ['a flip elsewhere', { 'ONE.S1': 1 }, { within: true, ...none, flips: ['ONE.S1'] }],
    ['two flips elsewhere', { 'ONE.S1': 1, 'TWO.S1': 1 }, { within: false, ...none, flips: ['ONE.S1', 'TWO.S1'] }],
    ['a flip on a critical standard', { 'ONE.S2': 1 }, { within: false, ...none, criticalFlips: ['ONE.S2'] }],
    ['two lower on one', { 'TWO.S1': 0 }, { within: false, ...none, apart: ['TWO.S1'], flips: ['TWO.S1'] }],
    ['a mark on what the scheme does not score', { 'ONE.K1': 0 }, { within: true, ...none }],
  ])('of %s is told standard by standard', (_what, own, found) => {
    expect(toleranceOf(own, record, book)).toEqual(found);
  });

  test('holds a score that is missing against the moderator’s mark as the lowest', () => {
    expect(toleranceOf({ 'ONE.S1': 1 }, {}, book)).toEqual({ within: true, ...none });
    expect(toleranceOf({ 'ONE.S1': 2 }, {}, book)).toEqual({
      within: false,
      ...none,
      apart: ['ONE.S1'],
      flips: ['ONE.S1'],
    });
  });

  test('is what the scheme’s figures make it', () => {
    const wide = smallBook(scheme, { tolerance: { standardWithin: 2, flipsOnCritical: 1, flipsElsewhere: 2 } });
    expect(toleranceOf({ 'ONE.S1': 1, 'ONE.S2': 0, 'TWO.S1': 1 }, record, wide).within).toBe(true);
    const narrow = smallBook(scheme, { tolerance: { standardWithin: 0, flipsOnCritical: 0, flipsElsewhere: 0 } });
    expect(toleranceOf({ 'ONE.S1': 3 }, record, narrow).within).toBe(false);
    expect(toleranceOf({ 'ONE.S1': 1 }, { 'ONE.S1': 1 }, narrow).within).toBe(true);
  });

  test('does not depend on whose marks are called the record', () => {
    const marks = fc.record({
      'ONE.S1': fc.integer({ min: 0, max: 4 }),
      'ONE.S2': fc.integer({ min: 0, max: 4 }),
      'TWO.S1': fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(marks, marks, (a, b) => {
        expect(toleranceOf(a, b, book)).toEqual(toleranceOf(b, a, book));
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
