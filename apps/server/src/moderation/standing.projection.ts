import { standingOf, type Standing, type StandingFact } from '@assay/engine';
import type { Projection } from '../record/projection.ts';

export const standingProjection: Projection<Standing, StandingFact> = {
  async project(writing, { stream, status, context, fact }) {
    const marked = Object.values(context.seeded);
    const shown = {
      ...standingOf({ status, context }),
      in_row: context.row.length,
      seeded: marked.length,
      seeded_right: marked.filter(Boolean).length,
    };
    if (fact.type === 'StandingOpened') {
      const { assessor, provider } = context;
      await writing
        .insertInto('standing')
        .values({ standing: stream, assessor, provider, ...shown })
        .execute();
    } else await writing.updateTable('standing').set(shown).where('standing', '=', stream).execute();
  },
  messages: () => [],
};
