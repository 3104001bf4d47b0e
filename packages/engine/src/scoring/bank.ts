import type { AreaId, ComponentId, StatementCode } from '@assay/standards';
import type { Rulebook } from '../kernel/index.ts';
import type { Allowances } from './area.ts';
import { profileOf } from './area.ts';
import type { Findings } from './outcome.ts';
import { standardAchieved, type Scores } from './standard.ts';

/** What a candidate has for good, and so is not assessed again (R8). */
export interface Bank {
  readonly scores: Scores;
  readonly gates: Readonly<Record<string, boolean>>;
  readonly allowances: Allowances;
}

export const emptyBank: Bank = { scores: {}, gates: {}, allowances: {} };

/** What is still open beside a bank: the standards and gates that an attempt is assessed on. */
export interface Scope {
  readonly standards: readonly StatementCode[];
  readonly gates: readonly ComponentId[];
}

/**
 * R8: achieved standards are banked with their scores, and so are the standards of an area that is achieved by
 * allowance, with its reason; met gates too. `before` is what was banked already: it is never lost.
 */
export function bankOf({ scores, gates, allowances = {} }: Findings, before: Bank, book: Rulebook): Bank {
  const banked: Record<string, number> = {};
  const kept: Record<string, string> = {};
  for (const { area, achieved } of profileOf(scores, book, allowances)) {
    const reason = allowances[area];
    if (achieved && reason !== undefined) kept[area] = reason;
    for (const measure of book.judgedIn.get(area) ?? []) {
      const score = scores[measure.code];
      if (score !== undefined && (achieved || standardAchieved(score, measure))) banked[measure.code] = score;
    }
  }
  const met = Object.fromEntries(book.gates.filter((gate) => gates[gate] === true).map((gate) => [gate, true]));
  return {
    scores: { ...banked, ...before.scores },
    gates: { ...met, ...before.gates },
    allowances: { ...kept, ...before.allowances },
  };
}

/** The standards and gates that a bank does not hold, in source order. */
export function scopeBeside({ scores, gates }: Bank, book: Rulebook): Scope {
  return {
    standards: [...book.judged.keys()].filter((code) => !Object.hasOwn(scores, code)),
    gates: book.gates.filter((gate) => gates[gate] !== true),
  };
}

/** How a referred candidate goes on (R9): which clock runs, and for which areas. */
export interface Referral {
  readonly kind: 'resit' | 'retake';
  readonly areas: readonly AreaId[];
}

/** R9: a resit where few areas are referred, otherwise a retake with an action plan. */
export function referralOf({ scores, allowances }: Findings, book: Rulebook): Referral {
  const areas = profileOf(scores, book, allowances).flatMap(({ area, achieved }) => (achieved ? [] : [area]));
  return { kind: areas.length <= book.resit.areasAtMost ? 'resit' : 'retake', areas };
}
