import { at, InvalidRatings, unknown, type Coefficient, type Unknown } from './coefficient.ts';
import { fQuantile } from './special/distributions.ts';
import { normalQuantile } from './special/normal.ts';

export const iccForms = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;
export type IccForm = (typeof iccForms)[number];

/** Mean squares of a complete two-way table: between units (R), within units (W), between raters (C), residual (E). */
export interface MeanSquares {
  readonly units: number;
  readonly raters: number;
  readonly R: number;
  readonly W: number;
  readonly C: number;
  readonly E: number;
}

/**
 * Mean squares of units x raters `values`, row by row, none missing, in the square of their unit. `times` says how often
 * each row stands for a unit (once, left out), so that a stream that was counted needs no copy of its rows.
 * Null for fewer than two units or raters, a missing value (NaN), or no variance at all. Errors: InvalidRatings if the
 * values are no whole number of rows, or `times` is not one whole number from 1 a row.
 */
export function meanSquares(
  values: ArrayLike<number>,
  raters: number,
  times?: ArrayLike<number>,
): MeanSquares | Unknown {
  if (raters < 2) return unknown(`An intraclass correlation needs two raters or more; there are ${raters}.`);
  const rows = values.length / raters;
  if (!Number.isInteger(rows))
    throw new InvalidRatings(`${values.length} ratings are no whole number of rows of ${raters} raters.`);
  const counts = times === undefined ? Array.from({ length: rows }, () => 1) : Array.from(times);
  if (counts.length !== rows || counts.some((count) => !Number.isInteger(count) || count < 1))
    throw new InvalidRatings('Rows are counted by one whole number from 1 each.');
  const units = counts.reduce((sum, count) => sum + count, 0);
  if (units < 2) return unknown('Fewer than two units were rated.');
  const list = Array.from(values);
  if (list.some((value) => !Number.isFinite(value)))
    return unknown('Some ratings are missing or are not finite numbers.');
  const timesAt = (index: number) => at(counts, Math.floor(index / raters));
  // Centred first, so that a large common level costs no digits; one value for all then leaves exact zeros.
  const origin = at(list, 0);
  const grand = list.reduce((sum, value, index) => sum + timesAt(index) * (value - origin), 0) / (units * raters);
  const centred = list.map((value) => value - origin - grand);
  const rowMeans = counts.map(
    (_, row) => centred.slice(row * raters, (row + 1) * raters).reduce((a, b) => a + b, 0) / raters,
  );
  const columnMeans = new Float64Array(raters);
  centred.forEach((value, index) => {
    columnMeans[index % raters] = at(columnMeans, index % raters) + (timesAt(index) * value) / units;
  });
  let [within, residual, between] = [0, 0, 0];
  centred.forEach((value, index) => {
    const row = at(rowMeans, Math.floor(index / raters));
    within += timesAt(index) * (value - row) ** 2;
    residual += timesAt(index) * (value - row - at(columnMeans, index % raters)) ** 2;
  });
  rowMeans.forEach((row, index) => (between += at(counts, index) * raters * row ** 2));
  const total = between + within;
  if (total === 0) return unknown('The ratings do not vary.');
  // What rounding leaves of a sum of squares that is zero is nothing.
  const clean = (squares: number) => (squares < 1e-14 * total ? 0 : squares);
  const columns = columnMeans.reduce((sum, mean) => sum + units * mean ** 2, 0);
  return {
    units,
    raters,
    R: clean(between) / (units - 1),
    W: clean(within) / (units * (raters - 1)),
    C: clean(columns) / (raters - 1),
    E: clean(residual) / ((units - 1) * (raters - 1)),
  };
}

type Model = 'oneWay' | 'random' | 'mixed';
const forms: Readonly<Record<IccForm, { readonly model: Model; readonly averaged: boolean }>> = {
  '1,1': { model: 'oneWay', averaged: false },
  '2,1': { model: 'random', averaged: false },
  '3,1': { model: 'mixed', averaged: false },
  '1,k': { model: 'oneWay', averaged: true },
  '2,k': { model: 'random', averaged: true },
  '3,k': { model: 'mixed', averaged: true },
};

