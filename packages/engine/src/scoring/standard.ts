import type { StatementCode } from '@assay/standards';
import type { Measure } from '../kernel/index.ts';

/** Scores of record by statement code: whole numbers from 0 to the scale's highest. A standard without one is absent. */
export type Scores = Readonly<Record<string, number>>;

/** R4: a standard is achieved iff its score of record is at its threshold or above. */
export function standardAchieved(score: number | undefined, { threshold }: Measure): boolean {
  return score !== undefined && score >= threshold;
}

/** Standards without a score, in source order: of the whole framework, or of those in scope. */
export function unscored(scores: Scores, scope: Iterable<StatementCode>): StatementCode[] {
  return [...scope].filter((code) => scores[code] === undefined);
}
