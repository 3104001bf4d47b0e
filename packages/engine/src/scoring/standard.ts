import type { StatementCode } from '@assay/standards';
import type { Rulebook } from '../kernel/index.ts';

/** Scores of record by statement code: whole numbers from 0 to the scale's highest. A standard without one is absent. */
export type Scores = Readonly<Record<string, number>>;

/** R4: a standard is achieved iff its score of record is at the threshold or above. */
export function standardAchieved(score: number | undefined, book: Rulebook): boolean {
  return score !== undefined && score >= book.threshold;
}

/** Standards without a score, in source order. */
export function unscored(scores: Scores, book: Rulebook): StatementCode[] {
  return [...book.judged.keys()].filter((code) => scores[code] === undefined);
}
