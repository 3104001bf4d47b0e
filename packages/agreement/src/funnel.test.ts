import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passRateFunnel } from './index.ts';

const fixed = { seed: 42, numRuns: 100 };

describe('the funnel of pass rates', () => {
  test('by standard errors is the rate and 1.96 or 3 of them', () => {
    const point = passRateFunnel({ passed: 70, marked: 100, rate: 0.8 }, { method: 'normal' });
    expect(point).toMatchObject({ value: 0.7, place: 'warning' });
    if ('reason' in point) return;
    expect(point.warning[0]).toBeCloseTo(0.8 - 1.96 * 0.04, 12);
    expect(point.action[0]).toBeCloseTo(0.68, 12);
    expect(point.action[1]).toBeCloseTo(0.92, 12);
  });

  test('by exact tails does not alarm at one fail among ten where nearly all pass, as the normal one does', () => {
    const counts = { passed: 9, marked: 10, rate: 0.995 };
    expect(passRateFunnel({ passed: 9, marked: 10, rate: 0.97 })).toMatchObject({ place: 'inside' });
    expect(passRateFunnel(counts)).toMatchObject({ place: 'inside' });
    expect(passRateFunnel(counts, { method: 'normal' })).toMatchObject({ place: 'action' });
  });

  test('by exact tails is where the tail probability says', () => {
    // Binomial(20, .95): P(X <= 16) = .0159, P(X <= 15) = .0026, P(X <= 14) = .0003.
    const place = (passed: number) => passRateFunnel({ passed, marked: 20, rate: 0.95 });
    expect([17, 16, 15, 14].map((passed) => place(passed))).toMatchObject([
      { place: 'inside' },
      { place: 'warning' },
      { place: 'warning' },
      { place: 'action' },
    ]);
    expect(place(20)).toMatchObject({ place: 'inside', warning: [0.85, 1], action: [0.75, 1] });
  });

  test('is within 0 and 1, holds the rate and answers for no portfolio with a reason', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 300 }),
        fc.nat({ max: 300 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('exact' as const, 'normal' as const),
        (a, b, rate, method) => {
          const marked = Math.max(a, b) + 1;
          const point = passRateFunnel({ passed: Math.min(a, b), marked, rate }, { method });
          if ('reason' in point) throw new Error(point.reason);
          const [[low, high], [from, to]] = [point.action, point.warning];
          expect(0 <= low && low <= from && to <= high && high <= 1).toBe(true);
          expect(from <= rate + 1 / marked && to >= rate - 1 / marked).toBe(true);
        },
      ),
      fixed,
    );
  });

  test('by exact tails has the limits of the binomial, as by hand', () => {
    // Of two at a rate of one half, nothing is unusual; of five at a rate of .9, two or fewer is .00856.
    expect(passRateFunnel({ passed: 0, marked: 2, rate: 0.5 })).toEqual({
      value: 0,
      warning: [0, 1],
      action: [0, 1],
      place: 'inside',
    });
    expect(passRateFunnel({ passed: 2, marked: 5, rate: 0.9 })).toMatchObject({ warning: [0.6, 1], action: [0.4, 1] });
    expect(passRateFunnel({ passed: 5, marked: 5, rate: 0.1 })).toMatchObject({ warning: [0, 0.4], action: [0, 0.6] });
  });

  test('where all or none pass leaves no room', () => {
    for (const method of ['exact', 'normal'] as const) {
      const point = (passed: number, rate: number) => passRateFunnel({ passed, marked: 4, rate }, { method });
      expect(point(4, 1)).toEqual({ value: 1, warning: [1, 1], action: [1, 1], place: 'inside' });
      expect(point(3, 1)).toMatchObject({ place: 'action' });
      expect(point(0, 0)).toEqual({ value: 0, warning: [0, 0], action: [0, 0], place: 'inside' });
    }
  });

  test('a rate on its limit is inside it', () => {
    // Of 16 at a rate of one half a standard error is 1 / 8.
    const at = (passed: number) => passRateFunnel({ passed, marked: 16, rate: 0.5 }, { method: 'normal' });
    expect([at(2), at(14)]).toMatchObject([{ place: 'warning' }, { place: 'warning' }]);
    expect([at(1), at(15)]).toMatchObject([{ place: 'action' }, { place: 'action' }]);
  });

  test('answers for no portfolio with a reason, and refuses counts and rates that cannot be', () => {
    expect(passRateFunnel({ passed: 0, marked: 0, rate: 0.9 })).toEqual({
      value: null,
      reason: 'No portfolio was marked.',
    });
    for (const counts of [
      { passed: 2, marked: 1 },
      { passed: -1, marked: 1 },
      { passed: 0.5, marked: 1 },
      { passed: 1, marked: 1.5 },
    ])
      expect(() => passRateFunnel({ ...counts, rate: 0.5 })).toThrow(
        new RangeError('Passed is a whole number up to marked.'),
      );
    for (const rate of [-0.1, 1.1, Number.NaN])
      expect(() => passRateFunnel({ passed: 1, marked: 1, rate })).toThrow(
        new RangeError('A pass rate is between 0 and 1.'),
      );
  });
});
