import {
  award,
  batchId,
  awardId,
  evidence,
  itemId,
  marking,
  markingId,
  moderation,
  review,
  reviewId,
  submission,
  submissionId,
} from '@assay/engine';
import { showAward } from '../award/award.views.ts';
import { ownItem } from '../evidence/evidence.views.ts';
import { readableBatch } from '../moderation/batch.read.ts';
import { readableMarking } from '../review/marking.read.ts';
import { readableReview } from '../review/review.read.ts';
import type { Session } from '../session/session.ts';
import { visibleSubmission } from '../submission/submission.views.ts';
import type { World } from '../world.ts';
import { AssayError } from './errors.ts';

type Reader = (world: World, session: Session, stream: string) => Promise<boolean>;

/** Whether somebody may read a record's log, by workflow: exactly where they may see the record itself. */
export const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [evidence.name, (world, session, id) => allowed(ownItem(world, session, itemId(id)))],
  [submission.name, (world, session, id) => allowed(visibleSubmission(world, session, submissionId(id)))],
  [review.name, (world, session, id) => allowed(readableReview(world, session, reviewId(id)))],
  [marking.name, (world, session, id) => allowed(readableMarking(world.db, session, markingId(id)))],
  [moderation.name, (world, session, id) => allowed(readableBatch(world.db, session, batchId(id)))],
  [award.name, (world, session, id) => allowed(showAward(world, session, awardId(id)))],
]);

async function allowed(reading: Promise<unknown>): Promise<boolean> {
  try {
    await reading;
    return true;
  } catch (error) {
    if (error instanceof AssayError && error.trouble.code === 'notFound') return false;
    throw error;
  }
}
