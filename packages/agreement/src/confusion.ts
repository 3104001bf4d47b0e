import { at, InvalidRatings } from './coefficient.ts';
import type { Ratings } from './ratings.ts';

/**
 * Two raters' marks, category by category: `cells` is (q + 1) x (q + 1), rows the first rater, columns the second;
 * the last row and column count the units that the first or second rater did not rate. All coefficients come from it.
 */
export interface Confusion {
  readonly categories: number;
  readonly cells: Float64Array;
}

export function emptyConfusion(categories: number): Confusion {
  return { categories, cells: new Float64Array((categories + 1) ** 2) };
}

/**
 * Adds a stretch of double marks, code against code, negative where a rater gave none, to a confusion matrix in place.
 * Call it once per stretch of a stream: memory does not grow. Codes are whole numbers, as in a typed array.
 * Errors: InvalidRatings for lists of unequal length or a code that is no category; nothing of that stretch is added.
 */
export function addDoubleMarks(
  { categories, cells }: Confusion,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): void {
  if (first.length !== second.length)
    throw new InvalidRatings('Double marks come in pairs: the lists differ in length.');
  const width = categories + 1;
  const fresh = new Float64Array(cells.length);
  for (let index = 0; index < first.length; index++) {
    const [a, b] = [first[index] ?? Number.NaN, second[index] ?? Number.NaN];
    if (!(a < categories && b < categories))
      throw new InvalidRatings(`The codes ${a}, ${b} are not both of ${categories} categories.`);
    const cell = (a < 0 ? categories : a) * width + (b < 0 ? categories : b);
    fresh[cell] = at(fresh, cell) + 1;
  }
  fresh.forEach((count, cell) => (cells[cell] = at(cells, cell) + count));
}

/**
 * A confusion matrix from a published contingency table, rows the first rater, columns the second.
 * Errors: InvalidRatings unless square with non-negative counts.
 */
export function confusionFromTable(table: readonly (readonly number[])[]): Confusion {
  const confusion = emptyConfusion(table.length);
  table.forEach((row, k) => {
    if (row.length !== table.length) throw new InvalidRatings('A contingency table of two raters is square.');
    row.forEach((count, l) => {
      if (!(count >= 0 && Number.isFinite(count))) throw new InvalidRatings('A count is not negative.');
      confusion.cells[k * (table.length + 1) + l] = count;
    });
  });
  return confusion;
}

/** Ratings by two raters, one row per cell that is not empty. */
export function ratingsOfConfusion({ categories, cells }: Confusion): Ratings {
  const width = categories + 1;
  const codes: number[] = [];
  const times: number[] = [];
  cells.forEach((count, cell) => {
    const pair = [Math.floor(cell / width), cell % width].map((code) => (code === categories ? -1 : code));
    if (count === 0 || pair.every((code) => code < 0)) return;
    codes.push(...pair);
    times.push(count);
  });
  return { raters: 2, categories, codes, times };
}
