import type { LiftHold } from '../award/index.ts';
import type { MalpracticeNotProven, MalpracticeProven, ReportDismissed } from './malpractice.facts.ts';

/**
 * A case that is closed lifts its hold, unless its penalty takes the award away: then null, and `disallowsAward` is
 * what follows. Where evidence was voided, `voidsEvidence` comes first.
 */
export function liftsHold(closed: ReportDismissed | MalpracticeNotProven | MalpracticeProven): LiftHold | null {
  const { malpractice, by, at } = closed;
  if (closed.type === 'MalpracticeProven' && closed.penalty !== 'warning' && closed.penalty !== 'evidenceVoided')
    return null;
  return {
    type: 'LiftHold',
    hold: malpractice,
    kind: 'malpractice',
    reason: 'The case of malpractice is closed.',
    by: { ...by, role: 'system' },
    at,
  };
}
