import { unknown, type Unknown } from './coefficient.ts';
import { categoryShares } from './observed.ts';
import type { Tally } from './tally.ts';

/**
 * The standard error of unweighted Fleiss' kappa if raters agreed by chance only: to test kappa = 0, never for an
 * interval. Null where units were not all rated equally often, by two raters at least, or one category only is used.
 * Source: Fleiss, Nee and Landis (1979), Psychological Bulletin 86, 974-977, which corrects Fleiss (1971).
 */
export function fleissKappaNullError(tally: Tally): { readonly value: number } | Unknown {
  const rated = tally.patterns.filter(({ size, times }) => size > 0 && times > 0);
  const [first] = rated;
  if (first === undefined) return unknown('There are no ratings.');
  const raters = first.size;
  if (raters < 2) return unknown('No unit was rated by two raters.');
  if (rated.some(({ size }) => size !== raters))
    return unknown('Units were not rated equally often; the error under chance is for equal numbers of ratings.');
  const units = rated.reduce((sum, { times }) => sum + times, 0);
  const shares = categoryShares(tally, units);
  const spread = shares.reduce((sum, p) => sum + p * (1 - p), 0);
  if (!(spread > 1e-12)) return unknown('Agreement by chance is certain: only one category is used.');
  const skew = shares.reduce((sum, p) => sum + p * (1 - p) * (1 - 2 * p), 0);
  const variance = (2 * (spread ** 2 - skew)) / (units * raters * (raters - 1));
  return { value: Math.sqrt(Math.max(0, variance)) / spread };
}
