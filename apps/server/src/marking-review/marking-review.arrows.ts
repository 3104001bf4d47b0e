import { award, correctsAward, type MarkingReview, type MarkingReviewFact } from '@assay/engine';
import { awardNow } from '../award/award.read.ts';
import type { Arrows } from '../record/arrows.ts';

/** A marking error corrects the award, unless it is void by now: what is void is not put right. */
export const markingReviewArrows: Arrows<MarkingReview, MarkingReviewFact> = {
  async follow(unit, { fact }) {
    if (fact.type !== 'MarkingErrorFound') return;
    const { id, state } = await awardNow(await unit.tables(), fact.award);
    if (state.status !== 'voided') await unit.change(award, id, null, () => correctsAward(fact));
  },
};
