import {
  appeal,
  appealId,
  appraisal,
  appraisalId,
  award,
  batchId,
  awardId,
  circumstances,
  circumstancesId,
  cohort,
  cohortId,
  evidence,
  itemId,
  malpractice,
  malpracticeId,
  marking,
  markingId,
  markingReview,
  markingReviewId,
  moderation,
  priorLearning,
  priorLearningId,
  provider,
  providerId,
  review,
  reviewId,
  standing,
  standingId,
  submission,
  submissionId,
} from '@assay/engine';
import { readableAppeal } from '../appeal/appeal.views.ts';
import { appraisalLog } from '../appraisal/log.ts';
import { awardLog } from '../award/log.ts';
import { readableCircumstances } from '../circumstances/circumstances.views.ts';
import { staffedCohort } from '../enrolment/cohort.views.ts';
import { actingFor } from '../enrolment/enrolment.views.ts';
import { loggedItem } from '../evidence/evidence.views.ts';
import { caseLog } from '../malpractice/log.ts';
import { readableMarkingReview } from '../marking-review/marking-review.views.ts';
import { readableBatch } from '../moderation/batch.read.ts';
import { readableStanding } from '../moderation/team.views.ts';
import { readableClaim } from '../prior-learning/prior-learning.views.ts';
import { readableMarking } from '../review/marking.read.ts';
import { reviewLog } from '../review/own-log.ts';
import type { Session } from '../session/session.ts';
import { visibleSubmission } from '../submission/submission.views.ts';
import type { World } from '../world.ts';
import { AssayError } from './errors.ts';
import type { LogFilter } from './log.ts';

/** What of a record's log somebody may read: all of it, none, or those lines that they may know. */
type Reader = (world: World, session: Session, stream: string) => Promise<boolean | LogFilter>;

/** Whether somebody may read a record's log, by workflow: exactly where they may see the record itself. */
export const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [provider.name, (_world, session, id) => allowed(Promise.resolve().then(() => actingFor(session, providerId(id))))],
  [cohort.name, (world, session, id) => allowed(staffedCohort(world, session, cohortId(id)))],
  [evidence.name, (world, session, id) => allowed(loggedItem(world, session, itemId(id)))],
  [submission.name, (world, session, id) => allowed(visibleSubmission(world, session, submissionId(id)))],
  [priorLearning.name, (world, session, id) => allowed(readableClaim(world, session, priorLearningId(id)))],
  [circumstances.name, (world, session, id) => allowed(readableCircumstances(world, session, circumstancesId(id)))],
  [review.name, (world, session, id) => shown(reviewLog(world, session, reviewId(id)))],
  [marking.name, (world, session, id) => allowed(readableMarking(world.db, session, markingId(id)))],
  [standing.name, (world, session, id) => allowed(readableStanding(world, session, standingId(id)))],
  [moderation.name, (world, session, id) => allowed(readableBatch(world.db, session, batchId(id)))],
  [award.name, (world, session, id) => shown(awardLog(world, session, awardId(id)))],
  [markingReview.name, (world, session, id) => allowed(readableMarkingReview(world, session, markingReviewId(id)))],
  [appeal.name, (world, session, id) => allowed(readableAppeal(world, session, appealId(id)))],
  [malpractice.name, (world, session, id) => shown(caseLog(world, session, malpracticeId(id)))],
  [appraisal.name, (world, session, id) => shown(appraisalLog(world, session, appraisalId(id)))],
]);

function allowed(reading: Promise<unknown>): Promise<boolean> {
  return shown(reading.then(() => true));
}

async function shown<Shown>(reading: Promise<Shown>): Promise<Shown | false> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AssayError && error.trouble.code === 'notFound') return false;
    throw error;
  }
}
