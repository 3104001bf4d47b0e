import type { Instant } from '@assay/engine';
import type { Writing } from '../database.ts';
import { inPieces } from '../record/pieces.ts';
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

/** Moves one submission or many to a stage in their read model and notes when. */
export async function reachStage(
  writing: Writing,
  submissions: string | readonly string[],
  stage: Stage,
  at: Instant,
): Promise<void> {
  for (const piece of inPieces(typeof submissions === 'string' ? [submissions] : submissions)) {
    await moveTally(writing, piece, stage);
    await writing.updateTable('submission').set({ stage }).where('submission', 'in', piece).execute();
    await writing
      .insertInto('milestone')
      .values(piece.map((submission) => ({ submission, stage, at })))
      .onConflict((conflict) => conflict.columns(['submission', 'stage']).doUpdateSet({ at }))
      .execute();
  }
}
