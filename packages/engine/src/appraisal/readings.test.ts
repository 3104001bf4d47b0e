import { describe, expect, test } from 'vitest';
import { appraisalId } from '../kernel/index.ts';
import { smallYear, smallYearBook as book } from '../testing/small-year.ts';
import { differences, gaps, movements, radar, type Appraisal } from './index.ts';

const contextOf = ({ state }: { state: { context: Appraisal } | null }) => {
  if (state === null) throw new Error('not opened');
  return state.context;
};
const before = contextOf(smallYear.sealed);
const agreed: Appraisal = {
  ...contextOf(smallYear.underWay),
  expected: { TWO: { S: 3 }, ONE: { K: 1, S: 2 } },
  agreed: { 'ONE.S1': 1, 'ONE.S2': 3, 'ONE.K1': 2, 'TWO.S1': 3 },
};

describe('the gaps', () => {
  test('are expected minus agreed: by statement, and the widest by element and by area, never a mean', () => {
    expect(gaps(agreed, book)).toEqual([
      {
        area: 'ONE',
        title: 'Area ONE',
        widest: 1,
        elements: [
          {
            kind: 'S',
            expected: 2,
            widest: 1,
            statements: [
              { code: 'ONE.S1', expected: 2, agreed: 1, gap: 1 },
              { code: 'ONE.S2', expected: 2, agreed: 3, gap: -1 },
            ],
          },
          { kind: 'K', expected: 1, widest: -1, statements: [{ code: 'ONE.K1', expected: 1, agreed: 2, gap: -1 }] },
        ],
      },
      {
        area: 'TWO',
        title: 'Area TWO',
        widest: 0,
        elements: [
          { kind: 'S', expected: 3, widest: 0, statements: [{ code: 'TWO.S1', expected: 3, agreed: 3, gap: 0 }] },
        ],
      },
    ]);
  });

  test('are open while nothing is agreed', () => {
    const [one] = gaps(before, book);
    expect(one).toMatchObject({ widest: null, elements: [{ widest: null }] });
    expect(one?.elements[0]?.statements[0]).toEqual({ code: 'ONE.S1', expected: 2, agreed: null, gap: null });
    const partly = gaps({ ...agreed, agreed: { 'ONE.S1': 1 } }, book);
    expect(partly.map(({ widest }) => widest)).toEqual([1, null]);
  });

  test('are of the remit alone', () => {
    expect(gaps({ ...agreed, expected: { TWO: { S: 1 } } }, book).map(({ area, widest }) => [area, widest])).toEqual([
      ['TWO', -2],
    ]);
    expect(gaps({ ...agreed, expected: {} }, book)).toEqual([]);
  });
});

test('the differences are self minus reviewer, in source order, each as a question to talk about', () => {
  expect(differences(before, book)).toEqual([
    {
      code: 'ONE.S1',
      self: 1,
      reviewed: 2,
      difference: -1,
      says: 'ONE.S1: the self-review says 1, the reviewer 2. What did each of you look at?',
    },
    {
      code: 'TWO.S1',
      self: 3,
      reviewed: 1,
      difference: 2,
      says: 'TWO.S1: the self-review says 3, the reviewer 1. What did each of you look at?',
    },
  ]);
  expect(differences({ ...before, self: before.reviewed }, book)).toEqual([]);
  expect(differences({ ...before, self: { 'TWO.S1': 3 } }, book).map(({ code }) => code)).toEqual(['TWO.S1']);
  expect(differences({ ...before, reviewed: { 'ONE.S1': 2 } }, book).map(({ code }) => code)).toEqual(['ONE.S1']);
  expect(differences({ ...before, sealed: { self: true, reviewer: false } }, book)).toEqual([]);
  expect(differences({ ...before, sealed: { self: false, reviewer: true } }, book)).toEqual([]);
});

describe('the radar', () => {
  test('shows by element how many stand at each level, the lowest and the middle one', () => {
    expect(radar(agreed, book)).toEqual([
      {
        area: 'ONE',
        title: 'Area ONE',
        elements: [
          { kind: 'S', expected: 2, distribution: [1, 0, 1], minimum: 1, median: 1 },
          { kind: 'K', expected: 1, distribution: [0, 1, 0], minimum: 2, median: 2 },
        ],
      },
      {
        area: 'TWO',
        title: 'Area TWO',
        elements: [{ kind: 'S', expected: 3, distribution: [0, 0, 1], minimum: 3, median: 3 }],
      },
    ]);
  });

  test('counts from the lowest level up, in whatever order the statements stand', () => {
    const turned = { ...agreed, agreed: { 'ONE.S1': 3, 'ONE.S2': 2 }, expected: { ONE: { S: 2 } } };
    expect(radar(turned, book)[0]?.elements[0]).toMatchObject({ distribution: [0, 1, 1], minimum: 2, median: 2 });
  });

  test('is of nothing, as are gaps, differences and movements, under a book without an appraisal profile', () => {
    const none = { ...book, appraisal: null };
    expect([radar, gaps, differences, movements].map((read) => read(agreed, none))).toEqual([[], [], [], []]);
  });

  test('is empty while nothing is agreed', () => {
    const shape = { distribution: [0, 0, 0], minimum: null, median: null };
    expect(radar(before, book).flatMap(({ elements }) => elements)).toEqual([
      { kind: 'S', expected: 2, ...shape },
      { kind: 'S', expected: 3, ...shape },
    ]);
  });
});

test('the movements are the levels that are others than those carried forward', () => {
  const carried = {
    appraisal: appraisalId('appraisal-0'),
    objectives: [],
    agreed: { 'ONE.S1': 2, 'ONE.S2': 3, 'ONE.K1': 1 },
  };
  expect(movements({ ...agreed, carried }, book)).toEqual([
    { code: 'ONE.S1', before: 2, now: 1 },
    { code: 'ONE.K1', before: 1, now: 2 },
  ]);
  expect(movements({ ...agreed, carried, agreed: {} }, book)).toEqual([]);
  expect(movements(agreed, book)).toEqual([]);
});
