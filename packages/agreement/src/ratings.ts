import { at, InvalidRatings } from './coefficient.ts';
import { declaredCategories, foundCategories, type Categories, type Label } from './categories.ts';

/** One rater's rating of one unit. Null, undefined and blank text mean: not rated. */
export interface RatingRow {
  readonly unit: Label;
  readonly rater: Label;
  readonly rating: Label | null | undefined;
}

/**
 * What units were rated how by whom. Row i of `codes` (units x raters, row by row) stands for `times[i]` equal units.
 */
export interface Ratings {
  readonly raters: number;
  /** How many categories there are; codes run from 0 to one less. */
  readonly categories: number;
  /** The category of each rating, -1 where there is none. */
  readonly codes: ArrayLike<number>;
  readonly times: ArrayLike<number>;
}

/** Ratings with the names that stood in the rows. */
export interface RatingTable extends Ratings {
  readonly unitNames: readonly string[];
  readonly raterNames: readonly string[];
  readonly labels: Categories;
}

const notRated = (rating: RatingRow['rating']): rating is null | undefined =>
  rating === null || rating === undefined || (typeof rating === 'string' && rating.trim() === '');

function placeIn(places: Map<string, number>, name: Label): number {
  const key = String(name).trim();
  const place = places.get(key) ?? places.size;
  places.set(key, place);
  return place;
}

/**
 * A table from rows, in any order. Units and raters without any rating are left out, as they say nothing.
 * `categories` lists what could be chosen; left out, the categories are those found.
 * Errors: InvalidRatings for a rating outside the declared categories, or a unit rated twice by one rater.
 */
export function ratingTable(rows: Iterable<RatingRow>, categories?: readonly Label[]): RatingTable {
  const given: { unit: number; rater: number; rating: Label }[] = [];
  const [units, raters] = [new Map<string, number>(), new Map<string, number>()];
  for (const { unit, rater, rating } of rows) {
    if (notRated(rating)) continue;
    given.push({ unit: placeIn(units, unit), rater: placeIn(raters, rater), rating });
  }
  const labels = categories
    ? declaredCategories(categories)
    : foundCategories(new Set(given.map(({ rating }) => rating)));
  const [unitNames, raterNames] = [[...units.keys()], [...raters.keys()]];
  const codes = new Int32Array(unitNames.length * raterNames.length).fill(-1);
  for (const { unit, rater, rating } of given) {
    const code = labels.codeOf(rating);
    const who = `rater ${raterNames[rater]} of unit ${unitNames[unit]}`;
    if (code === undefined)
      throw new InvalidRatings(`The rating "${rating}" by ${who} is not among the declared categories.`);
    const cell = unit * raterNames.length + rater;
    if (at(codes, cell) >= 0) throw new InvalidRatings(`There are two ratings by ${who}.`);
    codes[cell] = code;
  }
  const times = new Uint8Array(unitNames.length).fill(1);
  return { raters: raterNames.length, categories: labels.labels.length, codes, times, unitNames, raterNames, labels };
}

/**
 * Ratings from a dense array of category codes, units x raters row by row, -1 (or any negative) where there is none.
 * The array is not copied. Errors: InvalidRatings if it is no whole number of rows, or a code is no category.
 */
export function denseRatings(
  codes: ArrayLike<number>,
  { raters, categories }: { raters: number; categories: number },
): Ratings {
  const units = raters === 0 ? 0 : codes.length / raters;
  if (!Number.isInteger(units))
    throw new InvalidRatings(`${codes.length} codes are no whole number of rows of ${raters} raters.`);
  for (let index = 0; index < codes.length; index++) {
    const code = at(codes, index);
    if (!(code < categories && Number.isInteger(code)))
      throw new InvalidRatings(`The code ${code} is none of ${categories} categories.`);
  }
  return { raters, categories, codes, times: new Uint8Array(units).fill(1) };
}

/** The raters with at least one rating, as columns of `codes`. */
export function activeRaters({ raters, codes, times }: Ratings): number[] {
  const columns = Array.from({ length: raters }, (_, rater) => rater);
  const counted = Array.from(times, (count, row) => ({ count, row })).filter(({ count }) => count > 0);
  return columns.filter((rater) => counted.some(({ row }) => at(codes, row * raters + rater) >= 0));
}
