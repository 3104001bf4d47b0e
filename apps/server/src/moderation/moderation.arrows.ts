import { award, awardId, marking, opensAward, returnsMarking, type Batch, type ModerationFact } from '@assay/engine';
import { bankOf } from '../award/award.read.ts';
import type { Arrows } from '../record/arrows.ts';
import { noteStandings } from './standing.use.ts';

/** What a moderator finds stands in the assessors' standings; queries go back; what is signed off is recommended. */
export const moderationArrows: Arrows<Batch, ModerationFact> = {
  async follow(unit, { context, fact }) {
    await noteStandings(unit, context.provider, fact);
    if (fact.type === 'ReviewQueried') {
      const returned = returnsMarking(fact);
      await unit.change(marking, returned.marking, null, () => returned.command);
    }
    if (fact.type === 'BatchSignedOff')
      for (const candidature of fact.population) {
        const recommended = awardId(unit.given.freshId());
        const bank = await bankOf(await unit.tables(), candidature.submission);
        await unit.change(award, recommended, 0, () => opensAward(fact, candidature, recommended, bank));
      }
  },
};
