import { shippedAppraisals, shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulebook } from '../kernel/index.ts';
import { explain, resultOf } from '../scoring/index.ts';
import { smallBook } from '../testing/index.ts';
import { smallYearBook } from '../testing/small-year.ts';
import { accreditationBook, type Expected } from './index.ts';

const [shipped] = shippedFrameworks().flatMap(({ scheme }) => scheme ?? []);
if (shipped === undefined) throw new Error('no scheme is shipped');
const book = smallBook(shipped);
const gates = { C2: true };
const outcomeOf = (scores: Record<string, number>, expected: Expected, under = book) =>
  resultOf({ scores, gates, attempt: 1 }, accreditationBook(under, expected)).outcome;

describe('the rulebook of an accreditation', () => {
  test('R4 R6 holds each statement against the level that is expected of its element', () => {
    const expected = { ONE: { S: 1 }, TWO: { S: 4 } };
    expect(outcomeOf({ 'ONE.S1': 1, 'ONE.S2': 1, 'TWO.S1': 4 }, expected)).toBe('pass');
    expect(outcomeOf({ 'ONE.S1': 1, 'ONE.S2': 0, 'TWO.S1': 4 }, expected)).toBe('refer');
    expect(outcomeOf({ 'ONE.S1': 4, 'ONE.S2': 4, 'TWO.S1': 3 }, expected)).toBe('refer');
  });

  test('R5 R6 is over the areas and elements of the remit alone', () => {
    const one = accreditationBook(book, { ONE: { S: 3, K: 1 } });
    expect([one.areas, [...one.judged.keys()], [...one.covered.keys()], [...one.judgedIn.keys()]]).toEqual([
      ['ONE'],
      ['ONE.S1', 'ONE.S2'],
      ['ONE.K1'],
      ['ONE'],
    ]);
    expect([...accreditationBook(book, { ONE: { S: 3 } }).covered.keys()]).toEqual([]);
    expect(outcomeOf({ 'ONE.S1': 3, 'ONE.S2': 3 }, { ONE: { S: 3 } })).toBe('pass');
    expect(resultOf({ scores: {}, gates, attempt: 2 }, one)).toMatchObject({
      outcome: 'fail',
      profile: [{ area: 'ONE' }],
    });
  });

  test('R6 asks for the gates and components that reach an area of the remit', () => {
    const apart = smallBook(shipped, {
      components: [
        {
          id: 'C1',
          title: 'Account',
          kind: 'account',
          by: 'candidate',
          areas: ['ONE', 'TWO'],
          route: null,
          gate: false,
        },
        { id: 'C2', title: 'Journal', kind: 'journal', by: 'candidate', areas: ['ONE'], route: null, gate: true },
        { id: 'C3', title: 'Visit', kind: 'visit', by: 'assessor', areas: ['TWO'], route: null, gate: true },
      ],
    });
    const two = accreditationBook(apart, { TWO: { S: 1 } });
    expect([two.gates, [...two.components.keys()]]).toEqual([['C3'], ['C1', 'C3']]);
  });

  test('R3 asks for evidence from the lowest expected level up, and where the scheme asked before', () => {
    expect(accreditationBook(book, { ONE: { S: 1 }, TWO: { S: 3 } }).sufficiency).toEqual({
      ...book.sufficiency,
      fromScore: 1,
    });
    expect(accreditationBook(book, { ONE: { S: 3 } }).sufficiency).toEqual(book.sufficiency);
  });

  test('R5 takes no allowance over, since every element has its own threshold', () => {
    const tolerant = smallBook(shipped, { profile: 'tolerant' });
    const findings = {
      scores: { 'ONE.S1': 1, 'ONE.S2': 2, 'TWO.S1': 2 },
      gates,
      allowances: { ONE: 'Why.' },
      attempt: 1,
    };
    expect(resultOf(findings, tolerant).outcome).toBe('pass');
    expect(accreditationBook(tolerant, { ONE: { S: 2 } }).allowance).toEqual({
      ...tolerant.allowance,
      belowThresholdAtMost: 0,
    });
    expect(resultOf(findings, accreditationBook(tolerant, { ONE: { S: 2 }, TWO: { S: 2 } })).outcome).toBe('refer');
  });

  test('explains an outcome by the expected level', () => {
    const under = accreditationBook(book, { TWO: { S: 3 } });
    const explained = explain({ scores: { 'TWO.S1': 2 }, gates, attempt: 1 }, {}, under);
    expect(explained.areas[0]?.standards[0]).toMatchObject({
      code: 'TWO.S1',
      threshold: 3,
      achieved: false,
      says: 'Not yet: Area TWO, standard 1 scored 2.',
    });
    expect([explained.outcome, explained.areas.length, explained.referral?.areas]).toEqual(['refer', 1, ['TWO']]);
  });

  test('is as the scheme itself where every element is expected at its threshold', () => {
    const level = fc.integer({ min: 0, max: book.highest });
    fc.assert(
      fc.property(fc.tuple(level, level, level), fc.constantFrom(1, 2), ([one, two, three], attempt) => {
        const findings = { scores: { 'ONE.S1': one, 'ONE.S2': two, 'TWO.S1': three }, gates, attempt };
        const all = { ONE: { S: book.threshold, K: 1 }, TWO: { S: book.threshold, K: 1 } };
        expect(resultOf(findings, accreditationBook(book, all))).toEqual(resultOf(findings, book));
      }),
      { seed: 42 },
    );
  });

  test('raising a score never worsens it, and raising what is expected never betters it (11.1)', () => {
    const rank = { pass: 2, refer: 1, fail: 0 };
    const level = fc.integer({ min: 1, max: book.highest });
    fc.assert(
      fc.property(fc.tuple(level, level, level), level, level, ([one, two, three], expected, higher) => {
        const scores = { 'ONE.S1': one, 'ONE.S2': two, 'TWO.S1': three };
        const before = rank[outcomeOf(scores, { ONE: { S: expected }, TWO: { S: expected } })];
        const raised = { ...scores, 'ONE.S1': Math.max(one, higher) };
        expect(rank[outcomeOf(raised, { ONE: { S: expected }, TWO: { S: expected } })]).toBeGreaterThanOrEqual(before);
        const asked = Math.max(expected, higher);
        expect(rank[outcomeOf(scores, { ONE: { S: asked }, TWO: { S: expected } })]).toBeLessThanOrEqual(before);
      }),
      { seed: 42 },
    );
  });

  test('is not made where nothing of the remit is scored, or no score reaches what is expected', () => {
    for (const expected of [{}, { ONE: { K: 2 } }, { SIX: { S: 2 } }])
      expect(() => accreditationBook(book, expected)).toThrow('The scheme small scores nothing of this remit');
    expect(() => accreditationBook(smallYearBook, { ONE: { S: 2 } })).toThrow('small-appraisal scores nothing');
    expect(() => accreditationBook(book, { ONE: { S: 5 } })).toThrow(
      'The scale of small ends at 4, below what this remit expects',
    );
    expect(() => accreditationBook(book, { ONE: { S: 1 }, TWO: { S: 5 } })).toThrow('ends at 4');
    expect(accreditationBook(book, { ONE: { S: 4 } }).judged.size).toBe(2);
  });
});

