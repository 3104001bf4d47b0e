import { describe, expect, test } from 'vitest';
import {
  brennanPrediger,
  cohenKappa,
  cohenKappaNullError,
  confusionFromTable,
  congerKappa,
  declaredCategories,
  fleissKappa,
  foundCategories,
  gwetAC,
  InvalidRatings,
  krippendorffAlpha,
  percentAgreement,
  ratingsOfConfusion,
  scottPi,
  tallyOf,
  weightMatrix,
} from './index.ts';

const numbers = () => declaredCategories([0, 1, 3]);

describe('weights of three numbers, the last one two steps away', () => {
  test.each([
    ['identity', [1, 0, 0, 0, 1, 0, 0, 0, 1]],
    ['linear', [1, 2 / 3, 0, 2 / 3, 1, 1 / 3, 0, 1 / 3, 1]],
    ['quadratic', [1, 8 / 9, 0, 8 / 9, 1, 5 / 9, 0, 5 / 9, 1]],
    [
      'radical',
      [1, 1 - Math.sqrt(1 / 3), 0, 1 - Math.sqrt(1 / 3), 1, 1 - Math.sqrt(2 / 3), 0, 1 - Math.sqrt(2 / 3), 1],
    ],
    ['ordinal', [1, 2 / 3, 0, 2 / 3, 1, 2 / 3, 0, 2 / 3, 1]],
  ] as const)('%s', (name, expected) => {
    const weights = weightMatrix(name, numbers());
    expect(weights).toMatchObject({ name, size: 3 });
    expected.forEach((weight, cell) => expect(weights.of[cell]).toBeCloseTo(weight, 12));
  });
});

test('words that were declared in order are one step apart', () => {
  const [words, steps] = [declaredCategories(['low', 'mid', 'high']), declaredCategories([0, 1, 2])];
  for (const name of ['linear', 'quadratic', 'radical', 'ordinal'] as const)
    expect(weightMatrix(name, words)).toEqual(weightMatrix(name, steps));
});

test('one category has weight 1, none has none', () => {
  for (const name of ['identity', 'linear', 'ordinal'] as const) {
    expect([...weightMatrix(name, declaredCategories([4])).of]).toEqual([1]);
    expect([...weightMatrix(name, declaredCategories([])).of]).toEqual([]);
  }
});

test.each(['linear', 'quadratic', 'ordinal', 'radical'] as const)('%s weights need an order', (name) =>
  expect(() => weightMatrix(name, foundCategories(['a', 'b']))).toThrow(
    new InvalidRatings(
      `${name} weights need an order: declare the categories from low to high, or use identity weights.`,
    ),
  ),
);

test('identity weights need none', () =>
  expect([...weightMatrix('identity', foundCategories(['a', 'b'])).of]).toEqual([1, 0, 0, 1]));

describe('custom weights', () => {
  const [square, range, diagonal, symmetric] = [
    'Custom weights for 2 categories are a 2 by 2 square.',
    'A weight is between 0 and 1.',
    'A category agrees fully with itself: the diagonal is 1.',
    'Weights are the same from either side: symmetric.',
  ];

  test('are taken as they are, from 0 to 1', () => {
    const of = (weight: number) =>
      weightMatrix(
        [
          [1, weight],
          [weight, 1],
        ],
        declaredCategories(['a', 'b']),
      );
    expect(of(0.25)).toMatchObject({ name: 'custom', size: 2 });
    expect([0, 0.25, 1].map((weight) => [...of(weight).of])).toEqual([
      [1, 0, 0, 1],
      [1, 0.25, 0.25, 1],
      [1, 1, 1, 1],
    ]);
  });

  test.each([
    [[[1]], square],
    [[[1, 0], [0]], square],
    [
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
      square,
    ],
    [
      [
        [1, 0],
        [0, 1],
        [0, 0],
      ],
      square,
    ],
    [
      [
        [1, -0.1],
        [-0.1, 1],
      ],
      range,
    ],
    [
      [
        [1, 1.1],
        [1.1, 1],
      ],
      range,
    ],
    [
      [
        [1, Number.NaN],
        [Number.NaN, 1],
      ],
      range,
    ],
    [
      [
        [0.9, 0],
        [0, 1],
      ],
      diagonal,
    ],
    [
      [
        [1, 0],
        [0, 0],
      ],
      diagonal,
    ],
    [
      [
        [1, 0.5],
        [0.4, 1],
      ],
      symmetric,
    ],
  ])('%j are refused: %s', (rows, message) =>
    expect(() => weightMatrix(rows, declaredCategories(['a', 'b']))).toThrow(new InvalidRatings(message)),
  );
});

describe('weights of another size are refused by', () => {
  const given = () => {
    const confusion = confusionFromTable([
      [2, 1],
      [1, 2],
    ]);
    const ratings = ratingsOfConfusion(confusion);
    return { confusion, ratings, tally: tallyOf(ratings), weights: weightMatrix('identity', numbers()) };
  };
  type Given = ReturnType<typeof given>;

  test.each<[string, (of: Given) => unknown]>([
    ['percentAgreement', ({ tally, weights }) => percentAgreement(tally, weights)],
    ['fleissKappa', ({ tally, weights }) => fleissKappa(tally, weights)],
    ['gwetAC', ({ tally, weights }) => gwetAC(tally, weights)],
    ['brennanPrediger', ({ tally, weights }) => brennanPrediger(tally, weights)],
    ['krippendorffAlpha', ({ tally, weights }) => krippendorffAlpha(tally, weights)],
    ['cohenKappa', ({ ratings, weights }) => cohenKappa(ratings, weights)],
    ['congerKappa', ({ ratings, weights }) => congerKappa(ratings, weights)],
    ['scottPi', ({ ratings, weights }) => scottPi(ratings, weights)],
    ['cohenKappaNullError', ({ confusion, weights }) => cohenKappaNullError(confusion, weights)],
  ])('%s', (_name, attempt) =>
    expect(() => attempt(given())).toThrow(new RangeError('Weights for 3 categories do not fit 2.')),
  );
});
