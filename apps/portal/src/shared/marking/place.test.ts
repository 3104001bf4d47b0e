import { expect, test } from 'vitest';
import { pageOfPlace } from './place.ts';

test.each([
  ['page 3, second paragraph', 3],
  ['Page 12', 12],
  ['p. 7 and the table under it', 7],
  ['p4', 4],
  ['pages 10 to 12', 10],
  ['pp. 5–6', 5],
  ['the account of the second visit', null],
  ['step 3', null],
  ['page 0', null],
  ['', null],
])('%j opens page %j', (place, page) => {
  expect(pageOfPlace(place)).toBe(page);
});
