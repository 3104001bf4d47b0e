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
import { bankOf } from '../award/award.read.ts';
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

/** An award for each portfolio that was signed, with what its attempt was opened with: written together. */
async function recommend(unit: Unit, signed: BatchSignedOff): Promise<void> {
  const tables = await unit.tables();
  const recommended = [];
  for (const candidature of signed.population) {
    const id = awardId(unit.given.freshId());
    const bank = await bankOf(tables, candidature.submission);
    recommended.push({ id, opens: true, ask: () => opensAward(signed, candidature, id, bank) });
  }
  await unit.changeAll(award, recommended);
}
