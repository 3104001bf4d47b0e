import { describe, expect, test } from 'vitest';
import type { ManyFacet, Mark, Measure } from '../index.ts';
import { chances, mark, measured, sum } from '../testing/facets.ts';

// Six portfolios, three standards and three assessors, everything marked by everybody with 0, 1, 2 or 3.
const scores = [
  [2, 1, 1, 1, 1, 0, 2, 2, 1],
  [3, 2, 2, 2, 2, 2, 3, 3, 2],
  [1, 1, 0, 2, 0, 1, 1, 2, 1],
  [3, 2, 3, 2, 3, 1, 3, 2, 2],
  [1, 0, 0, 0, 1, 0, 2, 1, 1],
  [2, 3, 1, 2, 1, 2, 3, 2, 3],
];
const marks: Mark[] = scores.flatMap((row, n) =>
  row.map((score, cell) => mark(`P${n}`, `S${Math.floor(cell / 3)}`, `A${cell % 3}`, score)),
);

interface Expected {
  readonly mean: number;
  readonly variance: number;
  /** The probability of each category. */
  readonly chance: readonly number[];
}

/** What the model expects of each mark, from the measures that were found. */
function expectations({ portfolios, standards, assessors, thresholds }: ManyFacet, list: readonly Mark[]) {
  const measureOf = (facet: readonly Measure[], name: unknown) =>
    facet.find((one) => one.name === name)?.measure ?? Number.NaN;
  const steps = thresholds.map(({ measure }) => measure);
  return list.map((one): Mark & Expected => {
    const severity = measureOf(assessors, one.assessor);
    const logit = measureOf(portfolios, one.portfolio) - measureOf(standards, one.standard) - severity;
    const chance = chances(logit, steps);
    const mean = sum(chance.map((probability, k) => k * probability));
    return { ...one, mean, chance, variance: sum(chance.map((probability, k) => (k - mean) ** 2 * probability)) };
  });
}

describe.each(['portfolio', 'standard', 'assessor'] as const)('every %s', (facet) => {
  const look = () => {
    const answer = measured(marks, { tolerance: 1e-10 });
    const all = expectations(answer, marks);
    return answer[`${facet}s`].map((measure) => ({ measure, own: all.filter((one) => one[facet] === measure.name) }));
  };

  test('has the raw score that the model expects, which is what maximum likelihood means', () => {
    for (const { own } of look()) expect(sum(own.map(({ score, mean }) => score - mean))).toBeCloseTo(0, 7);
  });

  test('has one over the root of its information for a standard error', () => {
    for (const { measure, own } of look())
      expect(measure.se).toBeCloseTo(1 / Math.sqrt(sum(own.map(({ variance }) => variance))), 9);
  });

  test('has mean squares of its residuals for infit and outfit', () => {
    for (const { measure, own } of look()) {
      const squares = own.map(({ score, mean }) => (score - mean) ** 2);
      expect(measure.infit).toBeCloseTo(sum(squares) / sum(own.map(({ variance }) => variance)), 9);
      const standardised = own.map(({ variance }, index) => (squares[index] ?? Number.NaN) / variance);
      expect(measure.outfit).toBeCloseTo(sum(standardised) / own.length, 9);
      expect(measure).toMatchObject({ observations: own.length, extreme: null });
    }
  });
});

describe('thresholds', () => {
  const tail = ({ chance }: Expected, k: number) => sum(chance.slice(k));

  test('are such that every score is reached or passed as often as the model expects', () => {
    const answer = measured(marks, { tolerance: 1e-10 });
    const all = expectations(answer, marks);
    expect(answer.thresholds.map(({ score }) => score)).toEqual([1, 2, 3]);
    for (const k of [1, 2, 3])
      expect(sum(all.map((one) => tail(one, k)))).toBeCloseTo(all.filter(({ score }) => score >= k).length, 7);
  });

  test('have standard errors from the inverse of their common information', () => {
    const answer = measured(marks, { tolerance: 1e-10 });
    const all = expectations(answer, marks);
    const information = [1, 2, 3].map((k) =>
      [1, 2, 3].map((l) => sum(all.map((one) => tail(one, Math.max(k, l)) - tail(one, k) * tail(one, l)))),
    );
    // Times the information, a column of the inverse is a column of the identity: solved here by Cramer's rule.
    const entry = (k: number, l: number) => information[k]?.[l] ?? Number.NaN;
    const minor = (k: number) => {
      const [a = 0, b = 0] = [0, 1, 2].filter((index) => index !== k);
      return entry(a, a) * entry(b, b) - entry(a, b) ** 2;
    };
    const determinant =
      entry(0, 0) * minor(0) -
      entry(0, 1) * (entry(1, 0) * entry(2, 2) - entry(1, 2) * entry(2, 0)) +
      entry(0, 2) * (entry(1, 0) * entry(2, 1) - entry(1, 1) * entry(2, 0));
    answer.thresholds.forEach(({ se }, k) => expect(se).toBeCloseTo(Math.sqrt(minor(k) / determinant), 7));
  });
});

test('standards, assessors and thresholds are centred, portfolios are where they are', () => {
  const { portfolios, standards, assessors, thresholds } = measured(marks);
  for (const list of [standards, assessors, thresholds])
    expect(sum(list.map(({ measure }) => measure ?? Number.NaN))).toBeCloseTo(0, 9);
  expect(sum(portfolios.map(({ measure }) => measure ?? Number.NaN))).toBeGreaterThan(1);
});

test('the report says how far it got', () => {
  const { convergence } = measured(marks);
  expect(convergence).toMatchObject({ converged: true });
  expect(convergence.iterations).toBeGreaterThan(3);
  expect(convergence.largestChange).toBeLessThanOrEqual(1e-6);
  expect(convergence.largestResidual).toBeLessThan(1e-4);
  // At first nothing is known, and every score as likely as another: 1.5 on average. P1 has 21 points of nine marks.
  const stopped = measured(marks, { iterations: 1 }).convergence;
  expect(stopped).toEqual({ converged: false, iterations: 1, largestChange: 1, largestResidual: 21 - 9 * 1.5 });
});

test('two assessors, one standard, pass or fail: severities differ by twice the log of the odds, as by hand', () => {
  // Of ten portfolios that one of the two passed, the first passed eight: 2 ln(8 / 2), Andersen (1980).
  const pairs = Array.from({ length: 10 }, (_, n) => [
    mark(`P${n}`, 'S', 'first', n < 8 ? 1 : 0),
    mark(`P${n}`, 'S', 'second', n < 8 ? 0 : 1),
  ]);
  const { assessors, portfolios, standards, thresholds } = measured(pairs.flat());
  const [first, second] = assessors.map(({ measure }) => measure ?? Number.NaN);
  expect((second ?? Number.NaN) - (first ?? Number.NaN)).toBeCloseTo(2 * Math.log(4), 6);
  for (const { se, infit } of assessors) {
    expect(se).toBeCloseTo(1 / Math.sqrt(10 * 0.8 * 0.2), 6);
    expect(infit).toBeCloseTo(1, 6);
  }
  for (const { measure } of portfolios) expect(measure).toBeCloseTo(0, 6);
  expect(standards[0]?.measure).toBeCloseTo(0, 9);
  // With pass or fail there is one threshold, which is the origin and so has no error.
  expect(thresholds).toEqual([{ score: 1, measure: 0, se: 0 }]);
});
