import { areaId, componentId } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallBook } from '../testing/index.ts';
import { bankOf, emptyBank, referralOf, resultOf, scopeBeside, type Bank, type Findings } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const book = smallBook(shipped);
const tolerant = smallBook(shipped, { profile: 'tolerant' });

const found = (one: number, two: number, three: number, met = true): Findings => ({
  scores: { 'ONE.S1': one, 'ONE.S2': two, 'TWO.S1': three },
  gates: { C2: met },
  attempt: 1,
});

describe('the bank of a candidate', () => {
  test('R8 holds every achieved standard with its score, and every met gate', () => {
    expect(bankOf(found(2, 1, 4), emptyBank, book)).toEqual({
      scores: { 'ONE.S1': 2, 'TWO.S1': 4 },
      gates: { C2: true },
      allowances: {},
    });
    expect(bankOf(found(0, 1, 1, false), emptyBank, book)).toEqual(emptyBank);
    expect(bankOf({ scores: {}, gates: {}, attempt: 1 }, emptyBank, book)).toEqual(emptyBank);
  });

  test('R8 holds a standard that an allowance covers, with the reason, so that its area stays achieved', () => {
    const allowed = { ...found(1, 2, 0), allowances: { ONE: 'Shown elsewhere.', TWO: 'Not allowable.' } };
    expect(bankOf(allowed, emptyBank, tolerant)).toEqual({
      scores: { 'ONE.S1': 1, 'ONE.S2': 2 },
      gates: { C2: true },
      allowances: { ONE: 'Shown elsewhere.' },
    });
    expect(bankOf(found(1, 2, 0), emptyBank, tolerant).scores).toEqual({ 'ONE.S2': 2 });
  });

  test('R8 keeps what was banked before, whatever is found later', () => {
    const before: Bank = { scores: { 'ONE.S1': 3 }, gates: { C2: true }, allowances: { TWO: 'Before.' } };
    const after = bankOf({ ...found(4, 2, 0, false), allowances: { TWO: 'Later.' } }, before, book);
    expect(after).toEqual({
      scores: { 'ONE.S1': 3, 'ONE.S2': 2 },
      gates: { C2: true },
      allowances: { TWO: 'Before.' },
    });
  });

  test('R8 never loses anything over any row of attempts (11.11)', () => {
    const score = fc.nat({ max: book.highest });
    const attempts = fc.array(fc.tuple(score, score, score, fc.boolean()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(attempts, (row) => {
        let bank = emptyBank;
        for (const [one, two, three, met] of row) {
          const { scores, gates, attempt } = found(one, two, three, met);
          // An attempt is assessed on what the bank leaves open; what is banked stands.
          const merged = { scores: { ...scores, ...bank.scores }, gates: { ...gates, ...bank.gates }, attempt };
          const next = bankOf(merged, bank, book);
          expect(next.scores).toMatchObject(bank.scores);
          expect(next.gates).toMatchObject(bank.gates);
          const open = scopeBeside(next, book);
          expect(open.standards.length + Object.keys(next.scores).length).toBe(book.judged.size);
          const passes = resultOf(merged, book).outcome === 'pass';
          expect(open.standards.length === 0 && open.gates.length === 0).toBe(passes);
          bank = next;
        }
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});

describe('what is assessed beside a bank', () => {
  test('R8 is every standard and gate that is not banked, in source order', () => {
    expect(scopeBeside(emptyBank, book)).toEqual({
      standards: ['ONE.S1', 'ONE.S2', 'TWO.S1'],
      gates: [componentId.parse('C2')],
    });
    expect(scopeBeside({ scores: { 'ONE.S2': 2 }, gates: { C2: true }, allowances: {} }, book)).toEqual({
      standards: ['ONE.S1', 'TWO.S1'],
      gates: [],
    });
    expect(scopeBeside({ scores: {}, gates: { C2: false }, allowances: {} }, book).gates).toHaveLength(1);
  });
});

describe('a referral', () => {
  const one = areaId.parse('ONE');
  const two = areaId.parse('TWO');
  const few = { ...book, resit: { areasAtMost: 1, months: 3 } };

  test.each([
    ['one area of at most two', found(1, 2, 2), book, { kind: 'resit', areas: [one] }],
    ['two areas of at most two', found(1, 2, 0), book, { kind: 'resit', areas: [one, two] }],
    ['one area of at most one', found(2, 2, 0), few, { kind: 'resit', areas: [two] }],
    ['two areas of at most one', found(1, 2, 0), few, { kind: 'retake', areas: [one, two] }],
    ['a gate alone', found(2, 2, 2, false), few, { kind: 'resit', areas: [] }],
  ])('R9 of %s', (_which, findings, rules, referral) => {
    expect(referralOf(findings, rules)).toEqual(referral);
  });

  test('R9 does not count an area that is achieved by allowance', () => {
    const allowed = { ...found(1, 2, 0), allowances: { ONE: 'Shown elsewhere.' } };
    expect(referralOf(allowed, tolerant).areas).toEqual([two]);
  });
});
