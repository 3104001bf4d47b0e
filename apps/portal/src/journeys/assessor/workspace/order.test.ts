import { expect, test } from 'vitest';

import { neighbour, nextOf, nextUnjudged, whereToStart } from './order.ts';

const standards = ['A.S1', 'A.S2', 'B.S1', 'B.S2'];
const judged =
  (...codes: readonly string[]) =>
  (code: string) =>
    codes.includes(code);

test('the next unjudged standard comes after this one, then from the beginning', () => {
  expect(nextUnjudged(standards, 'A.S2', judged('B.S1'))).toBe('B.S2');
  expect(nextUnjudged(standards, 'B.S2', judged('A.S1'))).toBe('A.S2');
});

test('where all others are judged there is no next one', () => {
  expect(nextUnjudged(standards, 'A.S1', judged('A.S2', 'B.S1', 'B.S2'))).toBeNull();
});

test('neighbours end at the ends', () => {
  expect(neighbour(standards, 'A.S1', -1)).toBeNull();
  expect(neighbour(standards, 'A.S2', 1)).toBe('B.S1');
  expect(neighbour(standards, 'B.S2', 1)).toBeNull();
});

test('marking starts at what the moderator queried, else at the first open standard', () => {
  expect(whereToStart(standards, ['B.S1'], judged('A.S1'))).toBe('B.S1');
  expect(whereToStart(standards, [], judged('A.S1'))).toBe('A.S2');
  expect(whereToStart(standards, [], judged(...standards))).toBe('A.S1');
});

test('queried standards follow one another to the end', () => {
  expect(nextOf(standards, 'A.S1', ['A.S1', 'B.S1'])).toBe('B.S1');
  expect(nextOf(standards, 'B.S1', ['A.S1', 'B.S1'])).toBeNull();
});
