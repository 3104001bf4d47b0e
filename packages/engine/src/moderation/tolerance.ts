import type { StatementCode } from '@assay/standards';
import { member, type Rulebook } from '../kernel/index.ts';
import type { ModeratorQuery } from './moderation.commands.ts';
import { standardAchieved, type Scores } from '../scoring/index.ts';

/** The marks that a moderator gave with their queries, by standard. */
export function marksOf(queries: readonly ModeratorQuery[]): Scores {
  return Object.fromEntries(
    queries.flatMap(({ standard, mark = null }) => (mark === null ? [] : [[standard, mark] as const])),
  );
}

/** How a moderator's own marks stand to the scores of record; every list in source order. */
export interface Tolerance {
  readonly within: boolean;
  /** Standards whose two marks are further apart than the scheme lets them be. */
  readonly apart: readonly StatementCode[];
  /** Critical standards with the threshold between the two marks. */
  readonly criticalFlips: readonly StatementCode[];
  /** The others with the threshold between the two marks. */
  readonly flips: readonly StatementCode[];
}

/**
 * Compares the marks that a moderator gave themselves with the scores of record (scheme.md section 7, 5). A standard
 * that the moderator did not mark says nothing. Nothing is scaled and no score is changed by it: the answer only says
 * whether the portfolio can be upheld.
 */
export function toleranceOf(own: Scores, record: Scores, book: Rulebook): Tolerance {
  const apart: StatementCode[] = [];
  const criticalFlips: StatementCode[] = [];
  const flips: StatementCode[] = [];
  for (const [code, measure] of book.judged) {
    const mark = member(own, code);
    if (mark === undefined) continue;
    const score = member(record, code);
    if (Math.abs(mark - (score ?? 0)) > book.tolerance.standardWithin) apart.push(code);
    if (standardAchieved(mark, measure) !== standardAchieved(score, measure))
      (measure.critical ? criticalFlips : flips).push(code);
  }
  const { flipsOnCritical, flipsElsewhere } = book.tolerance;
  return {
    within: apart.length === 0 && criticalFlips.length <= flipsOnCritical && flips.length <= flipsElsewhere,
    apart,
    criticalFlips,
    flips,
  };
}
