import { rule, when } from '../kernel/index.ts';
import type { HoldAward, LiftHold, RatifyAward, VoidAward } from './award.commands.ts';
import type { Award } from './award.facts.ts';

export const holdIsReasoned = rule<Award, HoldAward | LiftHold>({
  id: 'AWD-1',
  says: 'A hold is laid and lifted with a reason.',
  holds: (_award, { reason }) => reason.trim() !== '',
});

export const voidingIsReasoned = rule<Award, VoidAward>({
  id: 'AWD-2',
  says: 'A released result is voided only with a reason.',
  holds: (_award, { reason }) => reason.trim() !== '',
});

export const passes = when<Award, RatifyAward>('the outcome is pass', ({ outcome }) => outcome === 'pass');
export const refers = when<Award, RatifyAward>('the outcome is refer', ({ outcome }) => outcome === 'refer');
