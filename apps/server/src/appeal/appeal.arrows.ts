import {
  award,
  correctsOnAppeal,
  markingReview,
  markingReviewId,
  reopensReview,
  type Appeal,
  type AppealFact,
} from '@assay/engine';
import { awardNow } from '../award/award.read.ts';
import type { Arrows } from '../record/arrows.ts';

/** An upheld appeal corrects the award, or orders a new review of it; neither, where the award is void by now. */
export const appealArrows: Arrows<Appeal, AppealFact> = {
  async follow(unit, { fact }) {
    if (fact.type !== 'AppealUpheld' && fact.type !== 'PanelUpheldAppeal') return;
    const { id, state } = await awardNow(await unit.tables(), fact.award);
    if (state.status === 'voided') return;
    const corrects = correctsOnAppeal(fact);
    if (corrects !== null) await unit.change(award, id, null, () => corrects);
    const again = markingReviewId(unit.given.freshId());
    const reopens = reopensReview(fact, state, again);
    if (reopens !== null) await unit.change(markingReview, again, 0, () => reopens);
  },
};
