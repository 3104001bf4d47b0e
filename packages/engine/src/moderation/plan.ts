import { digestOf, type ContentHash, type Rulebook } from '../kernel/index.ts';

/** What a sample is drawn by, besides the scheme’s figures and the assessors’ ratings. */
export interface Plan {
  /** 1, and one more for every revision. */
  readonly version: number;
  readonly seed: string;
  /** Every so manieth portfolio is marked twice; null: none by plan. */
  readonly everyKth: number | null;
}

/** The digest of a plan with all the scheme’s figures that a draw looks at: the same plan has the same one. */
export function planDigest({ version, seed, everyKth }: Plan, book: Rulebook): ContentHash {
  const { scheme, edition, threshold, attempts, sampling, secondMarking } = book;
  const { firstPortfolios } = secondMarking;
  return digestOf({ version, seed, everyKth, scheme, edition, threshold, attempts, firstPortfolios, sampling });
}

/** The seed of a batch’s n-th draw: the plan’s own, and after a re-marking one that follows from it. */
export function seedOf({ seed }: Pick<Plan, 'seed'>, draw: number): string {
  return draw === 1 ? seed : `${seed}/${draw}`;
}
