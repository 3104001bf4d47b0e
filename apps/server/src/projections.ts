import {
  award,
  cohort,
  evidence,
  marking,
  moderation,
  provider,
  review,
  standing,
  submission,
  type AnyFact,
} from '@assay/engine';
import { awardProjection } from './award/award.projection.ts';
import { cohortProjection, providerProjection } from './enrolment/enrolment.projection.ts';
import { evidenceProjection } from './evidence/evidence.projection.ts';
import { moderationProjection } from './moderation/moderation.projection.ts';
import { standingProjection } from './moderation/standing.projection.ts';
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
  [review.name, reviewProjection],
  [marking.name, markingProjection],
  [standing.name, standingProjection],
  [moderation.name, moderationProjection],
  [award.name, awardProjection],
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
  'submission',
  'milestone',
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
] as const;
