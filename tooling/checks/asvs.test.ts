import { describe, expect, test } from 'vitest';
import { flaws, linesIn, numbers } from './asvs.ts';

const whole = numbers.map((number) => `| ${number} | something | n/a | there is none |`);
const changed = (number: string, line: string) =>
  flaws(linesIn(whole.map((each) => (each.startsWith(`| ${number} |`) ? line : each)).join('\n')), (path) =>
    path.startsWith('there/'),
  );

describe('the security checklist', () => {
  test('has the 253 requirements of level 1 and 2', () => {
    expect(new Set(numbers).size).toBe(253);
    expect(changed('V1.1.1', whole[0] ?? '')).toEqual([]);
  });

  test.each([
    ['', ['V8.2.1 is not in the checklist.']],
    ['| V8.2.1 | something | done | it is |', ['V8.2.1 is none of met, n/a, operator, open.']],
    ['| V8.2.1 | something | met | it is |', ['V8.2.1 is met, and names no file that proves it.']],
    ['| V8.2.1 | something | met | `there/a.test.ts` |', []],
    [
      '| V8.2.1 | something | met | `there/a.test.ts`, `gone/b.test.ts` |',
      ['V8.2.1 names gone/b.test.ts, which is not there.'],
    ],
    ['| V8.2.1 | something | open |  |', ['V8.2.1 says no reason.']],
    [
      '| V8.2.9 | something | open | not yet |',
      ['V8.2.1 is not in the checklist.', 'V8.2.9 is twice in the checklist, or of no level that it covers.'],
    ],
  ])('with the line %j is told %j', (line, says) => {
    expect(changed('V8.2.1', line)).toEqual(says);
  });
});
