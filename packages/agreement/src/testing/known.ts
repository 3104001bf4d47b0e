import type { Coefficient, Estimate, Unknown } from '../coefficient.ts';

/** A coefficient that has a value. Throws its reason where it has none. */
export function known(coefficient: Coefficient): Estimate {
  if (coefficient.value === null) throw new Error(coefficient.reason);
  return coefficient;
}

/** The reason why there is no value; says so if there is one. */
export const reasonOf = (answer: { readonly value: number } | Unknown): string =>
  answer.value === null ? answer.reason : `There is a value: ${answer.value}.`;

/** The distance of a number from the expected one; NaN, which is under no bound, if it is missing. */
export const gap = (actual: number | null | undefined, expected: number): number =>
  Math.abs((actual ?? Number.NaN) - expected);
