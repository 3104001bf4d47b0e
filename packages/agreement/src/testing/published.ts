import type { RatingRow } from '../ratings.ts';

// Published cases, copied so that nothing outside the package is needed. Rows are units, columns raters, null: not rated.
type Matrix = readonly (readonly (number | null)[])[];

/** A matrix as rows, the way ratings come in. */
export const rowsOf = (matrix: readonly (readonly (number | string | null)[])[]): RatingRow[] =>
  matrix.flatMap((ratings, unit) => ratings.map((rating, rater) => ({ unit, rater, rating })));

/** Krippendorff (2011), example C; irrCAC's cac.raw4raters. `weighted`: value and standard error per set of weights. */
export const krippendorffC = {
  categories: [1, 2, 3, 4, 5],
  ratings: [
    [1, 1, null, 1],
    [2, 2, 3, 2],
    [3, 3, 3, 3],
    [3, 3, 3, 3],
    [2, 2, 2, 2],
    [1, 2, 3, 4],
    [4, 4, 4, 4],
    [1, 1, 2, 1],
    [2, 2, 2, 2],
    [null, 5, 5, 5],
    [null, null, 1, 1],
    [null, null, 3, null],
  ] satisfies Matrix,
  weighted: {
    identity: {
      percentAgreement: [0.8181818182, 0.1256089599],
      gwetAC: [0.7754440681, 0.1429499506],
      fleissKappa: [0.7611692754, 0.1530192035],
      brennanPrediger: [0.7727272727, 0.1447166199],
      krippendorffAlpha: [0.7434210526, 0.1454787172],
    },
    linear: {
      percentAgreement: [0.9393939394, 0.0936791026],
      gwetAC: [0.8587391364, 0.1173290219],
      fleissKappa: [0.8179447671, 0.1485043555],
      brennanPrediger: [0.8484848485, 0.1233561245],
      krippendorffAlpha: [0.8003838772, 0.1353836089],
    },
    quadratic: {
      percentAgreement: [0.9753787879, 0.0906162783],
      gwetAC: [0.9140007236, 0.1039622446],
      fleissKappa: [0.8649350649, 0.1460336108],
      brennanPrediger: [0.9015151515, 0.110894375],
      krippendorffAlpha: [0.8491071429, 0.1290511999],
    },
    ordinal: {
      percentAgreement: [0.9681818182, 0.0908574233],
      gwetAC: [0.8989397699, 0.1069035238],
      fleissKappa: [0.8502061894, 0.1470356939],
      brennanPrediger: [0.8863636364, 0.113905904],
      krippendorffAlpha: [0.8336380256, 0.1309875963],
    },
  },
  congerKappa: { identity: 0.7628174413, linear: 0.81377632, quadratic: 0.8577106562, ordinal: 0.8436595252 },
  // The standard error to five digits and the intervals to three: irrCAC's README.
  congerError: 0.14917,
  intervals: {
    percentAgreement: [0.542, 1],
    gwetAC: [0.461, 1],
    fleissKappa: [0.424, 1],
    congerKappa: [0.435, 1],
    brennanPrediger: [0.454, 1],
  },
  metric: { nominal: 0.7434210526, ordinal: 0.8153875038, interval: 0.8491071429, ratio: 0.7974027747 },
} as const;

