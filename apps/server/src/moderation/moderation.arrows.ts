import {
  award,
  awardId,
  marking,
  opensAward,
  remarksSubmissions,
  returnsMarking,
  type Batch,
  type ModerationFact,
} from '@assay/engine';
import { banksOf } from '../award/award.read.ts';
import type { Arrows } from '../record/arrows.ts';
import { noteStandings } from './standing.use.ts';

/**
 * What a moderator finds stands in the assessors' standings; queries go back to the markers; an assessor's work goes to
 * another; what is signed off is recommended.
 */
export const moderationArrows: Arrows<Batch, ModerationFact> = {
  async follow(unit, { context, fact }) {
    await noteStandings(unit, context.provider, fact);
    if (fact.type === 'ReviewQueried') {
      const returned = returnsMarking(fact);
      await unit.change(marking, returned.marking, null, () => returned.command);
    }
    if (fact.type === 'BatchSignedOff')
      if (fact.type === 'BatchSignedOff') {
        const banks = await banksOf(
          await unit.tables(),
          fact.population.map(({ submission }) => submission),
        );
        await unit.changeAll(
          award,
          fact.population.map((candidature) => {
            const id = awardId(unit.given.freshId());
            return { id, opens: true, ask: () => opensAward(fact, candidature, id, banks.get(candidature.submission)) };
          }),
        );
      }
    if (fact.type === 'AssessorReplaced')
      for (const { marking: id, command } of remarksSubmissions(fact))
        await unit.change(marking, id, null, () => command);
  },
};
