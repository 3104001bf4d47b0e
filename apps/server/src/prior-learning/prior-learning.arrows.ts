import { banksPriorLearning, submission, type PriorLearning, type PriorLearningFact } from '@assay/engine';
import type { Arrows } from '../record/arrows.ts';

/** What was found met is banked in the submission, and not assessed there. */
export const priorLearningArrows: Arrows<PriorLearning, PriorLearningFact> = {
  async follow(unit, { fact }) {
    if (fact.type !== 'PriorLearningDecided') return;
    const banks = banksPriorLearning(fact);
    if (banks !== null) await unit.change(submission, fact.submission, null, () => banks);
  },
};