/** Value, derivatives by each mean square, and interval of a form for one rating; averages of k follow from them. */
function single(model: Model, squares: MeanSquares, level: number) {
  const { units: n, raters: k, R, W, C, E } = squares;
  const p = (1 + level) / 2;
  const freedom = (n - 1) * (k - 1);
  if (model === 'random') {
    const bottom = R + (k - 1) * E + (k * (C - E)) / n;
    const value = (R - E) / bottom;
    const [a, b] = [(k * value) / (n * (1 - value)), 1 + (k * value * (n - 1)) / (n * (1 - value))];
    // Satterthwaite's degrees of freedom; a negative value can push them under those of either part, which is no use.
    const v = Math.max(
      (a * C + b * E) ** 2 / ((a * C) ** 2 / (k - 1) + (b * E) ** 2 / freedom),
      Math.min(k - 1, freedom),
    );
    // Without residual there are none, and the interval is the value.
    const spread = k * C + (k * n - k - n) * E;
    const [f, g] = Number.isFinite(v) ? [fQuantile(p, n - 1, v), fQuantile(p, v, n - 1)] : [1, 1];
    const ci = [(n * (R - f * E)) / (f * spread + n * R), (n * (g * R - E)) / (spread + n * g * R)];
    const by = [
      [(1 - value) / bottom, R, n - 1],
      // Its sign does not matter: derivatives are squared.
      [(value * k) / n / bottom, C, k - 1],
      [(-1 - value * (k - 1 - k / n)) / bottom, E, freedom],
    ];
    return { value, by, ci };
  }
  const [noise, freedomOfNoise] = model === 'oneWay' ? [W, n * (k - 1)] : [E, freedom];
  const bottom = R + (k - 1) * noise;
  const value = (R - noise) / bottom;
  const [f, g] = [fQuantile(p, n - 1, freedomOfNoise), fQuantile(p, freedomOfNoise, n - 1)];
  const ci = [(R - f * noise) / (R + (k - 1) * f * noise), (g * R - noise) / (g * R + (k - 1) * noise)];
  const by = [
    [(1 - value) / bottom, R, n - 1],
    [(-1 - value * (k - 1)) / bottom, noise, freedomOfNoise],
  ];
  return { value, by, ci };
}

/**
 * Intraclass correlation of a form of Shrout and Fleiss: 1 one-way, 2 two-way random (absolute agreement), 3 two-way
 * mixed (consistency); of one rating (`,1`) or of the mean of all k (`,k`). No unit; at most 1, and below 0 possible.
 * The interval is the F-based one; `se` is the delta method from Var(MS) = 2 MS² / df, for orientation only.
 * `times` as in `meanSquares`. Null as there, and where the mean squares leave nothing to divide by. Errors as there.
 * Source: Shrout and Fleiss (1979), Psychological Bulletin 86, 420-428; intervals also McGraw and Wong (1996),
 * Psychological Methods 1, 30-46, table 7.
 */
export function intraclassCorrelation(
  values: ArrayLike<number>,
  raters: number,
  form: IccForm,
  { level = 0.95, times }: { level?: number; times?: ArrayLike<number> } = {},
): Coefficient {
  const squares = meanSquares(values, raters, times);
  if ('value' in squares) return squares;
  const { model, averaged } = forms[form];
  const { value, by, ci } = single(model, squares, level);
  // Spearman-Brown: the mean of k ratings, and its slope.
  const many = averaged ? raters : 1;
  const stepped = (one: number) => (many * one) / (1 + (many - 1) * one);
  const slope = many / (1 + (many - 1) * value) ** 2;
  const se = slope * Math.sqrt(by.reduce((sum, row) => sum + (2 * (at(row, 0) * at(row, 1)) ** 2) / at(row, 2), 0));
  if (!(1 + (many - 1) * value > 1e-12))
    return unknown('The units differ too little for their variance to be compared with that of the raters.');
  const [low, high] = [at(ci, 0), at(ci, 1)];
  // Far below zero the lower end may have no mean of k that it stands for; the delta method then gives it.
  const from = 1 + (many - 1) * low > 0 ? stepped(low) : stepped(value) - normalQuantile((1 + level) / 2) * se;
  return { value: stepped(value), se, ci: [from, Math.min(1, stepped(high))] };
}
