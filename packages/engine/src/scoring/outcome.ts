import type { ComponentId } from '@assay/standards';
import type { Rulebook } from '../kernel/index.ts';
import { profileOf, type Allowances, type AreaResult } from './area.ts';
import type { Scores } from './standard.ts';

export type Outcome = 'pass' | 'refer' | 'fail';

/** What an outcome is reached from: scores of record, gates met or not, logged allowances, and which attempt it is. */
export interface Findings {
  readonly scores: Scores;
  /** By component id, whether the gate is met; a gate that was not judged is absent. */
  readonly gates: Readonly<Record<string, boolean>>;
  /** Absent: none is logged. */
  readonly allowances?: Allowances;
  readonly attempt: number;
}

/** One reason why a portfolio does not pass: the rule, and the area or gate that it speaks of. */
export interface Reason {
  readonly rule: 'R5' | 'R6' | 'R7';
  readonly says: string;
  readonly area?: string;
  readonly component?: ComponentId;
}

export interface Result {
  readonly outcome: Outcome;
  readonly profile: readonly AreaResult[];
  readonly reasons: readonly Reason[];
}

const noReasons: readonly Reason[] = [];

/**
 * R6: pass iff every area is achieved and every gate met. R7: otherwise refer while attempts remain, else fail.
 * A hold is not an outcome: it stops the release (award workflow).
 */
export function resultOf({ scores, gates, allowances, attempt }: Findings, book: Rulebook): Result {
  const profile = profileOf(scores, book, allowances);
  const achieved = profile.every((area) => area.achieved);
  if (achieved && book.gates.every((gate) => gates[gate] === true))
    return { outcome: 'pass', profile, reasons: noReasons };
  const left = book.attempts - attempt;
  return {
    outcome: left > 0 ? 'refer' : 'fail',
    profile,
    reasons: [
      ...(achieved ? noReasons : unachieved(profile)),
      ...book.gates
        .filter((gate) => gates[gate] !== true)
        .map((component): Reason => ({
          rule: 'R6',
          component,
          says: `${component} ${book.components.get(component)?.title ?? ''} is not met.`,
        })),
      {
        rule: 'R7',
        says: left > 0 ? `${left} ${left === 1 ? 'attempt remains' : 'attempts remain'}.` : 'No attempt remains.',
      },
    ],
  };
}

function unachieved(profile: readonly AreaResult[]): Reason[] {
  return profile
    .filter(({ achieved }) => !achieved)
    .map(({ area, unmet }): Reason => ({
      rule: 'R5',
      area,
      says: `${area} is not achieved: ${unmet.map(({ code, score }) => `${code} ${score === null ? 'has no score' : `scored ${score}`}`).join(', ')}.`,
    }));
}
