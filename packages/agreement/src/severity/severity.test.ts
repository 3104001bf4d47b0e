import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidRatings, manyFacetSeverity, type ManyFacet, type Mark, type Measure } from '../index.ts';
import { seeded } from '../testing/seeded.ts';

function measured(marks: readonly Mark[]): ManyFacet {
  const answer = manyFacetSeverity(marks);
  if ('reason' in answer) throw new Error(answer.reason);
  return answer;
}

const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
const measuresOf = (list: readonly Measure[]) => list.map(({ measure }) => measure ?? Number.NaN);
const mark = (portfolio: string, standard: string, assessor: string, score: number): Mark => ({
  portfolio,
  standard,
  assessor,
  score,
});

interface Truth {
  readonly abilities: readonly number[];
  readonly difficulties: readonly number[];
  readonly severities: readonly number[];
  readonly thresholds: readonly number[];
}

/** Marks drawn from the rating-scale model; each portfolio is marked by two neighbouring assessors of a ring. */
function simulate({ abilities, difficulties, severities, thresholds }: Truth, seed: number): Mark[] {
  const random = seeded(seed);
  return abilities.flatMap((ability, n) =>
    [n % severities.length, (n + 1) % severities.length].flatMap((j) =>
      difficulties.map((difficulty, i) => {
        const logit = ability - difficulty - (severities[j] ?? 0);
        let exponent = 0;
        const weights = [1, ...thresholds.map((threshold) => Math.exp((exponent += logit - threshold)))];
        const draw = random() * sum(weights);
        let [score, passed] = [0, weights[0] ?? 0];
        while (passed < draw) passed += weights[++score] ?? Infinity;
        return mark(`P${n}`, `S${i}`, `A${j}`, score);
      }),
    ),
  );
}

const spread = (count: number, reach: number) =>
  Array.from({ length: count }, (_, index) => (count < 2 ? 0 : reach * ((2 * index) / (count - 1) - 1)));
const truth: Truth = {
  abilities: spread(120, 1.5).map((ability) => ability + 0.8),
  difficulties: spread(24, 1),
  severities: spread(8, 0.9),
  thresholds: [-2, -0.8, 0.7, 2.1],
};

