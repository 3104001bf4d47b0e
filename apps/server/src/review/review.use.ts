import { moderation, receivesReview, review, type PersonId, type ReviewId } from '@assay/engine';
import type { Unit } from '../record/unit.ts';

/** Allocates a review to a person; the engine is told whether the provider has appointed them as an assessor. */
export async function allocateAssessor(unit: Unit, id: ReviewId, seen: number, assessor: PersonId) {
  const appointment = await unit.writing
    .selectFrom('review')
    .innerJoin('appointment', 'appointment.provider', 'review.provider')
    .select('appointment.person')
    .where('review.review', '=', id)
    .where('appointment.person', '=', assessor)
    .where('appointment.role', '=', 'assessor')
    .executeTakeFirst();
  const appointed = appointment !== undefined;
  const { version, status } = await unit.change(review, id, seen, (by, at) => ({
    type: 'AllocateAssessor',
    assessor,
    appointed,
    by,
    at,
  }));
  return { version, status };
}

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
