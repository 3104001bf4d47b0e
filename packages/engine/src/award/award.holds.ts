import type { SafeguardingCleared, SafeguardingRaised } from '../evidence/index.ts';
import type { HoldAward, LiftHold } from './award.commands.ts';

/** A safeguarding concern about an item holds the award of its submission; the marking of the rest goes on. */
export function holdsForSafeguarding({ item, by, at }: SafeguardingRaised): HoldAward {
  return {
    type: 'HoldAward',
    hold: item,
    kind: 'safeguarding',
    reason: 'A safeguarding concern was raised about an evidence item.',
    by: { ...by, role: 'system' },
    at,
  };
}

export function liftsSafeguardingHold({ item, by, at }: SafeguardingCleared): LiftHold {
  return {
    type: 'LiftHold',
    hold: item,
    kind: 'safeguarding',
    reason: 'The safeguarding concern about an evidence item was cleared.',
    by: { ...by, role: 'system' },
    at,
  };
}