const accredited = shippedAppraisals().flatMap(({ framework, accreditation }) =>
  accreditation === null ? [] : [{ framework, accreditation }],
);

describe.each(accredited)('the accreditation by $framework.id', ({ framework, accreditation }) => {
  const whole = rulebook(framework, accreditation);
  const [first, second, third] = framework.areas;
  if (first === undefined || second === undefined || third === undefined) throw new Error('fewer than three areas');
  const letters = framework.kinds.map(({ letter }) => letter);
  const expected = {
    [first.id]: { [letters[0] ?? '']: 2 },
    [third.id]: Object.fromEntries(letters.map((letter) => [letter, 3])),
  };
  const under = accreditationBook(whole, expected);
  const scores = Object.fromEntries([...under.judged].map(([code, { threshold }]) => [code, threshold]));
  const met = Object.fromEntries(under.gates.map((gate) => [gate, true]));

  test('R6 R7 passes who reaches what their post expects, over the dimensions of their remit', () => {
    expect(under.areas).toEqual([first.id, third.id]);
    expect(new Set(Object.values(scores))).toEqual(new Set([2, 3]));
    expect(resultOf({ scores, gates: met, attempt: 1 }, under).outcome).toBe('pass');
    for (const code of [under.judged.keys().next().value ?? '', [...under.judged.keys()].at(-1) ?? '']) {
      const short = { ...scores, [code]: (scores[code] ?? 0) - 1 };
      expect(resultOf({ scores: short, gates: met, attempt: 1 }, under).outcome).toBe('refer');
      expect(resultOf({ scores: short, gates: met, attempt: 2 }, under).outcome).toBe('fail');
    }
    expect(resultOf({ scores, gates: {}, attempt: 1 }, under).outcome).toBe('refer');
  });
});
