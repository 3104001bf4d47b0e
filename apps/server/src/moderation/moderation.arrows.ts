import {
  award,
  awardId,
  marking,
  opensAward,
  remarksSubmissions,
  returnsMarking,
  type Batch,
  type BatchSignedOff,
  type ModerationFact,
} from '@assay/engine';
import { banksOf } from '../award/award.read.ts';
import type { Arrows } from '../record/arrows.ts';
import type { Unit } from '../record/unit.ts';
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
    if (fact.type === 'BatchSignedOff') await recommend(unit, fact);
    if (fact.type === 'AssessorReplaced')
      for (const { marking: id, command } of remarksSubmissions(fact))
        await unit.change(marking, id, null, () => command);
  },
};

/** An award for each portfolio that was signed, with what its attempt was opened with: read and written together. */
async function recommend(unit: Unit, signed: BatchSignedOff): Promise<void> {
  const submissions = signed.population.map(({ submission }) => submission);
  const banks = await banksOf(await unit.tables(), submissions);
  await unit.changeAll(
    award,
    signed.population.map((candidature) => {
      const id = awardId(unit.given.freshId());
      return { id, opens: true, ask: () => opensAward(signed, candidature, id, banks.get(candidature.submission)) };
    }),
  );
}
