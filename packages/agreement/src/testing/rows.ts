import type { RatingRow } from '../ratings.ts';

/** Rows are units, columns raters, null: not rated. */
export type Matrix = readonly (readonly (number | null)[])[];

/** A matrix as rows, the way ratings come in. */
export const rowsOf = (matrix: readonly (readonly (number | string | null)[])[]): RatingRow[] =>
  matrix.flatMap((ratings, unit) => ratings.map((rating, rater) => ({ unit, rater, rating })));
