import {
  appealId,
  appraisalId,
  awardId,
  batchId,
  circumstancesId,
  cohortId,
  contentHash,
  day,
  itemId,
  malpracticeId,
  markingId,
  markingReviewId,
  personId,
  priorLearningId,
  providerId,
  reviewId,
  submissionId,
} from '@assay/engine';
import { areaId, componentId, statementCode } from '@assay/standards';
import { z } from 'zod';

const token = (what: string) => z.string(`give the ${what}'s id`).regex(/^[\w:.-]{1,80}$/, `is not a ${what}'s id`);

/** Each reads an id of its sort from text, and says in a sentence what it expected. */
export const id = {
  person: token('person').transform(personId),
  provider: token('provider').transform(providerId),
  cohort: token('cohort').transform(cohortId),
  item: token('evidence item').transform(itemId),
  submission: token('submission').transform(submissionId),
  priorLearning: token('claim of prior learning').transform(priorLearningId),
  circumstances: token('claim of circumstances').transform(circumstancesId),
  review: token('review').transform(reviewId),
  marking: token('marking').transform(markingId),
  batch: token('batch').transform(batchId),
  award: token('award').transform(awardId),
  markingReview: token('review of marking').transform(markingReviewId),
  appeal: token('appeal').transform(appealId),
  malpractice: token('malpractice case').transform(malpracticeId),
  appraisal: token('appraisal').transform(appraisalId),
  statement: statementCode,
  area: areaId,
  component: componentId,
  /** An item by its number in the submitted portfolio. */
  numbered: z.templateLiteral(['E', z.int().min(1)], 'is not a number such as E1'),
  hash: z
    .string('give the digest')
    .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 digest')
    .transform(contentHash),
  source: z.union(
    [z.templateLiteral(['E', z.int().min(1)]), z.literal('visit'), z.literal('discussion')],
    'is not a source such as E1, visit or discussion',
  ),
};

/** A day of the calendar, `2026-11-22`. */
export const calendarDay = z.iso.date('give a day such as 2026-11-22').transform(day);
/** One line of text; the engine says where it may not be empty. */
export const line = z.string('give some text').max(300, 'is longer than 300 characters');
/** Running text. */
export const prose = z.string('give some text').max(20_000, 'is longer than 20,000 characters');

/** One page of a list: what the page before ended on, and how many lines are asked for. */
export const page = {
  after: z.string().max(100, 'is longer than 100 characters').nullable().default(null),
  limit: z.int('is a whole number').min(1, 'is at least 1').max(100, 'is at most 100').default(50),
};
/** Asked again, so that nobody signs at a desk that somebody left; left out where it was proved of late. */
export const password = z.string().max(200).optional();
