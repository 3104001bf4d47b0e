import { opensSubmission, submission, type Cohort, type CohortFact } from '@assay/engine';
import type { Arrows } from '../record/arrows.ts';

/** Who is enrolled has a first attempt that is open. */
export const cohortArrows: Arrows<Cohort, CohortFact> = {
  async follow(unit, { fact }) {
    if (fact.type === 'CandidateEnrolled')
      await unit.change(submission, fact.submission, 0, () => opensSubmission(fact));
  },
};
