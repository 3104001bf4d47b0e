import type { Matrix } from './rows.ts';

// The cases of Gwet's Handbook and of irrCAC, its companion, copied so that nothing outside the package is needed.

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
  // To three digits: irrCAC's README.
  intervals: {
    percentAgreement: [0.542, 1],
    gwetAC: [0.461, 1],
    fleissKappa: [0.424, 1],
    congerKappa: [0.435, 1],
    brennanPrediger: [0.454, 1],
  },
  // As printed: irrCAC's README, and for the metrics Krippendorff (2011), irr's `kripp.alpha` and nltk.
  printed: {
    gwetAC: [0.77544, 0.14295],
    fleissKappa: [0.76117, 0.15302],
    krippendorffAlpha: [0.74342, 0.14548],
    congerKappa: [0.76282, 0.14917],
    brennanPrediger: [0.77273, 0.14472],
  },
  printedMetric: { nominal: 0.743, ordinal: 0.815, interval: 0.849, ratio: 0.797 },
  metric: { nominal: 0.7434210526, ordinal: 0.8153875038, interval: 0.8491071429, ratio: 0.7974027747 },
} as const;

/**
 * irrCAC README, cont3x3abstractors: a contingency table of two raters; `chance` is the agreement that kappa expects,
 * `nullError` its error under the null.
 */
export const abstractors = {
  table: [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ],
  weighted: {
    identity: {
      percentAgreement: 0.89,
      chance: 0.4597,
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
      chance: 0.6499,
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
      chance: 0.745,
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
      chance: 0.7133,
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
      chance: 0.5711165804,
      cohenKappa: 0.8186412848,
      cohenError: 0.0536562542,
      nullError: 0.0769366682,
      scottPi: 0.8185066309,
      gwetAC: 0.8754820127,
      brennanPrediger: 0.8550178567,
      krippendorffAlpha: 0.8194140977,
    },
  },
  // As printed there, the standard errors by the large-sample formulas (division by n).
  printed: {
    cohenKappa: [0.7964094, 0.05891072, [0.68, 0.913]],
    scottPi: [0.7962397, 0.05905473, [0.679, 0.913]],
    bangdiwalaB: [0.8059604, 0.05449465, [0.698, 0.914]],
  },
  printedValues: {
    gwetAC: 0.8493305,
    brennanPrediger: 0.835,
    krippendorffAlpha: 0.7972585,
    percentAgreement: 0.89,
  },
  largeSampleErrors: {
    gwetAC: 0.04321747,
    brennanPrediger: 0.04693346,
    percentAgreement: 0.03128898,
  },
} as const;

/**
 * irrCAC README, distrib.6raters: how many of six raters put each of 15 patients in each of five categories. It prints
 * .08243228 as the error of alpha, from before irrCAC's correction of August 2021; .0811929 is since.
 */
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
