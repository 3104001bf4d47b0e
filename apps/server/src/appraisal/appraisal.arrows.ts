import { appraisal, appraisalId, opensNextYear, type Appraisal, type AppraisalFact } from '@assay/engine';
import { isAppointed } from '../enrolment/appointed.ts';
import type { Arrows } from '../record/arrows.ts';
import { appraisedBy } from './appraisal.use.ts';

/**
 * A year that is carried forward opens the next with the same reviewer. Where they do not assess for the provider any
 * more, the next waits until it is opened with another; it is then taken up all the same.
 */
export const appraisalArrows: Arrows<Appraisal, AppraisalFact> = {
  async follow(unit, { context, fact }) {
    if (fact.type !== 'AppraisalCarriedForward') return;
    const { reviewer, provider } = fact;
    const appointed = await isAppointed(await unit.tables(), reviewer, 'assessor', provider);
    if (!appointed) return;
    const next = appraisalId(unit.given.freshId());
    const opens = opensNextYear(fact, { appraisal: next, reviewer, appointed });
    await unit.change(appraisal, next, 0, () => opens, appraisedBy(unit.given.appraisals, context.framework).book);
  },
};
