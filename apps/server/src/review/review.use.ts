import { moderation, receivesReview, review, type ReviewId } from '@assay/engine';
import type { Unit } from '../record/unit.ts';

/** Seals a review; one that a moderator sent back goes back into its batch in the same transaction. */
export async function sealReview(unit: Unit, id: ReviewId, seen: number) {
  const done = await unit.change(review, id, seen, (by, at) => ({ type: 'SealReview', by, at }));
  for (const fact of done.facts) {
    if (fact.type !== 'ReviewSealed') continue;
    const waiting = await unit.writing
      .selectFrom('batch_portfolio')
      .select('batch')
      .where('submission', '=', fact.submission)
      .where('found', '=', 'queried')
      .executeTakeFirst();
    if (waiting !== undefined) await unit.change(moderation, waiting.batch, null, () => receivesReview(fact));
  }
  return { version: done.version, status: done.status };
}
