import { describe, expect, test } from 'vitest';
import { bookToMeasure } from './book.ts';
import { chance } from './chance.ts';
import { inTurns, quantile, sideBySide } from './measure.ts';
import { portfolios } from './portfolios.ts';

describe('a quantile', () => {
  test.each([
    [[3], 0.5, 3],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[5, 1, 3], 0.5, 3],
    [[1, 2, 3, 4, 5], 0.25, 2],
    [[1, 2], 0.25, 1.25],
  ])('of %j at %d is %d', (numbers, share, value) => expect(quantile(numbers, share)).toBe(value));
});

test('two stints run in turns, each first as often as the other, and runs that warm up do not count', () => {
  const order: string[] = [];
  const [a, b] = [
    () => order.push('a') * 0 + (order.length <= 4 ? 1000 : 6),
    () => order.push('b') * 0 + (order.length <= 4 ? 1 : 3),
  ];
  const found = sideBySide({
    name: 'n',
    compared: 'a against b',
    unit: 's',
    millisecondsPerUnit: 2,
    run: inTurns(a, b),
    runs: 4,
  });
  expect(order.join('')).toBe('abbaabbaabba');
  expect(found).toEqual({
    name: 'n',
    compared: 'a against b',
    unit: 's',
    a: 3,
    b: 1.5,
    ratio: 2,
    spread: [2, 2],
    runs: 4,
  });
});

test('chance is the same for the same seed, and spread over 0 to 1', () => {
  const [one, same, other] = [chance(1), chance(1), chance(2)];
  const numbers = Array.from({ length: 1000 }, one);
  expect(Array.from({ length: 1000 }, same)).toEqual(numbers);
  expect(Array.from({ length: 1000 }, other)).not.toEqual(numbers);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(quantile(numbers, 0.5)).toBeCloseTo(0.5, 1);
});

test('made-up portfolios come in stretches, score every standard on the scale, and mostly achieve', () => {
  const book = bookToMeasure();
  const stretches = [...portfolios(10_500, book)];
  expect(stretches.map(({ length }) => length)).toEqual([10_000, 500]);
  const all = stretches.flat();
  const codes = [...book.judged.keys()].join();
  expect(all.filter(({ scores }) => Object.keys(scores).join() !== codes)).toEqual([]);
  expect(all.filter(({ scores }) => Object.values(scores).some((score) => score < 0 || score > book.highest))).toEqual(
    [],
  );
  const weak = all.filter(({ scores }) => Object.values(scores).some((score) => score < book.threshold));
  expect(weak.length / all.length).toBeCloseTo(0.05, 1);
});
