import { isAgreed, type Marking, type MarkingFact } from '@assay/engine';
import type { Projection } from '../record/projection.ts';
import { reachStage } from '../submission/stage.ts';

export const markingProjection: Projection<Marking, MarkingFact> = {
  async project(writing, { stream, version, status, context, fact }) {
    const { submission, cohort } = context;
    if (fact.type === 'MarkingOpened') {
      await writing.insertInto('marking').values({ marking: stream, submission, cohort, status, version }).execute();
      return;
    }
    await writing.updateTable('marking').set({ status, version }).where('marking', '=', stream).execute();
    if (isAgreed(fact)) await reachStage(writing, submission, 'sealed', fact.at);
  },
  messages: () => [],
};
