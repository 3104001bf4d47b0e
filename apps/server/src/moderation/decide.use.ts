import {
  moderation,
  type BatchId,
  type ContentHash,
  type ModeratorQuery,
  type Scores,
  type SubmissionId,
} from '@assay/engine';
import type { Unit } from '../record/unit.ts';

/** Upholds a portfolio of the sample as it was marked; `marks` are the moderator's own, where they judged themselves. */
export function upholdReview(
  unit: Unit,
  batch: BatchId,
  seen: number | null,
  submission: SubmissionId,
  note: string,
  marks: Scores = {},
) {
  return unit.change(moderation, batch, seen, (by, at) => ({ type: 'UpholdReview', submission, note, marks, by, at }));
}

/** Sends a marking back with queries. */
export function queryReview(
  unit: Unit,
  batch: BatchId,
  seen: number,
  submission: SubmissionId,
  queries: readonly ModeratorQuery[],
) {
  return unit.change(moderation, batch, seen, (by, at) => ({ type: 'QueryReview', submission, queries, by, at }));
}

/** Signs a batch off, over the digest that was shown. */
export function signOffBatch(
  unit: Unit,
  batch: BatchId,
  seen: number,
  signed: { statement: string; digest: ContentHash; reauthenticated: boolean },
) {
  return unit.change(moderation, batch, seen, (by, at) => ({ type: 'SignOff', ...signed, by, at }));
}
