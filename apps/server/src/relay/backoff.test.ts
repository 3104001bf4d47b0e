import { instant } from '@assay/engine';
import { describe, expect, test } from 'vitest';
import { mostAttempts, retryAt } from './backoff.ts';

const start = instant('2026-03-10T09:00:00.000Z');
const secondsAfter = (id: string, attempts: number) => {
  const next = retryAt(id, attempts, start);
  return next === null ? null : (Date.parse(next) - Date.parse(start)) / 1000;
};

describe('the wait after a failed attempt', () => {
  test.each([
    [1, 10, 12],
    [2, 25, 30],
    [3, 62.5, 75],
    [4, 156.25, 187.5],
    [5, 390.625, 468.75],
    [6, 976.5, 1_172],
    [7, 2_441, 2_930],
    [8, 6_103, 7_325],
    [9, 15_258, 18_311],
    [10, 38_146, 45_777],
    [11, 95_367, 114_441],
  ])('number %i is %f to %f seconds', (attempts, least, most) => {
    for (const id of ['a/1/0', 'b/7/1', 'c/12/0/mail']) {
      expect(secondsAfter(id, attempts)).toBeGreaterThanOrEqual(least);
      expect(secondsAfter(id, attempts)).toBeLessThanOrEqual(most);
    }
  });

  test('number twelve never ends: the message is given up', () => {
    expect(mostAttempts).toBe(12);
    expect(retryAt('a/1/0', 12, start)).toBeNull();
    expect(retryAt('a/1/0', 13, start)).toBeNull();
  });

  test('comes from the id alone, on every server the same', () => {
    expect(retryAt('a/1/0', 1, start)).toBe('2026-03-10T09:00:11.475Z');
    expect(retryAt('b/7/1', 1, start)).toBe('2026-03-10T09:00:11.972Z');
    expect(retryAt('b/7/1', 11, start)).toBe('2026-03-11T12:05:04.625Z');
  });

  test('lies spread over a fifth of itself where many fail together', () => {
    const waits = Array.from({ length: 1_000 }, (_, index) => secondsAfter(`id ${index}`, 1) ?? 0);
    const inFifths = [0, 1, 2, 3, 4].map(
      (fifth) => waits.filter((wait) => Math.floor((wait - 10) / 0.4) === fifth).length,
    );
    for (const many of inFifths) expect(Math.abs(many - 200)).toBeLessThan(60);
  });

  test('adds up to about two days', () => {
    for (const id of ['a/1/0', 'b/7/1', 'c/12/0']) {
      const hours =
        Array.from({ length: 11 }, (_, index) => secondsAfter(id, index + 1) ?? 0).reduce((a, b) => a + b) / 3600;
      expect(hours).toBeGreaterThan(44);
      expect(hours).toBeLessThan(53);
    }
  });
});
