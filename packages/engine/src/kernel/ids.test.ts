import { expect, test } from 'vitest';
import {
  appealId,
  appraisalId,
  awardId,
  batchId,
  circumstancesId,
  cohortId,
  contentHash,
  itemId,
  malpracticeId,
  markingId,
  markingReviewId,
  member,
  personId,
  priorLearningId,
  providerId,
  reviewId,
  standingId,
  submissionId,
} from './index.ts';

const makers = [
  ['person id', personId],
  ['provider id', providerId],
  ['cohort id', cohortId],
  ['item id', itemId],
  ['submission id', submissionId],
  ['review id', reviewId],
  ['marking id', markingId],
  ['circumstances id', circumstancesId],
  ['prior learning id', priorLearningId],
  ['standing id', standingId],
  ['batch id', batchId],
  ['award id', awardId],
  ['review of marking id', markingReviewId],
  ['appeal id', appealId],
  ['malpractice case id', malpracticeId],
  ['appraisal id', appraisalId],
] as const;

test.each(makers)(
  'a %s is letters, digits and _ : . - up to 80 of them; anything else is told as none',
  (name, make) => {
    expect(() => make('a b')).toThrow(`"a b" is not a ${name}`);
    expect(make('a-1_B:c.9')).toBe('a-1_B:c.9');
    expect(make('x'.repeat(80))).toHaveLength(80);
    for (const wrong of ['', 'x'.repeat(81), 'a b', 'a/b', 'é', 'a\n', '<script>'])
      expect(() => make(wrong)).toThrow(TypeError);
  },
);

test('a content hash is 64 lower-case hexadecimal digits', () => {
  expect(contentHash('0a'.repeat(32))).toHaveLength(64);
  for (const wrong of ['0A'.repeat(32), '0a'.repeat(31), `${'0a'.repeat(32)}0`, 'g'.repeat(64)]) {
    expect(() => contentHash(wrong)).toThrow(`${JSON.stringify(wrong)} is not a content hash`);
  }
});

test('a member of a record is its own, never one that every object has', () => {
  expect(member({ a: 1 }, 'a')).toBe(1);
  expect(member({ a: 1 }, 'b')).toBeUndefined();
  for (const inherited of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(member({ a: 1 }, inherited)).toBeUndefined();
});
