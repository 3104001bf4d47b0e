import type { Instant } from '@assay/engine';
import type { Writing } from '../database.ts';
import { moveTally } from './tally.ts';

/** Where a portfolio is, in the order a candidate goes through; in the last three nothing follows. */
export const stages = [
  'gathering',
  'submitted',
  'allocation',
  'marking',
  'sealed',
  'moderation',
  'signedOff',
  'released',
  'withdrawn',
  'notSubmitted',
  'excused',
  'voided',
] as const;
export type Stage = (typeof stages)[number];

/** Moves a submission to a stage in its read model and notes when. */
export async function reachStage(writing: Writing, submission: string, stage: Stage, at: Instant): Promise<void> {
  await moveTally(writing, submission, stage);
  await writing.updateTable('submission').set({ stage }).where('submission', '=', submission).execute();
  await writing
    .insertInto('milestone')
    .values({ submission, stage, at })
    .onConflict((conflict) => conflict.columns(['submission', 'stage']).doUpdateSet({ at }))
    .execute();
}
