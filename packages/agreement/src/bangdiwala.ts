import { at, estimate, unknown, type Coefficient } from './coefficient.ts';
import type { Confusion } from './confusion.ts';
import type { CoefficientOptions } from './observed.ts';

/**
 * Bangdiwala's B for two raters: of the area of the rectangles n_k. x n_.k that the margins allow, the share that the
 * squares of agreement n_kk² fill. No unit, within [0, 1]; it has no correction for chance. Units that one of the two
 * did not rate are left out. The standard error is linearised over the multinomial table, dividing by n; interval t
 * with n - 1 degrees of freedom, cut to [0, 1].
 * Null for fewer than two units rated by both, or raters who have no category in common.
 * Source: Bangdiwala (1988), The Agreement Chart, Institute of Statistics Mimeo Series 1859, University of North
 * Carolina; standard error as in irrCAC's `bangdiwala.table`.
 */
export function bangdiwalaB({ categories, cells }: Confusion, { level }: CoefficientOptions = {}): Coefficient {
  const range = Array.from({ length: categories }, (_, k) => k);
  const count = (k: number, l: number) => at(cells, k * (categories + 1) + l);
  const sumOver = (of: (k: number) => number) => range.reduce((sum, k) => sum + of(k), 0);
  const rows = range.map((k) => sumOver((l) => count(k, l)));
  const columns = range.map((l) => sumOver((k) => count(k, l)));
  const units = sumOver((k) => at(rows, k));
  if (units === 0) return unknown('No unit was rated by two raters.');
  if (units < 2) return unknown('Fewer than two units were rated by two raters.');
  const rectangles = sumOver((k) => at(rows, k) * at(columns, k));
  if (rectangles === 0) return unknown('The two raters have no category in common.');
  const value = sumOver((k) => count(k, k) ** 2) / rectangles;
  const slope = (k: number, l: number) => 2 * (k === l ? count(k, k) : 0) - value * (at(columns, k) + at(rows, l));
  const squares = sumOver((k) => sumOver((l) => count(k, l) * slope(k, l) ** 2));
  return estimate(value, { se: Math.sqrt(squares) / rectangles, freedom: units - 1, level, least: 0 });
}
