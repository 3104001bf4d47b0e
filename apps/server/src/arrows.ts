import {
  appeal,
  appraisal,
  award,
  circumstances,
  cohort,
  evidence,
  malpractice,
  marking,
  markingReview,
  moderation,
  priorLearning,
  review,
  submission,
  type AnyFact,
} from '@assay/engine';
import { circumstancesArrows } from './circumstances/circumstances.arrows.ts';
import { cohortArrows } from './enrolment/enrolment.arrows.ts';
import { evidenceArrows } from './evidence/evidence.arrows.ts';
import { appealArrows } from './appeal/appeal.arrows.ts';
import { appraisalArrows } from './appraisal/appraisal.arrows.ts';
import { awardArrows } from './award/award.arrows.ts';
import { malpracticeArrows } from './malpractice/malpractice.arrows.ts';
import { markingReviewArrows } from './marking-review/marking-review.arrows.ts';
import { moderationArrows } from './moderation/moderation.arrows.ts';
import { priorLearningArrows } from './prior-learning/prior-learning.arrows.ts';
import type { Arrows } from './record/arrows.ts';
import { markingArrows } from './review/marking.arrows.ts';
import { reviewArrows } from './review/review.arrows.ts';
import { submissionArrows } from './submission/submission.arrows.ts';

/** The arrows of each workflow, by the workflow's name, in flow order. */
export const arrows: ReadonlyMap<string, Arrows<object, AnyFact>> = new Map<string, Arrows<object, AnyFact>>([
  [cohort.name, cohortArrows],
  [evidence.name, evidenceArrows],
  [submission.name, submissionArrows],
  [priorLearning.name, priorLearningArrows],
  [circumstances.name, circumstancesArrows],
  [review.name, reviewArrows],
  [marking.name, markingArrows],
  [moderation.name, moderationArrows],
  [award.name, awardArrows],
  [markingReview.name, markingReviewArrows],
  [appeal.name, appealArrows],
  [malpractice.name, malpracticeArrows],
  [appraisal.name, appraisalArrows],
]);
