import { describe, expect, test } from 'vitest';

import { BrokenFile, parseFramework, parseScheme, statementsOf } from './index.ts';
import { damaged, refusalOf, tinyFramework, tinyScheme } from './testing/tiny.ts';

type Damage = readonly [what: string, from: string, to: string, sentence: string];

const S1 = `"number": 1, "text": "Open a hive calmly"`;

const frameworkDamage: readonly Damage[] = [
  [
    'a missing field',
    `, "text": "Open a hive calmly"`,
    '',
    "f.json: areas[0].statements[0].text is missing; give the statement's wording as a string.",
  ],
  [
    'a number where wording belongs',
    `"text": "Open a hive calmly"`,
    `"text": 7`,
    "f.json: areas[0].statements[0].text is 7; give the statement's wording as a string.",
  ],
  [
    'wording that is empty',
    `"text": "Open a hive calmly"`,
    `"text": ""`,
    "f.json: areas[0].statements[0].text is empty; give the statement's wording as a string.",
  ],
  [
    'a space at the end of wording',
    `"title": "Bees"`,
    `"title": "Bees "`,
    `f.json: areas[0].title is "Bees "; give the area's title as a string.`,
  ],
  [
    'an object where a list belongs',
    `"sections": []`,
    `"sections": {}`,
    'f.json: sections is an object; list the sections that stand before the areas (an empty list if there are none).',
  ],
  [
    'an unknown field',
    S1,
    `${S1}, "wieght": 2`,
    'f.json: areas[0].statements[0].wieght is not a field known here; correct its spelling or take it out.',
  ],
  [
    'an id in capitals',
    `"tiny-2026"`,
    `"Tiny 2026"`,
    `f.json: id is "Tiny 2026"; write the id in lower-case letters, figures and single hyphens, such as npqicl-2007.`,
  ],
  [
    'a code used twice',
    `"code": "BEE.S2"`,
    `"code": "BEE.S1"`,
    `f.json: areas[0].statements[1].code is "BEE.S1", which areas[0].statements[0] has already; give every statement a code of its own.`,
  ],
  [
    'a code that does not follow from its area',
    `"code": "BEE.S2"`,
    `"code": "BEA.S2"`,
    `f.json: areas[0].statements[1].code is "BEA.S2"; write "BEE.S2", which follows from area, kind and number.`,
  ],
  [
    'a number out of turn',
    `"code": "BEE.S2", "kind": "S", "number": 2`,
    `"code": "BEE.S3", "kind": "S", "number": 3`,
    'f.json: areas[0].statements[1].number is 3; write 2, since numbers count up within a kind in the order of the file.',
  ],
  [
    'a kind that the framework does not have',
    `"code": "BEE.K1", "kind": "K"`,
    `"code": "BEE.Q1", "kind": "Q"`,
    `f.json: areas[0].statements[2].kind is "Q"; choose one of the kinds of this framework (S, K).`,
  ],
  [
    'a kind without a group',
    `,\n        { "kind": "K", "heading": null, "lead": null }`,
    '',
    `f.json: areas[0].groups has no group for kind "K"; add one, since there are statements of that kind.`,
  ],
  [
    'an area out of turn',
    `"number": 1,\n      "title": "Bees"`,
    `"number": 4,\n      "title": "Bees"`,
    'f.json: areas[0].number is 4; write 1, since areas count up in the order of the file.',
  ],
  [
    'a mending without its reason',
    `"text": "Find the queen"`,
    `"text": "Find the queen", "sourceText": "Findthe queen"`,
    'f.json: areas[0].statements[1].editorialNote is missing; say what was mended and why, since sourceText is given.',
  ],
  [
    'a reason without the printed wording',
    `"text": "Bees come first."`,
    `"text": "Bees come first.", "editorialNote": "Mended."`,
    'f.json: areas[0].introduction[0].sourceText is missing; give the wording as printed, since editorialNote is given.',
  ],
  [
    'no year and no word about it',
    `"year": 2026`,
    `"year": null`,
    'f.json: yearNote is missing; say why there is no year, since year is null.',
  ],
  [
    'a glossary entry for a statement without the term',
    `["BEE.K1"]`,
    `["BEE.S1"]`,
    `f.json: glossary[0].statements[0] is "BEE.S1", where "swarming" does not occur; list only statements whose text contains the term.`,
  ],
  [
    'a comma too many',
    `"text": "Understands swarming" }`,
    `"text": "Understands swarming" },`,
    'f.json: line 35 is not valid JSON; correct the comma, bracket or quotation mark there or at the end of the line before.',
  ],
];

describe("a framework's file", () => {
  test('is read when it is whole', () => {
    const framework = parseFramework(tinyFramework, 'f.json');
    expect(statementsOf(framework).map((statement) => statement.code)).toEqual(['BEE.S1', 'BEE.S2', 'BEE.K1']);
  });

  test.for(frameworkDamage)('is refused in one sentence for %s', ([, from, to, sentence]) => {
    const refusal = refusalOf(() => parseFramework(damaged(tinyFramework, from, to), 'f.json'));
    expect(refusal).toBeInstanceOf(BrokenFile);
    expect(refusal).toHaveProperty('message', sentence);
  });

  test('is refused when it holds something other than an object', () => {
    expect(() => parseFramework('[1]', 'f.json')).toThrow(
      'f.json: the file is a list; give the framework as one JSON object.',
    );
  });

  test('names file and field on the refusal itself', () => {
    const refusal = refusalOf(() => parseFramework(damaged(tinyFramework, `"BEE"`, `"bee"`), 'f.json'));
    expect(refusal).toMatchObject({ name: 'BrokenFile', file: 'f.json', field: 'areas[0].id' });
  });
});

