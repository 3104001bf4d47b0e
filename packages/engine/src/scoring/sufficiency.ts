import type { Rulebook } from '../kernel/index.ts';

/** What rule R3 asks of the items that count for a score, and what there is. */
export interface Sufficiency {
  readonly enough: boolean;
  readonly items: number;
  readonly methods: number;
}

/**
 * R3: a score from `fromScore` up rests on enough counting items (R1) of enough different methods.
 * `counting` holds the method of each counting item that the score rests on.
 */
export function sufficiency(score: number, counting: readonly string[], book: Rulebook): Sufficiency {
  const methods = new Set(counting).size;
  const { fromScore, items, methods: kinds } = book.sufficiency;
  return {
    enough: score < fromScore || (counting.length >= items && methods >= kinds),
    items: counting.length,
    methods,
  };
}
