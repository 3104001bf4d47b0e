import type { HoldAward } from '../award/index.ts';
import type { MalpracticeReported } from './malpractice.facts.ts';

/** A reported case holds the award until it is closed. What is alleged stays in the case. */
export function holdsAward({ malpractice, by, at }: MalpracticeReported): HoldAward {
  return {
    type: 'HoldAward',
    hold: malpractice,
    kind: 'malpractice',
    reason: 'A case of malpractice is open.',
    by: { ...by, role: 'system' },
    at,
  };
}
