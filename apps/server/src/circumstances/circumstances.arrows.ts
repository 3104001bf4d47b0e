import { excusesAttempt, grantsExtension, submission, type Circumstances, type CircumstancesFact } from '@assay/engine';
import type { Arrows } from '../record/arrows.ts';

/** Circumstances that are upheld give time, or leave the attempt unused: where the submission refuses, nothing is upheld. */
export const circumstancesArrows: Arrows<Circumstances, CircumstancesFact> = {
  async follow(unit, { fact }) {
    if (fact.type !== 'CircumstancesUpheld') return;
    const follows = grantsExtension(fact) ?? excusesAttempt(fact);
    if (follows !== null) await unit.change(submission, fact.submission, null, () => follows);
  },
};
