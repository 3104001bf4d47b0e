import { expect, test } from 'vitest';
import { isAllowed, refused } from './licences.ts';

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['(MIT AND GPL-3.0-only)', false],
  ['(Apache-2.0 AND MIT)', true],
  ['GPL-3.0-only', false],
  ['AGPL-3.0-or-later', false],
  ['Unknown', false],
  ['', false],
])('the licence %j is allowed: %s', (expression, expected) => {
  expect(isAllowed(expression)).toBe(expected);
});

test('a package is refused by name and licence, unless its licence was read by a person', () => {
  expect(
    refused([
      { name: 'left', license: 'MIT' },
      { name: 'right', license: 'SSPL-1.0' },
      { name: 'dejavu-fonts-ttf', license: 'Unknown' },
    ]),
  ).toEqual(['right is under "SSPL-1.0", which is not on the list in tooling/checks/licences.ts.']);
});
