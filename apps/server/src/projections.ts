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
  provider,
  review,
  standing,
  submission,
  type AnyFact,
} from '@assay/engine';
import { appealProjection } from './appeal/appeal.projection.ts';
import { appraisalProjection } from './appraisal/appraisal.projection.ts';
import { awardProjection } from './award/award.projection.ts';
import { circumstancesProjection } from './circumstances/circumstances.projection.ts';
import { cohortProjection, providerProjection } from './enrolment/enrolment.projection.ts';
import { evidenceProjection } from './evidence/evidence.projection.ts';
import { malpracticeProjection } from './malpractice/malpractice.projection.ts';
import { markingReviewProjection } from './marking-review/marking-review.projection.ts';
import { moderationProjection } from './moderation/moderation.projection.ts';
import { standingProjection } from './moderation/standing.projection.ts';
import { priorLearningProjection } from './prior-learning/prior-learning.projection.ts';
import type { Projection } from './record/projection.ts';
import { markingProjection } from './review/marking.projection.ts';
import { reviewProjection } from './review/review.projection.ts';
import { submissionProjection } from './submission/submission.projection.ts';

/** The projection of each workflow, by the workflow's name, in flow order. */
export const projections: ReadonlyMap<string, Projection<object, AnyFact>> = new Map<
  string,
  Projection<object, AnyFact>
>([
  [provider.name, providerProjection],
  [cohort.name, cohortProjection],
  [evidence.name, evidenceProjection],
  [submission.name, submissionProjection],
  [priorLearning.name, priorLearningProjection],
  [circumstances.name, circumstancesProjection],
  [review.name, reviewProjection],
  [marking.name, markingProjection],
  [standing.name, standingProjection],
  [moderation.name, moderationProjection],
  [award.name, awardProjection],
  [markingReview.name, markingReviewProjection],
  [appeal.name, appealProjection],
  [malpractice.name, malpracticeProjection],
  [appraisal.name, appraisalProjection],
]);

/** Every table that a rebuild empties and fills again. */
export const readModels = [
  'belonging',
  'involvement',
  'deadline',
  'provider',
  'appointment',
  'cohort',
  'item',
  'claim',
  'concern',
  'submission',
  'milestone',
  'cohort_total',
  'prior_learning',
  'prior_learning_standard',
  'circumstances',
  'review',
  'marking',
  'mark',
  'conference',
  'judgement',
  'confirmation',
  'gate',
  'occasion',
  'coverage',
  'query',
  'standing',
  'batch',
  'batch_portfolio',
  'external_portfolio',
  'award',
  'award_correction',
  'marking_review',
  'appeal',
  'appeal_panel',
  'malpractice',
  'appraisal',
] as const;
