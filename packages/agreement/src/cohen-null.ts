import { at, certain, unknown, type Unknown } from './coefficient.ts';
import type { Confusion } from './confusion.ts';
import { weighted } from './observed.ts';
import { identityWeights, type WeightSquare } from './weights.ts';

/**
 * The standard error of (weighted) kappa if the two raters agreed by chance only: to test kappa = 0, never for an
 * interval. Units that one of them did not rate are left out. Null where one category only is used, or for no units.
 * Errors: RangeError for weights of another size.
 * Source: Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323-327 (the null case).
 */
export function cohenKappaNullError(
  { categories, cells }: Confusion,
  weights: WeightSquare = identityWeights(categories),
): { readonly value: number } | Unknown {
  if (weights.size !== categories)
    throw new RangeError(`Weights for ${weights.size} categories do not fit ${categories}.`);
  const range = Array.from({ length: categories }, (_, k) => k);
  const count = (k: number, l: number) => at(cells, k * (categories + 1) + l);
  const total = range.reduce((sum, k) => sum + range.reduce((row, l) => row + count(k, l), 0), 0);
  if (total === 0) return unknown('No unit was rated by two raters.');
  const rows = range.map((k) => range.reduce((sum, l) => sum + count(k, l), 0) / total);
  const columns = range.map((l) => range.reduce((sum, k) => sum + count(k, l), 0) / total);
  const [rowCredit, columnCredit] = [weighted(weights, columns), weighted(weights, rows)];
  const expected = range.reduce((sum, k) => sum + at(rows, k) * at(rowCredit, k), 0);
  if (!(expected < certain))
    return unknown('Agreement by chance is certain: only one category is used, or every weight is 1.');
  let squares = 0;
  for (const k of range) {
    for (const l of range) {
      squares +=
        at(rows, k) *
        at(columns, l) *
        (at(weights.of, k * categories + l) - at(rowCredit, k) - at(columnCredit, l)) ** 2;
    }
  }
  return { value: Math.sqrt(Math.max(0, squares - expected ** 2) / total) / (1 - expected) };
}
