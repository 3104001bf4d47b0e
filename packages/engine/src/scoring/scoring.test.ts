import { areaId, componentId } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { rulebook } from '../kernel/index.ts';
import { smallBook } from '../testing/index.ts';
import { areaResult, profileOf, resultOf, standardAchieved, sufficiency, unscored } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const strict = smallBook(shipped);
const tolerant = smallBook(shipped, { profile: 'tolerant' });
const uncritical = smallBook(shipped, { profile: 'tolerant', critical: [] });

const one = areaId.parse('ONE');
const two = areaId.parse('TWO');
const met = { C2: true };
const reasoned = { ONE: 'Shown well elsewhere in the area.' };
const [someMeasure] = strict.judged.values();
if (someMeasure === undefined) throw new Error('the small framework has standards');

/** Scores of ONE.S1, ONE.S2 (critical) and TWO.S1. */
const scored = (first: number, second: number, third: number) => ({
  'ONE.S1': first,
  'ONE.S2': second,
  'TWO.S1': third,
});

describe('a standard', () => {
  test.each([
    [undefined, false],
    [0, false],
    [1, false],
    [2, true],
    [3, true],
    [4, true],
  ])('R4 with the score %s is achieved: %s', (score, achieved) => {
    expect(standardAchieved(score, someMeasure)).toBe(achieved);
  });

  test('R4 takes the threshold from the scheme', () => {
    expect(someMeasure.threshold).toBe(shipped.threshold);
    expect([2, 3].map((score) => standardAchieved(score, { ...someMeasure, threshold: 3 }))).toEqual([false, true]);
  });

  test('without a score is named, in source order', () => {
    expect(unscored({ 'ONE.S2': 0 }, strict.judged.keys())).toEqual(['ONE.S1', 'TWO.S1']);
    expect(unscored(scored(0, 0, 0), strict.judged.keys())).toEqual([]);
  });
});

describe('an area under the strict profile', () => {
  test.each([
    [2, 2, true],
    [4, 4, true],
    [1, 2, false],
    [2, 1, false],
    [4, 1, false],
    [0, 4, false],
    [1, 1, false],
  ])('R5 with scores %i and %i is achieved: %s', (first, second, achieved) => {
    expect(areaResult(one, scored(first, second, 0), strict).achieved).toBe(achieved);
  });

  test('R5 counts a standard without a score as not achieved', () => {
    expect(areaResult(one, { 'ONE.S1': 4 }, strict)).toMatchObject({
      achieved: false,
      minimum: null,
      unmet: [{ code: 'ONE.S2', score: null }],
    });
  });
});

describe('an area under the tolerant profile', () => {
  test.each([
    [2, 2, true],
    [1, 2, true],
    [1, 4, true],
    [0, 4, false],
    [2, 1, false],
    [4, 1, false],
    [1, 1, false],
    [1, 0, false],
  ])('R5 with scores %i and, critical, %i is achieved: %s', (first, critical, achieved) => {
    expect(areaResult(one, scored(first, critical, 0), tolerant, reasoned).achieved).toBe(achieved);
  });

  test.each([
    [1, 2, true],
    [2, 1, true],
    [1, 1, false],
    [0, 2, false],
  ])('R5 with scores %i and %i, neither critical, is achieved: %s', (first, second, achieved) => {
    expect(areaResult(one, scored(first, second, 0), uncritical, reasoned).achieved).toBe(achieved);
  });

  test('R5 asks for a logged reason, and a blank one is none', () => {
    expect(areaResult(one, scored(1, 2, 0), tolerant).achieved).toBe(false);
    expect(areaResult(one, scored(1, 2, 0), tolerant, { ONE: ' ' }).achieved).toBe(false);
    expect(areaResult(one, scored(1, 2, 0), tolerant, { TWO: 'Another area’s.' }).achieved).toBe(false);
    const unasked = { ...tolerant, allowance: { ...tolerant.allowance, reasonRequired: false } };
    expect(areaResult(one, scored(1, 2, 0), unasked).achieved).toBe(true);
  });

  test('R5 tolerates a low score, not a missing one', () => {
    expect(areaResult(one, { 'ONE.S2': 4 }, tolerant, reasoned).achieved).toBe(false);
  });
});

