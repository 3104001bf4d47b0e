import type { AreaId, StatementCode } from '@assay/standards';
import { member, type Rulebook } from '../kernel/index.ts';
import { standardAchieved, type Scores } from './standard.ts';

/** A standard that is not achieved, with its score (null: none yet). */
export interface Unmet {
  readonly code: StatementCode;
  readonly score: number | null;
  readonly critical: boolean;
}

/** One area of a profile: whether it is achieved, its lowest score and the standards that stand against it. */
export interface AreaResult {
  readonly area: AreaId;
  readonly achieved: boolean;
  /** The lowest score of record; null while a standard has none. Never a sum or a mean: areas are of unequal size. */
  readonly minimum: number | null;
  readonly standards: number;
  readonly achievedStandards: number;
  readonly unmet: readonly Unmet[];
}

/** By area, the reason that an assessor logged for letting a standard stand below its threshold (R5). */
export type Allowances = Readonly<Record<string, string>>;

const none: Allowances = {};

/**
 * R5: an area is achieved iff every one of its standards is. A profile with an allowance lets so many standards that
 * are not critical stand below their threshold, none below the allowance's lowest score, where a reason is logged.
 */
export function areaResult(area: AreaId, scores: Scores, book: Rulebook, allowances: Allowances = none): AreaResult {
  const measures = book.judgedIn.get(area) ?? [];
  const unmet: Unmet[] = [];
  let lowest: number | null = measures.length === 0 ? null : Infinity;
  for (const measure of measures) {
    const score = scores[measure.code];
    if (score === undefined) lowest = null;
    else if (lowest !== null && score < lowest) lowest = score;
    if (!standardAchieved(score, measure))
      unmet.push({ code: measure.code, score: score ?? null, critical: measure.critical });
  }
  return {
    area,
    achieved: unmet.length === 0 || allowed(area, unmet, book, allowances),
    minimum: lowest,
    standards: measures.length,
    achievedStandards: measures.length - unmet.length,
    unmet,
  };
}

function allowed(area: AreaId, unmet: readonly Unmet[], book: Rulebook, allowances: Allowances): boolean {
  return allowable(unmet, book) && (!book.allowance.reasonRequired || (member(allowances, area) ?? '').trim() !== '');
}

/** Whether the profile's allowance covers these standards, were a reason logged. */
export function allowable(unmet: readonly Unmet[], { allowance }: Rulebook): boolean {
  return (
    unmet.length <= allowance.belowThresholdAtMost &&
    unmet.every(({ score, critical }) => !critical && score !== null && score >= allowance.lowestScore)
  );
}

/** The headline of a portfolio: one result per area, in the framework's order. */
export function profileOf(scores: Scores, book: Rulebook, allowances: Allowances = none): AreaResult[] {
  return book.areas.map((area) => areaResult(area, scores, book, allowances));
}
