import { statementCode, type Scheme } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulebook, type Rulebook } from '../kernel/index.ts';
import { smallBook } from '../testing/index.ts';
import { profileOf, resultOf, standardAchieved, type Findings, type Outcome } from './index.ts';

// What must always hold, by the numbers of scheme.md section 11.
const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped: Scheme = npqicl.scheme;
const whole = rulebook(npqicl.framework, shipped);
const books: Record<string, Rulebook> = {
  'small and strict': smallBook(shipped),
  'small and tolerant': smallBook(shipped, { profile: 'tolerant' }),
  'small, tolerant and without critical standards': smallBook(shipped, { profile: 'tolerant', critical: [] }),
  'the NPQICL': whole,
  'the NPQICL, tolerant': rulebook(npqicl.framework, { ...shipped, profile: 'tolerant' }),
};
const fixed = { seed: 42, numRuns: 200 };
const rank: Record<Outcome, number> = { fail: 0, refer: 1, pass: 2 };

/** Findings near the line: most standards are achieved, a few are anything or not scored, gates are mostly met. */
function findings(book: Rulebook): fc.Arbitrary<Findings> {
  const codes = [...book.judged.keys()];
  const anything = fc.dictionary(fc.constantFrom(...codes), fc.nat({ max: book.highest }), {
    maxKeys: 4,
    noNullPrototype: true,
  });
  return fc.record({
    scores: fc
      .tuple(
        fc.array(fc.integer({ min: book.threshold, max: book.highest }), {
          minLength: codes.length,
          maxLength: codes.length,
        }),
        anything,
        fc.option(fc.constantFrom(...codes), { freq: 9 }),
      )
      .map(([most, few, missing]) => {
        const scores = { ...Object.fromEntries(codes.map((code, index) => [code, most[index] ?? 0])), ...few };
        return Object.fromEntries(Object.entries(scores).filter(([code]) => code !== missing));
      }),
    gates: fc.dictionary(
      fc.constantFrom(...book.gates),
      fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()),
      {
        minKeys: book.gates.length,
        maxKeys: book.gates.length,
        noNullPrototype: true,
      },
    ),
    allowances: fc.dictionary(fc.constantFrom<string>(...book.areas), fc.constantFrom('Because.', ''), {
      noNullPrototype: true,
    }),
    attempt: fc.integer({ min: 1, max: book.attempts }),
  });
}

describe.each(Object.entries(books))('scoring under %s', (_name, book) => {
  const codes = [...book.judged.keys()];

  test('R4 R5 R6 raising any score never worsens a standard, an area or the result (11.1)', () => {
    fc.assert(
      fc.property(findings(book), fc.constantFrom(...codes), fc.nat({ max: book.highest }), (found, code, by) => {
        const raised = {
          ...found,
          scores: { ...found.scores, [code]: Math.min(book.highest, (found.scores[code] ?? 0) + by) },
        };
        const [before, after] = [resultOf(found, book), resultOf(raised, book)];
        expect(rank[after.outcome]).toBeGreaterThanOrEqual(rank[before.outcome]);
        before.profile.forEach(({ achieved, achievedStandards }, area) => {
          expect(Number(after.profile[area]?.achieved)).toBeGreaterThanOrEqual(Number(achieved));
          expect(after.profile[area]?.achievedStandards).toBeGreaterThanOrEqual(achievedStandards);
        });
        const measure = book.judged.get(code);
        const achieved = [found, raised].map(
          ({ scores }) => measure !== undefined && standardAchieved(scores[code], measure),
        );
        expect(achieved).not.toEqual([true, false]);
      }),
      fixed,
    );
  });

  test('R6 permuting the areas leaves the result unchanged (11.2)', () => {
    fc.assert(
      fc.property(
        findings(book),
        fc.shuffledSubarray([...book.areas], { minLength: book.areas.length }),
        (found, areas) => {
          const permuted = { ...book, areas };
          const [before, after] = [resultOf(found, book), resultOf(found, permuted)];
          expect(after.outcome).toBe(before.outcome);
          expect(new Set(after.profile.map((area) => JSON.stringify(area)))).toEqual(
            new Set(before.profile.map((area) => JSON.stringify(area))),
          );
        },
      ),
      fixed,
    );
  });

  test('R6 one area not achieved means no pass, whatever the rest (11.3)', () => {
    fc.assert(
      fc.property(findings(book), fc.constantFrom(...book.areas), (found, area) => {
        const low = Object.fromEntries((book.judgedIn.get(area) ?? []).slice(0, 1).map(({ code }) => [code, 0]));
        const scores = { ...found.scores, ...low };
        expect(profileOf(scores, book).find((result) => result.area === area)?.achieved).toBe(false);
        expect(resultOf({ ...found, scores }, book).outcome).not.toBe('pass');
      }),
      fixed,
    );
  });

  test('R5 duplicating a standard inside an area changes nothing; under the tolerant profile, one that is achieved (11.4)', () => {
    const copy = statementCode.parse('ONE.S99');
    fc.assert(
      fc.property(findings(book), fc.constantFrom(...book.judged.values()), (found, measure) => {
        // Two standards below the threshold are more than the tolerant profile lets pass, be they alike or not.
        if (book.allowance.belowThresholdAtMost > 0) fc.pre(standardAchieved(found.scores[measure.code], measure));
        const doubled = { ...measure, code: copy };
        const larger: Rulebook = {
          ...book,
          judged: new Map([...book.judged, [copy, doubled]]),
          judgedIn: new Map([...book.judgedIn, [measure.area, [...(book.judgedIn.get(measure.area) ?? []), doubled]]]),
        };
        const score = found.scores[measure.code];
        const scores = score === undefined ? found.scores : { ...found.scores, [copy]: score };
        const [before, after] = [resultOf(found, book), resultOf({ ...found, scores }, larger)];
        expect(after.outcome).toBe(before.outcome);
        expect(after.profile.map(({ area, achieved, minimum }) => ({ area, achieved, minimum }))).toEqual(
          before.profile.map(({ area, achieved, minimum }) => ({ area, achieved, minimum })),
        );
      }),
      fixed,
    );
  });

  test('R6 the result depends on scores of record alone, not on the order in which they were given (11.5)', () => {
    fc.assert(
      fc.property(
        findings(book).chain((found) =>
          fc.tuple(
            fc.constant(found),
            fc.shuffledSubarray(Object.entries(found.scores), { minLength: Object.keys(found.scores).length }),
          ),
        ),
        ([found, shuffled]) => {
          expect(resultOf({ ...found, scores: Object.fromEntries(shuffled) }, book)).toEqual(resultOf(found, book));
        },
      ),
      fixed,
    );
  });

  test('R6 passes exactly when every area is achieved and every gate is met', () => {
    fc.assert(
      fc.property(findings(book), (found) => {
        const all =
          profileOf(found.scores, book, found.allowances).every(({ achieved }) => achieved) &&
          book.gates.every((gate) => found.gates[gate]);
        expect(resultOf(found, book).outcome === 'pass').toBe(all);
      }),
      fixed,
    );
  });
});

test('the random findings reach every outcome, so that the properties speak of all of them', () => {
  for (const book of Object.values(books)) {
    const outcomes = fc.sample(findings(book), fixed).map((found) => resultOf(found, book).outcome);
    expect(new Set(outcomes)).toEqual(new Set(['pass', 'refer', 'fail']));
  }
});