/** irrCAC README, cont3x3abstractors: a contingency table of two raters; errors of the null are `nullError`. */
export const abstractors = {
  table: [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ],
  weighted: {
    identity: {
      percentAgreement: 0.89,
      cohenKappa: 0.7964094022,
      cohenError: 0.0589107183,
      nullError: 0.076006025,
      scottPi: 0.7962396962,
      gwetAC: 0.8493305482,
      brennanPrediger: 0.835,
      krippendorffAlpha: 0.7972584977,
    },
    linear: {
      percentAgreement: 0.945,
      cohenKappa: 0.842902028,
      cohenError: 0.0478721216,
      nullError: 0.0815490095,
      scottPi: 0.8428010004,
      gwetAC: 0.9000227221,
      brennanPrediger: 0.87625,
      krippendorffAlpha: 0.8435869954,
    },
    quadratic: {
      percentAgreement: 0.9725,
      cohenKappa: 0.8921568627,
      cohenError: 0.0353515076,
      nullError: 0.0999117257,
      scottPi: 0.8921092639,
      gwetAC: 0.9402368793,
      brennanPrediger: 0.9175,
      krippendorffAlpha: 0.8926487176,
    },
    ordinal: {
      percentAgreement: 0.9633333333,
      cohenKappa: 0.8721078944,
      cohenError: 0.0406252308,
      nullError: 0.0912534236,
      scottPi: 0.8720409469,
      gwetAC: 0.9251916963,
      brennanPrediger: 0.901,
      krippendorffAlpha: 0.8726807422,
    },
    radical: {
      percentAgreement: 0.9222182541,
      cohenKappa: 0.8186412848,
      cohenError: 0.0536562542,
      nullError: 0.0769366682,
      scottPi: 0.8185066309,
      gwetAC: 0.8754820127,
      brennanPrediger: 0.8550178567,
      krippendorffAlpha: 0.8194140977,
    },
  },
  // Large-sample standard errors (division by n) as printed there.
  largeSampleErrors: {
    scottPi: 0.05905473,
    gwetAC: 0.04321747,
    brennanPrediger: 0.04693346,
    percentAgreement: 0.03128898,
  },
} as const;

// The README prints .08243228 as the error of alpha, from before irrCAC's correction of August 2021; .0811929 is since.
/** irrCAC README, distrib.6raters: how many of six raters put each of 15 patients in each of five categories. */
export const sixRaters = {
  counts: [
    [0, 0, 0, 6, 0],
    [0, 3, 0, 0, 3],
    [0, 1, 4, 0, 1],
    [0, 0, 0, 0, 6],
    [0, 3, 0, 3, 0],
    [2, 0, 4, 0, 0],
    [0, 0, 4, 0, 2],
    [2, 0, 3, 1, 0],
    [2, 0, 0, 4, 0],
    [0, 0, 0, 0, 6],
    [1, 0, 0, 5, 0],
    [1, 1, 0, 4, 0],
    [0, 3, 3, 0, 0],
    [1, 0, 0, 5, 0],
    [0, 2, 0, 3, 1],
  ],
  gwetAC: [0.4448007, 0.08418757],
  fleissKappa: [0.4139265, 0.08119291],
  krippendorffAlpha: [0.4204384, 0.08119291],
  brennanPrediger: [0.4388889, 0.08312142],
} as const;

/** Fleiss (1971): 30 patients, six of many psychiatrists each; kappa to seven digits from R's irr. */
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
export const paradox = {
  table: [
    [118, 5],
    [2, 0],
  ],
  percentAgreement: 0.944,
  cohenKappa: -0.0234,
  gwetAC: 0.9408,
} as const;

/** Shrout and Fleiss (1979), table 2, and the 95 % intervals of R's psych, to two digits. */
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
    '1,1': [-0.13, 0.72],
    '2,1': [0.02, 0.76],
    '3,1': [0.34, 0.95],
    '1,k': [-0.88, 0.91],
    '2,k': [0.07, 0.93],
    '3,k': [0.68, 0.99],
  },
} as const;

/** irrCAC's vignette on benchmarking. */
export const benchmarked = {
  value: 0.77544,
  se: 0.14295,
  landisKoch: {
    'almost perfect': 0.39674,
    substantial: 0.88336,
    moderate: 0.99542,
    fair: 0.99997,
    slight: 1.0,
    poor: 1.0,
  },
  altman: { 'very good': 0.39674, good: 0.88336, moderate: 0.99542, fair: 0.99997, poor: 1.0 },
  fleiss: { excellent: 0.54414, 'intermediate to good': 0.99542, poor: 1.0 },
  reached: { landisKoch: 'moderate', altman: 'moderate', fleiss: 'intermediate to good' },
} as const;
