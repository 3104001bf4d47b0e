import { describe, expect, test } from 'vitest';
import { type Measure } from '../index.ts';
import { measured, simulate, spread, sum, type Truth } from '../testing/facets.ts';
import { seeded } from '../testing/seeded.ts';

const truth: Truth = {
  abilities: spread(60, 1.5).map((ability) => ability + 0.8),
  difficulties: spread(16, 1),
  severities: spread(6, 0.9),
  thresholds: [-2, -0.8, 0.7, 2.1],
};

const measuresOf = (list: readonly Measure[]) => list.map(({ measure }) => measure ?? Number.NaN);

test('severities, difficulties, abilities and thresholds of a known model come back within a few standard errors', () => {
  const { assessors, standards, thresholds, portfolios, convergence } = measured(simulate(truth, 2007));
  const offs = (list: readonly Measure[], known: readonly number[]) =>
    list
      .toSorted((a, b) => Number(a.name.slice(1)) - Number(b.name.slice(1)))
      .map(({ measure, se }, index) => ((measure ?? Number.NaN) - (known[index] ?? Number.NaN)) / (se ?? Number.NaN));
  for (const standardised of [
    offs(assessors, truth.severities),
    offs(standards, truth.difficulties),
    offs(portfolios, truth.abilities),
    thresholds.map(({ measure, se }, step) => (measure - (truth.thresholds[step] ?? Number.NaN)) / se),
  ]) {
    // Not 1 and 3: a standard error takes the other facets as given, and in a ring of pairs they are not.
    expect(Math.max(...standardised.map(Math.abs))).toBeLessThan(5);
    expect(Math.sqrt(sum(standardised.map((off) => off ** 2)) / standardised.length)).toBeLessThan(2.3);
  }
  for (const list of [measuresOf(assessors), measuresOf(standards), thresholds.map(({ measure }) => measure)])
    expect(sum(list)).toBeCloseTo(0, 9);
  expect(convergence.converged).toBe(true);
  // Marks that follow the model have mean squares around 1.
  for (const list of [assessors, standards]) {
    for (const fit of ['infit', 'outfit'] as const) {
      const squares = list.map((one) => one[fit] ?? Number.NaN);
      expect(sum(squares) / squares.length).toBeCloseTo(1, 1);
      expect(squares.every((square) => square > 0.6 && square < 1.4)).toBe(true);
    }
  }
});

test('the order of the marks changes nothing', () => {
  const small = { ...truth, abilities: spread(20, 1.5) };
  const sorted = (marks: ReturnType<typeof simulate>) =>
    measuresOf(measured(marks).assessors.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  const straight = sorted(simulate(small, 2007));
  sorted(simulate(small, 2007).toReversed()).forEach((measure, index) =>
    expect(measure).toBeCloseTo(straight[index] ?? Number.NaN, 5),
  );
});

test('an assessor who marks at random stands out by misfit', () => {
  const random = seeded(5);
  const marks = simulate(truth, 11).map((one) =>
    one.assessor === 'A3' ? { ...one, score: Math.floor(random() * 5) } : one,
  );
  const { assessors } = measured(marks);
  const misfit = assessors.find(({ name }) => name === 'A3');
  expect(misfit?.outfit).toBeGreaterThan(1.4);
  const others = assessors.filter(({ name }) => name !== 'A3').map(({ outfit }) => outfit ?? Infinity);
  expect(Math.max(...others)).toBeLessThan(misfit?.outfit ?? 0);
});

describe('scores that nobody uses', () => {
  test('are closed up, with any lowest score', () => {
    const shift = [3, 5, 9];
    const marks = simulate({ ...truth, abilities: spread(20, 1), thresholds: [-1, 1] }, 3);
    const [plain, moved] = [measured(marks), measured(marks.map((one) => ({ ...one, score: shift[one.score] ?? 0 })))];
    expect(moved.thresholds.map(({ score }) => score)).toEqual([5, 9]);
    moved.assessors.forEach(({ measure }, index) =>
      expect(measure).toBeCloseTo(plain.assessors[index]?.measure ?? Number.NaN, 9),
    );
  });
});
