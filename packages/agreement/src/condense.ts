import { at } from './coefficient.ts';
import type { Ratings } from './ratings.ts';

/** Finds the place of a row number among those seen: by a table where the numbers are few, by a map where not. */
function places(numbers: number): (row: number) => number {
  let known = 0;
  if (numbers <= 1 << 20) {
    const table = new Int32Array(numbers);
    return (row) => {
      const place = table[row] ?? 0;
      if (place > 0) return place - 1;
      table[row] = ++known;
      return known - 1;
    };
  }
  const map = new Map<number, number>();
  return (row) => {
    const place = map.get(row) ?? known++;
    map.set(row, place);
    return place;
  };
}

/**
 * The same ratings with equal rows gathered and `times` added up, in the order of first appearance: millions of units
 * become as many rows as there are ways to rate. Ratings by so many raters that rows hardly repeat stay as they are.
 */
export function condensed(ratings: Ratings): Ratings {
  const { raters, categories, codes, times } = ratings;
  const ways = (categories + 1) ** raters;
  if (!(ways < Number.MAX_SAFE_INTEGER)) return ratings;
  const placeOf = places(ways);
  const gathered: number[] = [];
  const firsts: number[] = [];
  for (let row = 0; row < times.length; row++) {
    const count = times[row] ?? 0;
    if (count === 0) continue;
    let number = 0;
    for (let cell = row * raters; cell < (row + 1) * raters; cell++) {
      const code = codes[cell] ?? -1;
      number = number * (categories + 1) + (code < 0 ? 0 : code + 1);
    }
    const place = placeOf(number);
    if (place === firsts.length) firsts.push(row);
    gathered[place] = (gathered[place] ?? 0) + count;
  }
  const rows = firsts.flatMap((first) =>
    Array.from({ length: raters }, (_, rater) => Math.max(-1, at(codes, first * raters + rater))),
  );
  return { raters, categories, codes: rows, times: gathered };
}
