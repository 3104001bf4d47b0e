import { at } from './coefficient.ts';
import type { Ratings } from './ratings.ts';

/**
 * The same ratings with equal rows gathered and `times` added up, in the order of first appearance: millions of units
 * become as many rows as there are ways to rate. Ratings by so many raters that rows hardly repeat stay as they are.
 */
export function condensed(ratings: Ratings): Ratings {
  const { raters, categories, codes, times } = ratings;
  // A row is known by a number, which must stay a whole one.
  if (!((categories + 1) ** raters < Number.MAX_SAFE_INTEGER)) return ratings;
  const places = new Map<number, number>();
  const gathered: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < times.length; row++) {
    const count = at(times, row);
    if (count === 0) continue;
    let number = 0;
    for (let rater = 0; rater < raters; rater++) {
      const code = Math.max(-1, at(codes, row * raters + rater));
      // Stryker disable next-line ArithmeticOperator: any digits will do as long as each code has one of its own.
      number = number * (categories + 1) + code;
    }
    const place = places.get(number);
    if (place === undefined) {
      places.set(number, gathered.length);
      gathered.push(count);
      for (let rater = 0; rater < raters; rater++) rows.push(at(codes, row * raters + rater));
    } else gathered[place] = at(gathered, place) + count;
  }
  return { raters, categories, codes: rows, times: gathered };
}
