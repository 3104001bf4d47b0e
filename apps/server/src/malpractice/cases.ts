import {
  award,
  disallowsAward,
  liftsHold,
  voidsEvidence,
  type AwardRecommended,
  type MalpracticeProven,
} from '@assay/engine';
import type { Writing } from '../database.ts';
import { awardNow } from '../award/award.read.ts';
import { factIn } from '../record/chain.ts';
import type { Unit } from '../record/unit.ts';

/**
 * What was proven of a portfolio before its award was recommended follows on the award now. Answers whether it was
 * disallowed, after which nothing else follows.
 */
export async function followCases(unit: Unit, recommended: AwardRecommended): Promise<boolean> {
  const tables = await unit.tables();
  const proven = await provenOf(tables, recommended.submission);
  for (const fact of proven) {
    const disallows = disallowsAward(fact);
    if (disallows === null) continue;
    await unit.change(award, recommended.award, null, () => ({ ...disallows, at: recommended.at }));
    return true;
  }
  for (const fact of proven) await voidBefore(unit, recommended, fact);
  return false;
}

/** Evidence that was voided while marks rested on it: they are put right under a hold, as they would be later. */
async function voidBefore(unit: Unit, { award: id, at }: AwardRecommended, fact: MalpracticeProven): Promise<void> {
  const tables = await unit.tables();
  const { context } = (await awardNow(tables, id)).state;
  const corrects = voidsEvidence(await notJudgedSince(tables, fact), context);
  const lifts = liftsHold(fact);
  if (corrects === null || lifts === null) return;
  await unit.change(award, id, null, () => ({
    type: 'HoldAward',
    hold: fact.malpractice,
    kind: 'malpractice',
    reason: 'Evidence of this portfolio was voided before its award was recommended.',
    by: corrects.by,
    at,
  }));
  await unit.change(award, id, null, () => ({ ...corrects, at }));
  await unit.change(award, id, null, () => ({ ...lifts, at }));
}

/** A mark that was given after the evidence was voided does not rest on it: an assessor could not confirm it any more. */
async function notJudgedSince(tables: Writing, fact: MalpracticeProven): Promise<MalpracticeProven> {
  const since = await tables
    .selectFrom('judgement')
    .innerJoin('review', 'review.review', 'judgement.review')
    .select('judgement.standard')
    .where('review.submission', '=', fact.submission)
    .where('judgement.at', '>', fact.at)
    .execute();
  const judged = new Set<string>(since.map(({ standard }) => standard));
  return {
    ...fact,
    voided: { ...fact.voided, standards: fact.voided.standards.filter((standard) => !judged.has(standard)) },
  };
}

/** The proven cases of a submission, the first decided first. */
async function provenOf(tables: Writing, submission: string): Promise<MalpracticeProven[]> {
  const rows = await tables
    .selectFrom('malpractice')
    .innerJoin('fact', 'fact.stream', 'malpractice.malpractice')
    .selectAll('fact')
    .where('malpractice.submission', '=', submission)
    .where('fact.type', '=', 'MalpracticeProven')
    .orderBy('fact.position')
    .execute();
  return rows.map((row) => factIn<MalpracticeProven>(row));
}
