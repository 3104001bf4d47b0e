import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallBook } from '../testing/index.ts';
import { receive, scoresOf } from '../testing/small-marking.ts';
import { small } from '../testing/small-review.ts';
import { adjudicate, inOrder, lieApart, median, settle } from './discrepancy.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const book = smallBook(scheme);
const measure = book.judged.get(small.one);
if (measure === undefined) throw new Error('ONE.S1 is scored');

const under = (discrepancy: object) =>
  smallBook(scheme, {
    secondMarking: { ...scheme.secondMarking, discrepancy: { ...scheme.secondMarking.discrepancy, ...discrepancy } },
  });

// Threshold 2: two marks from 0 to 4 each, and what becomes of them. A dash: the markers confer.
const table = [
  // second:  0    1    2    3    4
  /* 0 */ ['0', '0', '-', '-', '-'],
  /* 1 */ ['0', '1', '-', '-', '-'],
  /* 2 */ ['-', '-', '2', '2', '-'],
  /* 3 */ ['-', '-', '2', '3', '3'],
  /* 4 */ ['-', '-', '-', '3', '4'],
];
const pairs = table.flatMap((row, first) => row.map((becomes, second) => ({ first, second, becomes })));
const all = { standards: [small.one, small.two, small.three], gates: [small.gate] };

describe('two marks of a standard', () => {
  test.each(pairs)('R12 $first and $second become $becomes', ({ first, second, becomes }) => {
    const open = { standards: [small.one], gates: [] };
    const marks = [receive('first', { 'ONE.S1': first }), receive('second', { 'ONE.S1': second })];
    expect(lieApart(first, second, measure, book)).toBe(becomes === '-');
    expect(settle(open, marks, book)).toEqual(
      becomes === '-'
        ? { scores: {}, gates: {}, apart: open }
        : { scores: { 'ONE.S1': Number(becomes) }, gates: {}, apart: { standards: [], gates: [] } },
    );
  });

  test('R12 lie apart by the distance that the scheme says', () => {
    const three = under({ scoresApart: 3 });
    expect([lieApart(2, 4, measure, book), lieApart(2, 4, measure, three)]).toEqual([true, false]);
    expect(lieApart(1, 4, measure, under({ scoresApart: 3, acrossThreshold: false }))).toBe(true);
  });

  test('R12 lie apart across the threshold only where the scheme says so', () => {
    const near = under({ acrossThreshold: false });
    expect([lieApart(1, 2, measure, book), lieApart(1, 2, measure, near)]).toEqual([true, false]);
    expect([lieApart(0, 2, measure, near), lieApart(1, 3, measure, near)]).toEqual([true, true]);
  });

  test('R12 lie on the same side of the line where the lower of them is taken, so it changes no outcome', () => {
    const settled = pairs.filter(({ becomes }) => becomes !== '-');
    for (const { first, second, becomes } of settled) {
      expect(Number(becomes)).toBe(Math.min(first, second));
      expect(first >= book.threshold).toBe(second >= book.threshold);
    }
  });
});

