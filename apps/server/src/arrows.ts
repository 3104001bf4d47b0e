import { cohort, marking, moderation, review, submission, type AnyFact } from '@assay/engine';
import { cohortArrows } from './enrolment/enrolment.arrows.ts';
import { moderationArrows } from './moderation/moderation.arrows.ts';
import type { Arrows } from './record/arrows.ts';
import { markingArrows } from './review/marking.arrows.ts';
import { reviewArrows } from './review/review.arrows.ts';
import { submissionArrows } from './submission/submission.arrows.ts';

/** The arrows of each workflow, by the workflow's name, in flow order. */
export const arrows: ReadonlyMap<string, Arrows<object, AnyFact>> = new Map<string, Arrows<object, AnyFact>>([
  [cohort.name, cohortArrows],
  [submission.name, submissionArrows],
  [review.name, reviewArrows],
  [marking.name, markingArrows],
  [moderation.name, moderationArrows],
]);
