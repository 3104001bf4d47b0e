import { describe, expect, test } from 'vitest';
import { mark } from '../testing/facets.ts';
import { readMarks } from './design.ts';
import { estimable } from './estimable.ts';
import { linkedSets } from './links.ts';

/** Marks from words such as `P S a`: portfolio, standard, assessor. */
function designOf(...cells: readonly string[]) {
  const { facets } = readMarks(
    cells.map((cell) => {
      const [portfolio = '', standard = '', assessor = ''] = cell.split(' ');
      return mark(portfolio, standard, assessor, 0);
    }),
  );
  return { ...facets, all: cells.map((_, index) => index) };
}

describe('assessors are linked', () => {
  test('by a portfolio that both marked, or by others in between', () => {
    const { assessor, portfolio, all } = designOf('P S a', 'P S b', 'Q S b', 'Q S c', 'R S d', 'R S e', 'T S f');
    expect(linkedSets(assessor, portfolio, all)).toEqual([['a', 'b', 'c'], ['d', 'e'], ['f']]);
  });

  test('into one set where two sets turn out to be linked late', () => {
    const { assessor, portfolio, all } = designOf('P S a', 'P S b', 'Q S c', 'Q S d', 'R S e', 'R S c', 'R S b');
    expect(linkedSets(assessor, portfolio, all)).toEqual([['a', 'b', 'c', 'd', 'e']]);
  });

  test('by what counts only, and those who did not mark any of it are in no set', () => {
    const { assessor, portfolio, all } = designOf('P S a', 'P S b', 'Q S c', 'Q S a');
    expect(linkedSets(assessor, portfolio, all.slice(0, 2))).toEqual([['a', 'b']]);
    expect(linkedSets(assessor, portfolio, [0, 2])).toEqual([['a'], ['c']]);
  });

  test('with the largest set first, and else in the order in which assessors were met', () => {
    const { assessor, portfolio, all } = designOf('P S a', 'Q S b', 'R S c', 'R S d');
    expect(linkedSets(assessor, portfolio, all)).toEqual([['c', 'd'], ['a'], ['b']]);
  });
});

describe('severity and difficulty can be told apart', () => {
  const told = (...cells: readonly string[]) => {
    const { portfolio, standard, assessor, all } = designOf(...cells);
    return estimable(portfolio, standard, assessor, all);
  };

  test('where assessors mark the same standards of a portfolio', () => {
    expect(told('P S a', 'P S b')).toBe(true);
    expect(told('P S a', 'P S b', 'P T a', 'P T b')).toBe(true);
    // One mark is missing, and nothing with it.
    expect(told('P S a', 'P S b', 'P T a')).toBe(true);
    expect(told('P S a', 'P T a', 'P S b', 'Q T b', 'Q U b', 'Q U c', 'Q T c')).toBe(true);
  });

  test('not where each has a standard of their own', () => {
    expect(told('P S a', 'P T b')).toBe(false);
    expect(told('P S a', 'P T b', 'Q S a', 'Q T b')).toBe(false);
  });

  test('not where standards are shared only across portfolios that one assessor marked', () => {
    // A portfolio that one assessor marked tells standards apart, not assessors.
    expect(told('P S1 a', 'P S2 b', 'R S3 a', 'R S1 a', 'T S3 b', 'T S4 b')).toBe(false);
  });

  test('however often a mark is repeated', () => {
    const often = (cell: string, count: number) => Array.from({ length: count }, () => cell);
    expect(told(...often('P S a', 50), 'P S b')).toBe(true);
    const many = [...often('P S a', 701), ...often('P T b', 503), ...often('P U c', 301), ...often('P V d', 199)];
    expect(told(...many)).toBe(false);
    expect(told(...many, 'P S b', 'P T c', 'P U d')).toBe(true);
  });
});