describe('marks of one and of two', () => {
  test('R12 one marker’s marks are of record as they are', () => {
    const lone = [receive('first', scoresOf(0, 4, 2), { gates: { C2: false } })];
    expect(settle(all, lone, book)).toEqual({
      scores: { 'ONE.S1': 0, 'ONE.S2': 4, 'TWO.S1': 2 },
      gates: { C2: false },
      apart: { standards: [], gates: [] },
    });
  });

  test.each([
    [true, true, { gates: { C2: true }, apart: [] }],
    [false, false, { gates: { C2: false }, apart: [] }],
    [true, false, { gates: {}, apart: ['C2'] }],
    [false, true, { gates: {}, apart: ['C2'] }],
  ])('R12 a gate that is %s for one and %s for the other', (first, second, { gates, apart }) => {
    const marks = [receive('first', {}, { gates: { C2: first } }), receive('second', {}, { gates: { C2: second } })];
    expect(settle({ standards: [], gates: ['C2'] }, marks, book)).toEqual({
      scores: {},
      gates,
      apart: { standards: [], gates: apart },
    });
  });

  test('R12 a gate that the first marker alone judges is as the first marker says', () => {
    const marks = [receive('first', {}, { gates: { C2: true } }), receive('second', {}, { gates: {} })];
    expect(settle({ standards: [], gates: ['C2'] }, marks, book).gates).toEqual({ C2: true });
  });

  test('R12 only what is open is settled, and an earlier third mark has no part in it', () => {
    const marks = [
      receive('first', scoresOf(0, 4, 2)),
      receive('second', scoresOf(4, 3, 2)),
      receive('third', { 'ONE.S2': 0 }, { gates: { C2: false } }),
    ];
    expect(settle({ standards: ['ONE.S2'], gates: ['C2'] }, marks, book)).toEqual({
      scores: { 'ONE.S2': 3 },
      gates: { C2: true },
      apart: { standards: [], gates: [] },
    });
  });

  test('what lies apart is told in the scheme’s order', () => {
    const marks = [receive('first', scoresOf(0, 0, 0)), receive('second', scoresOf(4, 4, 4))];
    const backwards = { standards: ['TWO.S1', 'ONE.S2', 'ONE.S1'], gates: [] };
    expect(settle(backwards, marks, book).apart.standards).toEqual(['ONE.S1', 'ONE.S2', 'TWO.S1']);
    expect(inOrder({ standards: ['TWO.S1', 'ONE.S1'], gates: ['C1', 'C2'] }, book)).toEqual({
      standards: ['ONE.S1', 'TWO.S1'],
      gates: ['C2'],
    });
  });
});

describe('three marks', () => {
  test.each([
    [0, 2, 1, 1],
    [0, 2, 0, 0],
    [0, 2, 2, 2],
    [0, 2, 4, 2],
    [1, 4, 3, 3],
    [4, 1, 0, 1],
    [0, 4, 2, 2],
    [3, 1, 3, 3],
  ])('R12 of %i, %i and %i the score of record is %i', (first, second, third, becomes) => {
    const marks = [
      receive('first', { 'ONE.S1': first }),
      receive('second', { 'ONE.S1': second }),
      receive('third', { 'ONE.S1': third }),
    ];
    expect(adjudicate({ standards: ['ONE.S1'], gates: [] }, marks)).toEqual({
      scores: { 'ONE.S1': becomes },
      gates: {},
    });
  });

  test.each([
    [true, false, true, true],
    [true, false, false, false],
    [false, true, true, true],
    [false, true, false, false],
  ])('R12 of a gate that is %s, %s and %s the judgement of record is %s', (first, second, third, becomes) => {
    const marks = [
      receive('first', {}, { gates: { C2: first } }),
      receive('second', {}, { gates: { C2: second } }),
      receive('third', {}, { gates: { C2: third } }),
    ];
    expect(adjudicate({ standards: [], gates: ['C2'] }, marks)).toEqual({ scores: {}, gates: { C2: becomes } });
  });

  test('R12 the median of three does not depend on their order (11.13)', () => {
    const score = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(score, score, score, (a, b, c) => {
        const middle = median([a, b, c]);
        for (const order of [
          [a, c, b],
          [b, a, c],
          [b, c, a],
          [c, a, b],
          [c, b, a],
        ])
          expect(median(order)).toBe(middle);
        expect([a, b, c]).toContain(middle);
        expect([a, b, c].filter((each) => each <= middle).length).toBeGreaterThanOrEqual(2);
        expect([a, b, c].filter((each) => each >= middle).length).toBeGreaterThanOrEqual(2);
      }),
      { seed: 42 },
    );
  });

  test('sorts numbers as numbers', () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  test('a median of anything but three marks is a bug', () => {
    expect(() => median([1, 2])).toThrow('A median is of three marks');
    expect(() => median([1])).toThrow('A median is of three marks');
    expect(() => median([1, 2, 3, 4])).toThrow('A median is of three marks');
  });
});
