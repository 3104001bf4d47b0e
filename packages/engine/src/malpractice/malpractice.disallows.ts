import type { DisallowAward } from '../award/index.ts';
import type { MalpracticeProven } from './malpractice.facts.ts';

/**
 * A penalty that voids the attempt disallows the award, released or not, and uses the attempt up; another may follow
 * unless the candidate is disqualified. Null for the milder penalties.
 */
export function disallowsAward({ malpractice, penalty, reason, by, at }: MalpracticeProven): DisallowAward | null {
  return penalty === 'attemptVoided' || penalty === 'disqualified'
    ? {
        type: 'DisallowAward',
        malpractice,
        reason,
        again: penalty === 'attemptVoided',
        by: { ...by, role: 'system' },
        at,
      }
    : null;
}
