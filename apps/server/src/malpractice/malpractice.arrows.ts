import {
  award,
  disallowsAward,
  holdsAward,
  liftsHold,
  voidsEvidence,
  type Malpractice,
  type MalpracticeFact,
  type MalpracticeNotProven,
  type MalpracticeProven,
  type ReportDismissed,
} from '@assay/engine';
import { awardOf } from '../award/award.read.ts';
import type { Arrows } from '../record/arrows.ts';
import type { Unit } from '../record/unit.ts';
import { setVoidedAside } from './voided.ts';

/**
 * A case that is open holds the award; one that is closed lifts its hold, corrects the award or takes it away. Where no
 * award is recommended yet, all this follows once it is (`followCases`, `holdsOn`).
 */
export const malpracticeArrows: Arrows<Malpractice, MalpracticeFact> = {
  async follow(unit, { fact }) {
    switch (fact.type) {
      case 'MalpracticeReported': {
        const held = await awardOf(await unit.tables(), fact.submission);
        if (held !== undefined && unreleased.has(held.state.status))
          await unit.change(award, held.id, null, () => holdsAward(fact));
        break;
      }
      case 'MalpracticeProven':
        await setVoidedAside(unit, fact);
        await correct(unit, fact);
        await lift(unit, fact);
        break;
      case 'MalpracticeNotProven':
      case 'ReportDismissed':
        await lift(unit, fact);
        break;
    }
  },
};

const unreleased: ReadonlySet<string> = new Set(['recommended', 'held']);

async function correct(unit: Unit, proven: MalpracticeProven): Promise<void> {
  const now = await awardOf(await unit.tables(), proven.submission);
  if (now === undefined || now.state.status === 'voided') return;
  const disallows = disallowsAward(proven);
  const follows = disallows ?? voidsEvidence(proven, now.state.context);
  if (follows !== null) await unit.change(award, now.id, null, () => follows);
}

async function lift(unit: Unit, closed: ReportDismissed | MalpracticeNotProven | MalpracticeProven): Promise<void> {
  const now = await awardOf(await unit.tables(), closed.submission);
  const lifts = liftsHold(closed);
  if (now === undefined || now.state.status !== 'held' || lifts === null) return;
  if (now.state.context.holds.some(({ hold, kind }) => hold === lifts.hold && kind === lifts.kind))
    await unit.change(award, now.id, null, () => lifts);
}
