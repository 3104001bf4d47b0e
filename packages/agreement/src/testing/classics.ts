import type { Matrix } from './rows.ts';

// Cases from the papers that the coefficients come from, and from the programs that everybody compares with.

/**
 * Fleiss (1971): 30 patients, six of many psychiatrists each. Printed by R's irr (`kappam.fleiss`, `kappa2`): Fleiss'
 * kappa and its z, Conger's exact kappa, Cohen's kappa of the first two columns and its z. From irrCAC by way of R's
 * misskappa: variances that divide by n, and kappa with quadratic weights on 1 to 5.
 */
export const fleiss1971 = {
  ratings: [
    [4, 4, 4, 4, 4, 4],
    [2, 2, 2, 5, 5, 5],
    [2, 3, 3, 3, 3, 5],
    [5, 5, 5, 5, 5, 5],
    [2, 2, 2, 4, 4, 4],
    [1, 1, 3, 3, 3, 3],
    [3, 3, 3, 3, 5, 5],
    [1, 1, 3, 3, 3, 4],
    [1, 1, 4, 4, 4, 4],
    [5, 5, 5, 5, 5, 5],
    [1, 4, 4, 4, 4, 4],
    [1, 2, 4, 4, 4, 4],
    [2, 2, 2, 3, 3, 3],
    [1, 4, 4, 4, 4, 4],
    [2, 2, 4, 4, 4, 5],
    [3, 3, 3, 3, 3, 5],
    [1, 1, 1, 4, 5, 5],
    [1, 1, 1, 1, 1, 2],
    [2, 2, 4, 4, 4, 4],
    [1, 3, 3, 5, 5, 5],
    [5, 5, 5, 5, 5, 5],
    [2, 4, 4, 4, 4, 4],
    [2, 2, 4, 5, 5, 5],
    [1, 1, 4, 4, 4, 4],
    [1, 4, 4, 4, 4, 5],
    [2, 2, 2, 2, 2, 4],
    [1, 1, 1, 1, 5, 5],
    [2, 2, 4, 4, 4, 4],
    [1, 3, 3, 3, 3, 3],
    [5, 5, 5, 5, 5, 5],
  ],
  fleissKappa: 0.4302445,
  z: 17.65183,
  exactKappa: 0.442,
  firstTwo: { kappa: 0.651, z: 7.0 },
  variances: { fleissKappa: 0.0028396071239620256, brennanPrediger: 0.0029372427983539095 },
  brennanPrediger: 4 / 9,
  quadratic: 0.284072249589491,
} as const;

/** Three coders of 15 units, as in the fast-krippendorff and Wikipedia articles on alpha. */
export const threeCoders = {
  ratings: [
    [null, 1, null],
    [null, null, null],
    [null, 2, 2],
    [null, 1, 1],
    [null, 3, 3],
    [3, 3, 4],
    [4, 4, 4],
    [1, 3, null],
    [2, null, 2],
    [1, null, 1],
    [1, null, 1],
    [3, null, 3],
    [3, null, 3],
    [null, null, null],
    [3, null, 4],
  ] satisfies Matrix,
  metric: { nominal: 0.691, ordinal: 0.807, interval: 0.811 },
} as const;

/**
 * Cohen (1960) as counts of 200, kappa .492; Cohen (1968) with disagreements 0 1 3 / 1 0 6 / 3 6 0, weighted kappa
 * .348.
 */
export const cohen = {
  table: [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ],
  weights: [
    [1, 5 / 6, 0.5],
    [5 / 6, 1, 0],
    [0.5, 0, 1],
  ],
  kappa: 0.492,
  weightedKappa: 0.348,
} as const;

/**
 * A SAS FREQ listing, by way of statsmodels: value, its error, its error under the null; plain, then linear weights.
 */
export const sas = {
  table: [
    [0, 4, 1],
    [0, 8, 0],
    [0, 1, 5],
  ],
  plain: [0.4842, 0.138, 0.1484],
  linear: [0.4701, 0.1457, 0.1426],
} as const;

/** The prevalence paradox of Gwet (2008): 118 of 125 agreed yes, none agreed no. */
export const gwetsParadox = {
  table: [
    [118, 5],
    [2, 0],
  ],
  percentAgreement: 0.944,
  cohenKappa: -0.0234,
  gwetAC: 0.9408,
} as const;

