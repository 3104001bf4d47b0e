import { describe, expect, test } from 'vitest';
import { mark, measured, sum } from '../testing/facets.ts';

const pairs = Array.from({ length: 10 }, (_, n) => [
  mark(`P${n}`, 'S', 'first', n < 8 ? 1 : 0),
  mark(`P${n}`, 'S', 'second', n < 8 ? 0 : 1),
]).flat();

describe('extreme scores', () => {
  const withExtremes = () =>
    measured([
      ...pairs,
      mark('best', 'S', 'first', 1),
      mark('best', 'S', 'second', 1),
      mark('worst', 'S', 'first', 0),
      mark('worst', 'S', 'second', 0),
    ]);

  test('tell nothing about severity', () => {
    const plain = measured(pairs).assessors;
    withExtremes().assessors.forEach(({ measure, infit, outfit, observations }, index) => {
      expect(measure).toBeCloseTo(plain[index]?.measure ?? Number.NaN, 6);
      expect(infit).toBeCloseTo(plain[index]?.infit ?? Number.NaN, 6);
      expect(outfit).toBeCloseTo(plain[index]?.outfit ?? Number.NaN, 6);
      expect(observations).toBe(12);
    });
  });

  test('are measured as if 0.3 points inside', () => {
    const { assessors, portfolios } = withExtremes();
    const passing = (measure: number) =>
      assessors.map(({ measure: severity }) => 1 / (1 + Math.exp((severity ?? 0) - measure)));
    const [best, worst] = ['best', 'worst'].map((wanted) => portfolios.find(({ name }) => name === wanted));
    expect(best).toMatchObject({ extreme: 'highest', infit: null, outfit: null, observations: 2 });
    expect(worst).toMatchObject({ extreme: 'lowest', infit: null, outfit: null, observations: 2 });
    expect(sum(passing(best?.measure ?? Number.NaN))).toBeCloseTo(1.7, 6);
    expect(sum(passing(worst?.measure ?? Number.NaN))).toBeCloseTo(0.3, 6);
    for (const one of [best, worst])
      expect(one?.se).toBeCloseTo(1 / Math.sqrt(sum(passing(one?.measure ?? 0).map((p) => p * (1 - p)))), 9);
  });

  test('of an assessor who passes all give the lowest severity, and of one who fails all the highest', () => {
    const extra = ['P1', 'P2', 'P9'].flatMap((name) => [mark(name, 'S', 'kind', 1), mark(name, 'S', 'hard', 0)]);
    const { assessors } = measured([...pairs, ...extra]);
    expect(assessors.toSorted((a, b) => (a.measure ?? 0) - (b.measure ?? 0)).map(({ name }) => name)).toEqual([
      'kind',
      'first',
      'second',
      'hard',
    ]);
    expect(assessors.find(({ name }) => name === 'kind')?.extreme).toBe('highest');
    expect(assessors.find(({ name }) => name === 'hard')?.extreme).toBe('lowest');
  });
});
