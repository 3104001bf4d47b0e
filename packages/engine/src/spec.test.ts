import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workflows } from './index.ts';

const spec = readFileSync(join(import.meta.dirname, '../SPEC.md'), 'utf8').split('\n');

test.each(Object.entries(workflows))('every rule of %s stands in SPEC.md word for word', (_name, { rules }) => {
  expect(rules.map(({ id, says }) => `- **${id}** ${says}`).filter((line) => !spec.includes(line))).toEqual([]);
});
