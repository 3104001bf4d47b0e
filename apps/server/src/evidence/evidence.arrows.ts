import { evidence, type AnyFact, type EvidenceFact, type EvidenceItem, type Portfolio } from '@assay/engine';
import type { Arrows } from '../record/arrows.ts';
import type { Unit } from '../record/unit.ts';
import { isOpen } from '../submission/submission.views.ts';
import { holdAward, liftHold } from './holds.ts';
import { restore, setAside } from './aside.ts';

/**
 * What is quarantined counts in no review until it is back; a safeguarding concern holds the award. What comes back into
 * a portfolio that was returned meanwhile is the candidate's to work on again.
 */
export const evidenceArrows: Arrows<EvidenceItem, EvidenceFact> = {
  async follow(unit, { fact }) {
    switch (fact.type) {
      case 'ItemQuarantined':
      case 'CorrectionLapsed':
        await setAside(unit, fact);
        break;
      case 'ItemCorrected':
        await unlock(unit, fact);
        break;
      case 'ItemReleased':
        await restore(unit, fact);
        await unlock(unit, fact);
        break;
      case 'SafeguardingRaised':
        await holdAward(unit, fact);
        break;
      case 'SafeguardingCleared':
        await liftHold(unit, fact);
        await restore(unit, fact);
        await unlock(unit, fact);
        break;
      default:
        break;
    }
  },
};

async function unlock(unit: Unit, { item, submission, by, at }: AnyFact & Portfolio): Promise<void> {
  if (!(await isOpen(await unit.tables(), submission))) return;
  await unit.change(evidence, item, null, () => ({ type: 'UnlockItem', by: { ...by, role: 'system' }, at }));
}
