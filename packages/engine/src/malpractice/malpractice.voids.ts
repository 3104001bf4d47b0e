import type { Award, CorrectAward } from '../award/index.ts';
import { member } from '../kernel/index.ts';
import type { MalpracticeProven } from './malpractice.facts.ts';

/**
 * Voided evidence leaves the standards that rested on it alone without any: they score 0, which is what "no valid
 * evidence" scores. Null where there is nothing to correct. What was banked before does not rest on this attempt.
 */
export function voidsEvidence(proven: MalpracticeProven, award: Pick<Award, 'scores' | 'before'>): CorrectAward | null {
  const { malpractice, voided, reason, by, at } = proven;
  const changes = [...new Set(voided.standards)].flatMap((standard) => {
    const from = member(award.scores, standard) ?? 0;
    return from === 0 || Object.hasOwn(award.before.scores, standard)
      ? []
      : [{ standard, from, to: 0, code: 'malpractice', reason } as const];
  });
  return changes.length === 0
    ? null
    : { type: 'CorrectAward', review: malpractice, changes, reason, by: { ...by, role: 'system' }, at };
}
