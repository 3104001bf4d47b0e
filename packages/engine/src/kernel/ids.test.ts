import { expect, test } from 'vitest';
import {
  awardId,
  batchId,
  cohortId,
  contentHash,
  itemId,
  member,
  personId,
  providerId,
  reviewId,
  submissionId,
} from './index.ts';

const makers = { awardId, batchId, cohortId, itemId, personId, providerId, reviewId, submissionId };

test.each(Object.entries(makers))('%s takes letters, digits and _ : . - up to 80 of them', (_name, make) => {
  expect(make('a-1_B:c.9')).toBe('a-1_B:c.9');
  expect(make('x'.repeat(80))).toHaveLength(80);
  for (const wrong of ['', 'x'.repeat(81), 'a b', 'a/b', 'é', 'a\n', '<script>'])
    expect(() => make(wrong)).toThrow(TypeError);
});

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
