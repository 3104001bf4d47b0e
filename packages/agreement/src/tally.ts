import { at, InvalidRatings } from './coefficient.ts';
import { condensed } from './condense.ts';
import type { Ratings } from './ratings.ts';

/** How often each category was chosen for a unit, whoever chose it, and how many units look just so. */
export interface Pattern {
  /** The categories that were chosen, from low code to high, each once, with their counts beside. */
  readonly codes: readonly number[];
  readonly counts: readonly number[];
  /** The number of ratings of the unit: the sum of the counts. */
  readonly size: number;
  readonly times: number;
}

/**
 * All that a coefficient needs that does not ask who rated: percent agreement, Fleiss, Gwet, Brennan-Prediger, alpha.
 */
export interface Tally {
  readonly categories: number;
  readonly patterns: readonly Pattern[];
}

/** The pattern of a run of codes, negative ones left out. Errors: InvalidRatings for a code that is no category. */
export function patternOf(run: ArrayLike<number>, categories: number, times = 1): Pattern {
  const chosen = Array.from(run)
    .filter((code) => !(code < 0))
    .toSorted((a, b) => a - b);
  const [codes, counts]: [number[], number[]] = [[], []];
  for (const code of chosen) {
    if (!(code < categories && Number.isInteger(code)))
      throw new InvalidRatings(`The code ${code} is none of ${categories} categories.`);
    if (codes.at(-1) === code) counts.push((counts.pop() ?? 0) + 1);
    else {
      codes.push(code);
      counts.push(1);
    }
  }
  return { codes, counts, size: chosen.length, times };
}

const keyOf = ({ codes, counts }: Pattern) => [...codes, ...counts].join(' ');

/** One pattern per row of the ratings, in their order. */
export function patternsOf({ raters, categories, codes, times }: Ratings): Tally {
  const row = (index: number) => Array.from({ length: raters }, (_, rater) => at(codes, index * raters + rater));
  return {
    categories,
    patterns: Array.from({ length: times.length }, (_, index) => patternOf(row(index), categories, at(times, index))),
  };
}

/**
 * Gathers units one by one and keeps each distinct pattern once, so memory grows with what differs, not with what is
 * read.
 */
export interface Tallier {
  /** One unit's ratings, as category codes, negative where a rater gave none. Errors: as `patternOf`. */
  add(run: ArrayLike<number>, times?: number): void;
  tally(): Tally;
}

/**
 * A stream's tally for any number of raters. Of m ratings in q categories there are at most C(m + q - 1, m) patterns.
 * Errors: InvalidRatings from `add` for a code that is no category.
 */
export function tallier(categories: number): Tallier {
  const known = new Map<string, { pattern: Pattern; times: number }>();
  // The same ratings in the same order are met again and again: find them without sorting.
  const seen = new Map<string, { times: number }>();
  const entryOf = (run: ArrayLike<number>, order: string) => {
    const pattern = patternOf(run, categories);
    const key = keyOf(pattern);
    const entry = known.get(key) ?? { pattern, times: 0 };
    known.set(key, entry);
    // Long runs hardly repeat in order: do not let this shortcut grow without bound.
    // Stryker disable next-line all: a shortcut that is not taken, or too often, leads to the same entry.
    if (seen.size < 4096) seen.set(order, entry);
    return entry;
  };
  return {
    add(run, times = 1) {
      const order = Array.prototype.join.call(run, ' ');
      const entry = seen.get(order) ?? entryOf(run, order);
      entry.times += times;
    },
    tally: () => ({ categories, patterns: [...known.values()].map(({ pattern, times }) => ({ ...pattern, times })) }),
  };
}

/** The tally of ratings, equal units gathered. */
export function tallyOf(ratings: Ratings): Tally {
  const gathering = new Map<string, Pattern>();
  for (const pattern of patternsOf(condensed(ratings)).patterns) {
    const key = keyOf(pattern);
    gathering.set(key, { ...pattern, times: pattern.times + (gathering.get(key)?.times ?? 0) });
  }
  return { categories: ratings.categories, patterns: [...gathering.values()] };
}