describe('severities drawn from a known model', () => {
  const { assessors, standards, thresholds, portfolios, convergence } = measured(simulate(truth, 2007));
  const offs = (list: readonly Measure[], known: readonly number[]) => {
    const order = list.toSorted((a, b) => Number(a.name.slice(1)) - Number(b.name.slice(1)));
    return order.map(
      ({ measure, se }, index) => ((measure ?? Number.NaN) - (known[index] ?? Number.NaN)) / (se ?? Number.NaN),
    );
  };

  test.each([
    ['severities', offs(assessors, truth.severities)],
    ['difficulties', offs(standards, truth.difficulties)],
    ['abilities', offs(portfolios, truth.abilities)],
    ['thresholds', thresholds.map(({ measure, se }, step) => (measure - (truth.thresholds[step] ?? Number.NaN)) / se)],
  ])('%s come back within their standard errors', (_name, standardised) => {
    expect(Math.max(...standardised.map(Math.abs))).toBeLessThan(4);
    expect(Math.sqrt(sum(standardised.map((off) => off ** 2)) / standardised.length)).toBeLessThan(1.6);
  });

  test('standards, assessors and thresholds are centred, and the report says that it converged', () => {
    for (const list of [measuresOf(assessors), measuresOf(standards), thresholds.map(({ measure }) => measure)])
      expect(sum(list)).toBeCloseTo(0, 9);
    expect(convergence).toMatchObject({ converged: true });
    expect(convergence.largestResidual).toBeLessThan(1e-3);
  });

  test('marks that follow the model have mean squares near 1', () => {
    for (const { infit, outfit } of [...assessors, ...standards]) {
      expect(infit).toSatisfy((value: number) => value > 0.8 && value < 1.25);
      expect(outfit).toSatisfy((value: number) => value > 0.75 && value < 1.3);
    }
  });

  test('the order of the marks changes nothing', () => {
    const shuffled = measured(simulate(truth, 2007).toReversed()).assessors.toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    shuffled.forEach(({ measure }, index) =>
      expect(measure).toBeCloseTo(
        assessors.toSorted((a, b) => (a.name < b.name ? -1 : 1))[index]?.measure ?? Number.NaN,
        5,
      ),
    );
  });
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

test('two assessors, one standard, pass or fail: severities differ by twice the log of the odds, as by hand', () => {
  // Of ten portfolios that one of the two passed, the first passed eight: 2 ln(8 / 2), Andersen (1980).
  const pairs = Array.from({ length: 10 }, (_, n) => [
    mark(`P${n}`, 'S', 'first', n < 8 ? 1 : 0),
    mark(`P${n}`, 'S', 'second', n < 8 ? 0 : 1),
  ]);
  const { assessors, portfolios } = measured(pairs.flat());
  const [first, second] = measuresOf(assessors);
  expect((second ?? 0) - (first ?? 0)).toBeCloseTo(2 * Math.log(4), 6);
  for (const { se, infit } of assessors) {
    expect(se).toBeCloseTo(1 / Math.sqrt(10 * 0.8 * 0.2), 6);
    expect(infit).toBeCloseTo(1, 6);
  }
  for (const { measure } of portfolios) expect(measure).toBeCloseTo(0, 6);
});

describe('extreme scores', () => {
  const pairs = Array.from({ length: 10 }, (_, n) => [
    mark(`P${n}`, 'S', 'first', n < 8 ? 1 : 0),
    mark(`P${n}`, 'S', 'second', n < 8 ? 0 : 1),
  ]).flat();
  const plain = measured(pairs).assessors;
  const { assessors, portfolios } = measured([
    ...pairs,
    mark('best', 'S', 'first', 1),
    mark('best', 'S', 'second', 1),
    mark('worst', 'S', 'first', 0),
    mark('worst', 'S', 'second', 0),
  ]);

  test('tell nothing about severity', () => {
    assessors.forEach(({ measure }, index) => expect(measure).toBeCloseTo(plain[index]?.measure ?? Number.NaN, 6));
  });

  test('are measured as if 0.3 points inside', () => {
    const expected = (measure: number) =>
      sum(assessors.map(({ measure: severity }) => 1 / (1 + Math.exp((severity ?? 0) - measure))));
    const [best, worst] = ['best', 'worst'].map((wanted) => portfolios.find(({ name }) => name === wanted));
    expect(best).toMatchObject({ extreme: 'highest', infit: null, outfit: null, observations: 2 });
    expect(worst).toMatchObject({ extreme: 'lowest' });
    expect(expected(best?.measure ?? Number.NaN)).toBeCloseTo(1.7, 6);
    expect(expected(worst?.measure ?? Number.NaN)).toBeCloseTo(0.3, 6);
  });

  test('of an assessor who passes all give the lowest severity, and of one who fails all the highest', () => {
    const extra = ['P1', 'P2', 'P9'].flatMap((name) => [mark(name, 'S', 'kind', 1), mark(name, 'S', 'hard', 0)]);
    const { assessors: all } = measured([...pairs, ...extra]);
    expect(all.toSorted((a, b) => (a.measure ?? 0) - (b.measure ?? 0)).map(({ name }) => name)).toEqual([
      'kind',
      'first',
      'second',
      'hard',
    ]);
    expect(all.find(({ name }) => name === 'kind')?.extreme).toBe('highest');
  });
});

test('scores that nobody uses are closed up, with any lowest score', () => {
  const shift = [3, 5, 9];
  const marks = simulate({ ...truth, thresholds: [-1, 1] }, 3);
  const [plain, moved] = [measured(marks), measured(marks.map((one) => ({ ...one, score: shift[one.score] ?? 0 })))];
  expect(moved.thresholds.map(({ score }) => score)).toEqual([5, 9]);
  moved.assessors.forEach(({ measure }, index) =>
    expect(measure).toBeCloseTo(plain.assessors[index]?.measure ?? Number.NaN, 9),
  );
});

describe('what cannot be measured is said', () => {
  test('assessors who share no portfolio with the others are named', () => {
    const marks = simulate({ ...truth, abilities: truth.abilities.slice(0, 40) }, 1);
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
      reason: expect.stringContaining('share no standard'),
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
      reason: expect.stringMatching(/^Severity cannot be told from difficulty/),
    });
  });

  test.each<[string, Mark[], RegExp]>([
    ['no marks', [], /no marks/],
    ['one assessor', [mark('P', 'S', 'a', 1), mark('Q', 'S', 'a', 0)], /two assessors/],
    ['one score only', [mark('P', 'S', 'a', 1), mark('P', 'S', 'b', 1)], /do not vary/],
    [
      'assessors who always agree to pass or to fail',
      [mark('P', 'S', 'a', 1), mark('P', 'S', 'b', 1), mark('Q', 'S', 'a', 0), mark('Q', 'S', 'b', 0)],
      /do not vary/,
    ],
  ])('%s', (_name, marks, reason) => {
    expect(manyFacetSeverity(marks)).toMatchObject({ value: null, reason: expect.stringMatching(reason), subsets: [] });
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
      { seed: 42, numRuns: 300 },
    );
  });
});
