import type { Actor, Rulebook, Standing, StandingFact } from '@assay/engine';
import type { Chance } from './chance.ts';
import type { Desk, Kept } from './desk.ts';

/** How the simulated assessors differ, in points of the scale. */
export interface Habits {
  /** Standard deviation of severity between assessors. */
  readonly severity: number;
  /** Standard deviation of one assessor's marks around what they would give on another day. */
  readonly noise: number;
}

/** One who marks in every cohort: more marks make them known, and their standing follows them. */
export interface Assessor {
  readonly actor: Actor;
  readonly severity: number;
  readonly noise: number;
  /** Portfolios marked as the first marker so far. */
  marked: number;
  /** Portfolios moderated so far. */
  moderated: number;
  standing: Kept<Standing, StandingFact> | null;
}

/** The assessors of a provider. A provider of any size has as many as keep their first portfolios few; `tag` tells theirs from another's. */
export function appoint(desk: Desk, dice: Chance, many: number, { severity, noise }: Habits, tag = ''): Assessor[] {
  return Array.from({ length: many }, (_, index) => ({
    actor: desk.by(`assessor-${tag}${index + 1}`, 'assessor'),
    severity: severity * dice.bell(),
    noise,
    marked: 0,
    moderated: 0,
    standing: null,
  }));
}

/** A score on the scale from a position on it. */
export function scoreAt(position: number, { highest }: Rulebook): number {
  return Math.min(highest, Math.max(0, Math.round(position)));
}
