import type { BankPriorLearning } from '../submission/index.ts';
import type { PriorLearningDecided } from './prior-learning.facts.ts';

/** What was found met is banked in the submission; null where nothing was. */
export function banksPriorLearning({ met, by, at }: PriorLearningDecided): BankPriorLearning | null {
  return met.length === 0 ? null : { type: 'BankPriorLearning', standards: met, by: { ...by, role: 'system' }, at };
}
