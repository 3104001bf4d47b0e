import { describe, expect, test } from 'vitest';

import { BrokenFile, parseAppraisal, parseFramework } from './index.ts';
import { damaged, refusalOf, tinyAppraisal, tinyFramework } from './testing/tiny.ts';

const framework = parseFramework(tinyFramework, 'f.json');
const clock = '{ "id": "mid-year", "value": 6, "unit": "months", "for": "the mid-year check" }';
const able = '{ "level": 2, "name": "Able", "descriptor": "keeps bees alone" }';

const damage: readonly (readonly [what: string, from: string, to: string, sentence: string])[] = [
  ['a missing name', `"title": "Tiny appraisal",`, '', "title is missing; give the profile's title as a string."],
  [
    'an unknown field',
    `"edition": 1,`,
    `"edition": 1, "threshold": 2,`,
    'threshold is not a field known here; correct its spelling or take it out.',
  ],
  [
    "another framework's id",
    `"tiny-2026"`,
    `"other-2026"`,
    'framework is "other-2026"; write "tiny-2026", the framework that the profile is read with.',
  ],
  ['one level only', `,\n    ${able}`, '', 'levels is a list; list at least two levels.'],
  ['a gap in the levels', `"level": 2`, `"level": 3`, 'levels[1].level is 3; write 2, since levels count up from 1.'],
  ['a level of nothing', `"level": 1`, `"level": 0`, 'levels[0].level is 0; give the level as a whole number from 1.'],
  [
    'an area that does not exist',
    `"area": "BEE"`,
    `"area": "WAX"`,
    'elements[0].area is "WAX"; choose an area of tiny-2026 (BEE).',
  ],
  [
    'an area with no element',
    `"kinds": ["S", "K"]`,
    `"kinds": []`,
    'elements[0].kinds is an empty list; list at least one kind, or take the area out.',
  ],
  [
    'a kind of which the area has nothing',
    `"kinds": ["S", "K"]`,
    `"kinds": ["S", "Q"]`,
    'elements[0].kinds[1] is "Q"; choose a kind of which BEE has statements (S, K).',
  ],
  [
    'a kind named twice',
    `"kinds": ["S", "K"]`,
    `"kinds": ["S", "K", "S"]`,
    'elements[0].kinds[2] is "S" for the second time; name every kind of an area once.',
  ],
  [
    'an area listed twice',
    `"kinds": ["S", "K"] }`,
    `"kinds": ["S"] }, { "area": "BEE", "kinds": ["K"] }`,
    'elements[1].area is "BEE" for the second time; list all elements of an area together.',
  ],
  [
    'no element at all',
    `[{ "area": "BEE", "kinds": ["S", "K"] }]`,
    '[]',
    'elements is an empty list; list the elements of at least one area.',
  ],
  [
    'no room for an objective',
    `"objectivesAtMost": 3`,
    `"objectivesAtMost": 0`,
    'objectivesAtMost is 0; give the most objectives of one year as a whole number from 1.',
  ],
  [
    'a period of no length',
    `"months": 12`,
    `"months": 0`,
    'months is 0; give the length of the period in months as a whole number from 1.',
  ],
  [
    'an outline with a stranger',
    `"personSpecification": ["K"]`,
    `"personSpecification": ["K", "Q"]`,
    'outline.personSpecification[1] is "Q"; choose a kind of tiny-2026 (S, K).',
  ],
  [
    'an outline that names a kind twice',
    `"jobDescription": ["S"]`,
    `"jobDescription": ["S", "K"]`,
    'outline names kind "K" twice; name every kind once in one of the two lists.',
  ],
  [
    'an outline that leaves a kind out',
    `"jobDescription": ["S"]`,
    `"jobDescription": []`,
    'outline leaves kind "S" out; name every kind that is appraised in one of the two lists.',
  ],
  [
    'a clock that nothing runs by',
    `"id": "mid-year"`,
    `"id": "half-time"`,
    'clocks[0].id is "half-time"; choose one of agree-remit, self-review, reviewer-rating, meeting, agree-profile, mid-year, year-end, carry-forward.',
  ],
  [
    'a clock of no length',
    `"value": 6`,
    `"value": 0`,
    'clocks[0].value is 0; give the duration as a whole number from 1.',
  ],
  [
    'two clocks of one id',
    clock,
    `${clock}, ${clock}`,
    'clocks[1].id is "mid-year" for the second time; give every entry an id of its own.',
  ],
];

describe("an appraisal's file", () => {
  test('is read when it is whole', () => {
    expect(parseAppraisal(tinyAppraisal, 'a.json', framework)).toMatchObject({ id: 'tiny-appraisal', months: 12 });
  });

  test('may leave a kind out of the elements that its framework has', () => {
    const fewer = damaged(
      damaged(tinyAppraisal, '["S", "K"]', '["S"]'),
      '"personSpecification": ["K"]',
      '"personSpecification": []',
    );
    expect(parseAppraisal(fewer, 'a.json', framework).elements).toEqual([{ area: 'BEE', kinds: ['S'] }]);
  });

  test.for(damage)('is refused in one sentence for %s', ([, from, to, sentence]) => {
    const refusal = refusalOf(() => parseAppraisal(damaged(tinyAppraisal, from, to), 'a.json', framework));
    expect(refusal).toBeInstanceOf(BrokenFile);
    expect(refusal).toHaveProperty('message', `a.json: ${sentence}`);
  });
});