const schemeDamage: readonly Damage[] = [
  [
    'a missing figure',
    `"attempts": 2,`,
    '',
    's.json: attempts is missing; give the number of attempts as a whole number.',
  ],
  [
    'a fraction above one',
    `"fraction": 0.1,`,
    `"fraction": 10,`,
    's.json: sampling.fraction is 10; give the random sample as a fraction between 0 and 1.',
  ],
  [
    'an unknown field',
    `"edition": 1,`,
    `"edition": 1, "weights": [],`,
    's.json: weights is not a field known here; correct its spelling or take it out.',
  ],
  [
    "another framework's id",
    `"tiny-2026"`,
    `"other-2026"`,
    `s.json: framework is "other-2026"; write "tiny-2026", the framework that the scheme is read with.`,
  ],
  [
    'a critical code that does not exist',
    `["BEE.S2"]`,
    `["BEE.S9"]`,
    `s.json: critical[0] is "BEE.S9", which tiny-2026 does not have; write the code of a judged statement of that framework.`,
  ],
  [
    'a critical code that is not judged',
    `["BEE.S2"]`,
    `["BEE.K1"]`,
    `s.json: critical[0] is "BEE.K1", which is not judged; write the code of a statement of kind S.`,
  ],
  [
    'an area that does not exist',
    `"areas": ["BEE"]`,
    `"areas": ["WAX"]`,
    `s.json: components[0].areas[0] is "WAX"; choose an area of tiny-2026 (BEE).`,
  ],
  [
    'a route that does not exist',
    `"route": null`,
    `"route": "scenic"`,
    `s.json: components[0].route is "scenic"; choose a route of this scheme (standard) or null.`,
  ],
  [
    'a kind left out',
    `"coverageKinds": ["K"]`,
    `"coverageKinds": []`,
    `s.json: judgedKinds and coverageKinds leave kind "K" out; name every kind of the framework once in one of the two lists.`,
  ],
  [
    'scores for a kind that is only covered',
    `"judgedKinds": ["S"],\n  "coverageKinds": ["K"]`,
    `"judgedKinds": ["S", "K"],\n  "coverageKinds": []`,
    `s.json: judgedKinds[1] is "K", which tiny-2026 does not mark as judged; move it to coverageKinds.`,
  ],
  [
    'a gap in the scale',
    `"score": 1,`,
    `"score": 2,`,
    's.json: scale[1].score is 2; write 1, since the scale counts up from 0.',
  ],
  [
    'a threshold beyond the scale',
    `"threshold": 1`,
    `"threshold": 5`,
    's.json: threshold is 5; choose a score between 1 and 1.',
  ],
  [
    'more methods asked than there are',
    `"items": 2, "methods": 2`,
    `"items": 2, "methods": 3`,
    's.json: sufficiency.methods is 3; ask for no more than the 2 listed methods.',
  ],
  [
    'a profile in force that is not described',
    `"profile": "strict"`,
    `"profile": "tolerant"`,
    `s.json: profile is "tolerant"; describe it in profiles or choose one that is described there.`,
  ],
];

describe("a scheme's file", () => {
  const framework = parseFramework(tinyFramework, 'f.json');

  test('is read when it is whole', () => {
    expect(parseScheme(tinyScheme, 's.json', framework)).toMatchObject({ id: 'tiny-default' });
  });

  test.for(schemeDamage)('is refused in one sentence for %s', ([, from, to, sentence]) => {
    const refusal = refusalOf(() => parseScheme(damaged(tinyScheme, from, to), 's.json', framework));
    expect(refusal).toBeInstanceOf(BrokenFile);
    expect(refusal).toHaveProperty('message', sentence);
  });

  test('asks for a second person at a release only where it says so', () => {
    expect(parseScheme(tinyScheme, 's.json', framework).release).toEqual({ secondPerson: false });
    const asking = JSON.stringify({ ...JSON.parse(tinyScheme), release: { secondPerson: true } });
    expect(parseScheme(asking, 's.json', framework).release).toEqual({ secondPerson: true });
  });

  test('is refused when one route reaches an area and another does not', () => {
    const twoRoutes = damaged(
      damaged(
        tinyScheme,
        `"routes": [`,
        `"routes": [{ "id": "research", "title": "Research", "description": "None." }, `,
      ),
      `"route": null`,
      `"route": "standard"`,
    );
    expect(() => parseScheme(twoRoutes, 's.json', framework)).toThrow(
      `s.json: components leaves area BEE unreached on the route "research"; let at least one component of that route name the area.`,
    );
  });

  test('is refused when two clocks share an id', () => {
    const clock = `{ "id": "late", "value": 5, "unit": "workingDays", "for": "a late portfolio" }`;
    expect(() => parseScheme(damaged(tinyScheme, clock, `${clock}, ${clock}`), 's.json', framework)).toThrow(
      `s.json: clocks[1].id is "late" for the second time; give every entry an id of its own.`,
    );
  });
});
