import type { AreaId, StatementCode } from '@assay/standards';
import type { Rulebook } from '../kernel/index.ts';
import { standardAchieved, type Scores } from './standard.ts';

/** One area of a profile: whether it is achieved, its lowest score and the standards that stand against it. */
export interface AreaResult {
  readonly area: AreaId;
  readonly achieved: boolean;
  /** The lowest score of record; null while a standard has none. Never a sum or a mean: areas are of unequal size. */
  readonly minimum: number | null;
  readonly standards: number;
  readonly achievedStandards: number;
  /** Which standards are not achieved, with their score (null: none yet). */
  readonly unmet: readonly {
    readonly code: StatementCode;
    readonly score: number | null;
    readonly critical: boolean;
  }[];
}

/**
 * R5: an area is achieved iff every one of its standards is (profile `strict`). Profile `tolerant` lets at most one
 * standard that is not critical stand one below the threshold, and none lower.
 */
export function areaResult(area: AreaId, scores: Scores, book: Rulebook): AreaResult {
  const measures = book.judgedIn.get(area) ?? [];
  const unmet = measures
    .filter(({ code }) => !standardAchieved(scores[code], book))
    .map(({ code, critical }) => ({ code, score: scores[code] ?? null, critical }));
  const scored = measures.map(({ code }) => scores[code]).filter((score) => score !== undefined);
  return {
    area,
    achieved: unmet.length === 0 || (book.profile === 'tolerant' && tolerated(unmet, book)),
    minimum: scored.length === measures.length && scored.length > 0 ? Math.min(...scored) : null,
    standards: measures.length,
    achievedStandards: measures.length - unmet.length,
    unmet,
  };
}

function tolerated(unmet: AreaResult['unmet'], book: Rulebook): boolean {
  return unmet.length === 1 && unmet.every(({ score, critical }) => !critical && score === book.threshold - 1);
}

/** The headline of a portfolio: one result per area, in the framework's order. */
export function profileOf(scores: Scores, book: Rulebook): AreaResult[] {
  return book.areas.map((area) => areaResult(area, scores, book));
}
