import { InvalidRatings } from './coefficient.ts';

export type Label = string | number;

/** The categories of a rating, in the order in which codes 0, 1, … stand for them. */
export interface Categories {
  readonly labels: readonly Label[];
  /** The number each category stands for; null where one of them is not a number. */
  readonly numbers: readonly number[] | null;
  /**
   * The place of each category from low to high; null for labels that are not numbers and were not declared in order.
   */
  readonly ranks: readonly number[] | null;
  /** The code of a rating; undefined for one outside the list. */
  codeOf(rating: Label): number | undefined;
}

const numeral = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function numberIn(label: Label): number | undefined {
  if (typeof label === 'number') return label;
  const text = label.trim();
  return numeral.test(text) ? Number(text) : undefined;
}

/** The same labels as numbers, if all of them are; `1`, `'1'` and `'1.0'` are then one category. */
function numbersIn(labels: readonly Label[]): number[] | null {
  if (labels.some((label) => typeof label === 'number' && !Number.isFinite(label))) {
    throw new InvalidRatings('A rating that is a number is a finite one.');
  }
  const numbers = labels.map(numberIn).filter((value) => value !== undefined);
  return numbers.length === labels.length ? numbers : null;
}

function ranksOf(numbers: readonly number[]): number[] {
  const rank = new Map(numbers.toSorted((a, b) => a - b).map((value, index) => [value, index]));
  return numbers.map((value) => rank.get(value) ?? 0);
}

function categories(numbers: readonly number[] | null, texts: readonly string[], inOrder: boolean): Categories {
  if (numbers !== null) {
    const codes = new Map(numbers.map((value, code) => [value, code]));
    const codeOf = (rating: Label) => codes.get(numberIn(rating) ?? Number.NaN);
    return { labels: numbers, numbers, ranks: ranksOf(numbers), codeOf };
  }
  const codes = new Map(texts.map((text, code) => [text, code]));
  return {
    labels: texts,
    numbers: null,
    ranks: inOrder ? texts.map((_, place) => place) : null,
    codeOf: (rating) => codes.get(String(rating).trim()),
  };
}

/**
 * The categories that raters could choose from, used or not: unused ones count for AC1, AC2 and Brennan-Prediger.
 * Labels that are all numbers are ordered by value; others by the order in which they are declared.
 * Errors: InvalidRatings for a label that stands twice or is not finite.
 */
export function declaredCategories(labels: readonly Label[]): Categories {
  const numbers = numbersIn(labels);
  const texts = labels.map((label) => String(label).trim());
  if (new Set<Label>(numbers ?? texts).size !== labels.length) throw new InvalidRatings('A category is declared once.');
  return categories(numbers, texts, true);
}

/**
 * The categories that occur among the ratings: numbers from low to high, other labels by code unit and without an
 * order.
 * Errors: InvalidRatings for a rating that is NaN or infinite.
 */
export function foundCategories(ratings: Iterable<Label>): Categories {
  const labels = [...new Set(ratings)];
  const numbers = numbersIn(labels);
  const texts = [...new Set(labels.map((label) => String(label).trim()))].toSorted();
  return categories(numbers && [...new Set(numbers)].toSorted((a, b) => a - b), texts, false);
}
