import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidRatings, manyFacetSeverity, type Mark } from '../index.ts';
import { mark, simulate, spread } from '../testing/facets.ts';

describe('what cannot be measured is said', () => {
  test('assessors who share no portfolio with the others are named', () => {
    const marks = simulate(
      { abilities: spread(40, 1.5), difficulties: spread(6, 1), severities: spread(8, 0.9), thresholds: [-1, 1] },
      1,
    );
    const apart = marks.map((one) => ({
      ...one,
      portfolio: `${one.portfolio}/${['A0', 'A1', 'A2'].includes(String(one.assessor)) ? 'x' : 'y'}`,
    }));
    const answer = manyFacetSeverity(apart);
    if (!('reason' in answer)) throw new Error('The two sets should not be comparable.');
    expect(answer.value).toBeNull();
    expect(answer.subsets).toEqual([
      ['A3', 'A4', 'A5', 'A6', 'A7'],
      ['A0', 'A1', 'A2'],
    ]);
    expect(answer.reason).toBe(
      'Some assessors share no portfolio with the others, so their severities cannot be compared: A3, A4, A5, A6, A7 | A0, A1, A2.',
    );
  });

  test('assessors who share no standard with the others are named', () => {
    const marks = [
      mark('P', 'S1', 'a', 0),
      mark('P', 'S1', 'b', 1),
      mark('Q', 'S1', 'a', 1),
      mark('Q', 'S1', 'b', 0),
      mark('P', 'S2', 'c', 1),
      mark('Q', 'S2', 'c', 0),
    ];
    expect(manyFacetSeverity(marks)).toMatchObject({
      value: null,
      reason: 'Some assessors share no standard with the others, so their severities cannot be compared: a, b | c.',
      subsets: [['a', 'b'], ['c']],
    });
  });

  test('a design that is linked in pairs of facets and yet confounds severity with difficulty is found', () => {
    // Common portfolios and a common standard, yet b's severity may move with the difficulty of S2 and nothing shows.
    const cells = ['P S1 a', 'Q S1 a', 'P S2 b', 'Q S2 b', 'R S3 a', 'R S1 a', 'T S3 b', 'T S4 b', 'U S3 b', 'U S4 b'];
    const marks = cells.map((cell, index) => {
      const [portfolio = '', standard = '', assessor = ''] = cell.split(' ');
      return mark(portfolio, standard, assessor, [0, 1, 1, 0, 0, 1, 1, 0, 0, 1][index] ?? 0);
    });
    expect(manyFacetSeverity(marks)).toMatchObject({
      value: null,
      reason: 'Severity cannot be told from difficulty: assessors share too few standards of the same portfolios.',
      subsets: [],
    });
  });

  const noVariation = 'The scores do not vary enough to tell severity from ability and difficulty.';

  test.each<[string, Mark[], string]>([
    ['no marks', [], 'There are no marks.'],
    [
      'one assessor',
      [mark('P', 'S', 'a', 1), mark('Q', 'S', 'a', 0)],
      'Severity is relative: it needs two assessors or more.',
    ],
    ['one score only', [mark('P', 'S', 'a', 1), mark('P', 'S', 'b', 1)], noVariation],
    [
      'assessors who always agree to pass or to fail',
      [mark('P', 'S', 'a', 1), mark('P', 'S', 'b', 1), mark('Q', 'S', 'a', 0), mark('Q', 'S', 'b', 0)],
      noVariation,
    ],
    [
      'passes and fails that measures far enough apart would explain altogether',
      ['Q U b 0', 'Q U b 1', 'T S c 0', 'R S b 1', 'T U c 1', 'R S c 0'].map((cell) => {
        const [portfolio = '', standard = '', assessor = '', score = ''] = cell.split(' ');
        return mark(portfolio, standard, assessor, Number(score));
      }),
      'The scores fall apart so neatly that some measure is infinite: there are too few marks.',
    ],
    [
      'marks that measures far enough apart would explain altogether',
      [mark('R', 'U', 'a', 3), mark('Q', 'S', 'a', 0), mark('R', 'S', 'b', 2), mark('Q', 'U', 'b', 2)],
      'The scores fall apart so neatly that some measure is infinite: there are too few marks.',
    ],
  ])('%s', (_name, marks, reason) => {
    expect(manyFacetSeverity(marks)).toEqual({ value: null, reason, subsets: [] });
  });

  test('a score that is not a whole number is refused', () => {
    expect(() => manyFacetSeverity([mark('P', 'S', 'a', 0.5)])).toThrow(InvalidRatings);
  });

  test('over small designs of every kind measures are finite or missing, never NaN', () => {
    const marks = fc.array(
      fc.record({
        portfolio: fc.constantFrom('P', 'Q', 'R', 'T'),
        standard: fc.constantFrom('S', 'U'),
        assessor: fc.constantFrom('a', 'b', 'c'),
        score: fc.nat({ max: 3 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(marks, (list) => {
        const answer = manyFacetSeverity(list, { iterations: 300 });
        if ('reason' in answer) return;
        for (const { measure, se, infit, outfit } of [...answer.portfolios, ...answer.standards, ...answer.assessors]) {
          for (const number of [measure, se, infit, outfit])
            expect(number).toSatisfy((value: number | null) => value === null || Number.isFinite(value));
        }
        for (const { measure, se } of answer.thresholds) expect([measure, se].every(Number.isFinite)).toBe(true);
        for (const number of [answer.convergence.largestChange, answer.convergence.largestResidual])
          expect(number).toSatisfy(Number.isFinite);
      }),
      { seed: 42, numRuns: 100 },
    );
  });
});