describe('the profile of a portfolio', () => {
  test('has one result per area in the framework’s order, with its lowest score and what stands against it', () => {
    expect(profileOf(scored(3, 1, 2), strict)).toEqual([
      {
        area: one,
        achieved: false,
        minimum: 1,
        standards: 2,
        achievedStandards: 1,
        unmet: [{ code: 'ONE.S2', score: 1, critical: true }],
      },
      { area: two, achieved: true, minimum: 2, standards: 1, achievedStandards: 1, unmet: [] },
    ]);
  });

  test('R5 says which tolerated standard is not achieved, though the area is', () => {
    expect(areaResult(one, scored(1, 3, 0), tolerant, reasoned)).toMatchObject({
      achieved: true,
      minimum: 1,
      achievedStandards: 1,
      unmet: [{ code: 'ONE.S1', score: 1 }],
    });
  });

  test('adds nothing up: no figure in it is a sum or a mean, in an area or across areas', () => {
    const whole = rulebook(npqicl.framework, shipped);
    const codes = [...whole.judged.keys()];
    // Scores of 3 with a single 2 in each area: 3s and 2s are the only scores that a figure of the profile may repeat.
    const firsts = new Set(whole.areas.map((area) => whole.judgedIn.get(area)?.[0]?.code));
    const scores = Object.fromEntries(codes.map((code) => [code, firsts.has(code) ? 2 : 3]));
    const { outcome, profile } = resultOf({ scores, gates: {}, attempt: 1 }, whole);
    expect(profile.map(({ minimum }) => minimum)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(profile.map(({ standards }) => standards)).toEqual([9, 10, 6, 10, 9, 9]);
    expect(profile.map((area) => Object.keys(area).toSorted())).toEqual(
      profile.map(() => ['achieved', 'achievedStandards', 'area', 'minimum', 'standards', 'unmet']),
    );
    expect(Object.keys(resultOf({ scores, gates: {}, attempt: 1 }, whole)).toSorted()).toEqual([
      'outcome',
      'profile',
      'reasons',
    ]);
    expect(outcome).not.toBe('pass');
  });
});

describe('the result of a portfolio', () => {
  test.each([
    ['everything at the threshold', scored(2, 2, 2), met, 1, 'pass'],
    ['everything above it', scored(4, 4, 4), met, 2, 'pass'],
    ['one area not achieved', scored(4, 4, 1), met, 1, 'refer'],
    ['the other not achieved', scored(1, 4, 4), met, 1, 'refer'],
    ['a gate not met', scored(4, 4, 4), { C2: false }, 1, 'refer'],
    ['a gate not judged', scored(4, 4, 4), {}, 1, 'refer'],
    ['one area not achieved, last attempt', scored(4, 4, 1), met, 2, 'fail'],
    ['a gate not met, last attempt', scored(4, 4, 4), { C2: false }, 2, 'fail'],
    ['nothing scored', {}, met, 1, 'refer'],
  ] as const)('R6 R7 %s', (_which, scores, gates, attempt, outcome) => {
    expect(resultOf({ scores, gates, attempt }, strict).outcome).toBe(outcome);
  });

  test('R6 lets no area make up for another: 4 everywhere else does not lift a 1', () => {
    expect(resultOf({ scores: scored(4, 4, 1), gates: met, attempt: 1 }, strict).outcome).toBe('refer');
  });

  test('R6 lets no gate be met by scores, and no scores by a gate', () => {
    const both = resultOf({ scores: scored(0, 2, 2), gates: { C2: false }, attempt: 1 }, strict);
    expect(both.reasons.map(({ rule }) => rule)).toEqual(['R5', 'R6', 'R7']);
  });

  test('R5 R6 R7 gives its reasons in words, by area and gate', () => {
    expect(resultOf({ scores: { 'ONE.S1': 1, 'ONE.S2': 2 }, gates: {}, attempt: 1 }, strict).reasons).toEqual([
      { rule: 'R5', area: 'ONE', says: 'ONE is not achieved: ONE.S1 scored 1.' },
      { rule: 'R5', area: 'TWO', says: 'TWO is not achieved: TWO.S1 has no score.' },
      { rule: 'R6', component: componentId.parse('C2'), says: 'C2 Journal is not met.' },
      { rule: 'R7', says: '1 attempt remains.' },
    ]);
    expect(resultOf({ scores: scored(2, 2, 2), gates: met, attempt: 1 }, strict).reasons).toEqual([]);
  });

  test.each([
    [1, 3, 'refer', '2 attempts remain.'],
    [2, 3, 'refer', '1 attempt remains.'],
    [3, 3, 'fail', 'No attempt remains.'],
    [4, 3, 'fail', 'No attempt remains.'],
    [1, 1, 'fail', 'No attempt remains.'],
  ])('R7 at attempt %i of %i a portfolio that does not pass is: %s', (attempt, attempts, outcome, says) => {
    const result = resultOf({ scores: {}, gates: met, attempt }, { ...strict, attempts });
    expect([result.outcome, result.reasons.at(-1)]).toEqual([outcome, { rule: 'R7', says }]);
  });
});

describe('sufficiency of evidence', () => {
  test.each([
    [0, [], true],
    [1, [], true],
    [2, [], false],
    [2, ['text'], false],
    [2, ['text', 'text'], false],
    [2, ['text', 'document'], true],
    [4, ['text', 'text', 'text'], false],
    [4, ['text', 'observation', 'text'], true],
  ])('R3 a score of %i resting on %j has enough: %s', (score, methods, enough) => {
    expect(sufficiency(score, methods, strict)).toEqual({
      enough,
      items: methods.length,
      methods: new Set(methods).size,
    });
  });

  test('R3 takes its figures from the scheme', () => {
    const asking = (fromScore: number, items: number, methods: number) =>
      smallBook(shipped, { sufficiency: { fromScore, items, methods } });
    expect(sufficiency(1, ['text'], asking(1, 2, 1)).enough).toBe(false);
    expect(sufficiency(1, ['text', 'text'], asking(1, 2, 1)).enough).toBe(true);
    expect(sufficiency(2, [], asking(3, 2, 2)).enough).toBe(true);
    expect(sufficiency(4, ['text', 'document', 'text'], asking(2, 3, 3)).enough).toBe(false);
  });
});
