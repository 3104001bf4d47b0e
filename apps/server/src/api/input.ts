import {
  awardId,
  batchId,
  cohortId,
  contentHash,
  day,
  itemId,
  markingId,
  personId,
  reviewId,
  submissionId,
} from '@assay/engine';
import { areaId, componentId, statementCode } from '@assay/standards';
import { z } from 'zod';

const token = (what: string) => z.string(`give the ${what}'s id`).regex(/^[\w:.-]{1,80}$/, `is not a ${what}'s id`);

/** Each reads an id of its sort from text, and says in a sentence what it expected. */
export const id = {
  person: token('person').transform(personId),
  cohort: token('cohort').transform(cohortId),
  item: token('evidence item').transform(itemId),
  submission: token('submission').transform(submissionId),
  review: token('review').transform(reviewId),
  marking: token('marking').transform(markingId),
  batch: token('batch').transform(batchId),
  award: token('award').transform(awardId),
  statement: statementCode,
  area: areaId,
  component: componentId,
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