/**
 * Feinstein and Cicchetti (1990), J Clin Epidemiol 43, 543-549: the same percent agreement, another kappa. First by
 * prevalence (85 % both times), then by unbalanced margins (60 % both times). Kappas as printed; AC1 by hand.
 */
export const paradoxes = [
  {
    table: [
      [40, 9],
      [6, 45],
    ],
    percentAgreement: 0.85,
    cohenKappa: 0.7,
    gwetAC: 0.35125 / 0.50125,
  },
  {
    table: [
      [80, 10],
      [5, 5],
    ],
    percentAgreement: 0.85,
    cohenKappa: 0.32,
    gwetAC: 0.63125 / 0.78125,
  },
  {
    table: [
      [45, 15],
      [25, 15],
    ],
    percentAgreement: 0.6,
    cohenKappa: 0.13,
    gwetAC: 0.145 / 0.545,
  },
  {
    table: [
      [25, 35],
      [5, 35],
    ],
    percentAgreement: 0.6,
    cohenKappa: 0.26,
    gwetAC: 0.105 / 0.505,
  },
];

/**
 * Shrout and Fleiss (1979), table 2: mean squares, `printed` there to two digits, and the 95 % intervals that R's psych
 * and DescTools give, to seven.
 */
export const shroutFleiss = {
  ratings: [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ],
  squares: { R: 11.2416666667, W: 6.2638888889, C: 32.4861111111, E: 1.0194444444 },
  icc: {
    '1,1': 0.1657417684,
    '2,1': 0.2897637795,
    '3,1': 0.7148407148,
    '1,k': 0.4427971337,
    '2,k': 0.6200505476,
    '3,k': 0.9093155424,
  },
  printed: { '1,1': 0.17, '2,1': 0.29, '3,1': 0.71, '1,k': 0.44, '2,k': 0.62, '3,k': 0.91 },
  intervals: {
    '1,1': [-0.13293232, 0.7225601],
    '2,1': [0.01878651, 0.7610844],
    '3,1': [0.34246477, 0.9458583],
    '1,k': [-0.88444216, 0.9124154],
    '2,k': [0.07113682, 0.927232],
    '3,k': [0.67567471, 0.9858917],
  },
} as const;

/**
 * The anxiety ratings of R's irr, 20 subjects by three raters. `icc` is its two-way agreement of one rating, with the
 * 95 % interval. `kappas` are `kappa2` of the last two raters, value and z, on the five categories that occur.
 */
export const anxiety = {
  ratings: [
    [3, 3, 2],
    [3, 6, 1],
    [3, 4, 4],
    [4, 6, 4],
    [5, 2, 3],
    [5, 4, 2],
    [2, 2, 1],
    [3, 4, 6],
    [5, 3, 1],
    [2, 3, 1],
    [2, 2, 1],
    [6, 3, 2],
    [1, 3, 3],
    [5, 3, 3],
    [2, 2, 1],
    [2, 2, 1],
    [1, 1, 3],
    [2, 3, 3],
    [4, 3, 2],
    [3, 4, 2],
  ],
  icc: [0.198, -0.039, 0.494],
  used: [1, 2, 3, 4, 6],
  kappas: {
    identity: [-0.006289308, -0.0604067],
    linear: [0.1459075, 1.282472],
    quadratic: [0.2520325, 1.437451],
  },
  // With a disagreement of 0, 0, 1, 1, 2 for categories 0, 1, 2, 3, 4 places apart.
  forgiving: { disagreement: [0, 0, 1, 1, 2], kappa: [0.2391304, 1.223734] },
} as const;

/**
 * Efron and Tibshirani (1993), An Introduction to the Bootstrap, table 14.1 (the first column), its variance, and from
 * chapter 14 the acceleration, the shares .05 and .95 moved by a bias of .146, and the 90 % BCa
 * interval of 2000 resamples.
 */
export const spatialTest = {
  values: [48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41],
  variance: 171.5,
  accelerated: 0.061,
  corrected: { bias: 0.146, shares: [0.11, 0.985] },
  interval: [115.8, 259.6],
} as const;
