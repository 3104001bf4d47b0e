import type { AppealUpheld, PanelUpheldAppeal } from './appeal.facts.ts';
import type { CorrectAward } from './award.commands.ts';

/** An upheld appeal corrects the award where it found a slip; otherwise null, and `reopensReview` is what follows. */
export function correctsOnAppeal({
  appeal,
  changes,
  reason,
  by,
  at,
}: AppealUpheld | PanelUpheldAppeal): CorrectAward | null {
  return changes.length === 0
    ? null
    : { type: 'CorrectAward', review: appeal, changes, reason, by: { ...by, role: 'system' }, at };
}
