import { award, type Award, type AwardFact } from '@assay/engine';
import { followCases } from '../malpractice/cases.ts';
import type { Arrows } from '../record/arrows.ts';
import { holdsOn } from './holds.ts';
import { openNextAttempt } from './next-attempt.ts';

/** What was found of the portfolio before there was an award takes hold of it; who may go on has a next attempt. */
export const awardArrows: Arrows<Award, AwardFact> = {
  async follow(unit, { stream, fact }) {
    switch (fact.type) {
      case 'AwardRecommended': {
        if (await followCases(unit, fact)) return;
        const by = { ...fact.by, role: 'system' as const };
        for (const hold of await holdsOn(await unit.tables(), fact.submission))
          await unit.change(award, stream, null, () => ({ type: 'HoldAward', ...hold, by, at: fact.at }));
        break;
      }
      case 'AwardReferred':
      case 'AttemptGranted':
      case 'AwardCorrectedToRefer':
        await openNextAttempt(unit, fact);
        break;
      case 'AwardDisallowed':
        if (fact.onward !== null) await openNextAttempt(unit, { ...fact.onward, by: fact.by, at: fact.at });
        break;
    }
  },
};
