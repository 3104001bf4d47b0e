import { describe, expect, test } from 'vitest';
import { declaredCategories, foundCategories, InvalidRatings } from './index.ts';

describe('a label is a number', () => {
  test.each([
    ['3', 3],
    ['12', 12],
    [' 7 ', 7],
    ['+5', 5],
    ['-2', -2],
    ['2.', 2],
    ['2.50', 2.5],
    ['.25', 0.25],
    ['1e3', 1000],
    ['1E3', 1000],
    ['4e-1', 0.4],
    ['4e+10', 4e10],
    ['-0', 0],
  ])('where its text is one: %s', (text, value) => {
    expect(foundCategories([text]).numbers).toEqual([value]);
    expect(declaredCategories([value]).codeOf(text)).toBe(0);
  });

  test.each(['one', '', '.', '-', '1a', 'a1', '1 2', '1e', '1e+', 'e3', '--1', '0x10', '1,5', 'Infinity', 'NaN'])(
    'and a word where it is not: %s',
    (text) => expect(foundCategories([text])).toMatchObject({ numbers: null, ranks: null, labels: [text] }),
  );

  test('and one label that is a word makes words of all', () => {
    const { labels, numbers, codeOf } = declaredCategories([2, '1', 'absent']);
    expect(labels).toEqual(['2', '1', 'absent']);
    expect(numbers).toBeNull();
    expect([2, '2', ' 1', 1, 'absent', 'gone'].map((rating) => codeOf(rating))).toEqual([0, 0, 1, 1, 2, undefined]);
  });

  test('that is finite, or it is refused', () => {
    for (const label of [Number.NaN, Infinity])
      expect(() => foundCategories([1, label])).toThrow(
        new InvalidRatings('A rating that is a number is a finite one.'),
      );
  });
});

describe('declared categories', () => {
  test('keep their order, and numbers are ranked by value', () => {
    const numbers = declaredCategories(['10', 2, 6]);
    expect(numbers).toMatchObject({ labels: [10, 2, 6], numbers: [10, 2, 6], ranks: [2, 0, 1] });
    expect([10, '2', '6.0', 7, 'six'].map((rating) => numbers.codeOf(rating))).toEqual([0, 1, 2, undefined, undefined]);
    expect(declaredCategories([' low ', 'high'])).toMatchObject({
      labels: ['low', 'high'],
      numbers: null,
      ranks: [0, 1],
    });
  });

  test.each([[[2, 2]], [[2, '2.0']], [['low', ' low']]])('stand once: %j', (labels) =>
    expect(() => declaredCategories(labels)).toThrow(new InvalidRatings('A category is declared once.')),
  );

  test('may be none', () => expect(declaredCategories([]).labels).toEqual([]));
});

describe('categories that are found', () => {
  test('are numbers from low to high, each once', () =>
    expect(foundCategories([10, '9', 9, ' 10.0', '-1'])).toMatchObject({
      labels: [-1, 9, 10],
      numbers: [-1, 9, 10],
      ranks: [0, 1, 2],
    }));

  test('are words by code unit, each once and without an order', () =>
    expect(foundCategories(['b', 'a', ' b', 'B', 10, 9])).toMatchObject({
      labels: ['10', '9', 'B', 'a', 'b'],
      numbers: null,
      ranks: null,
    }));
});
