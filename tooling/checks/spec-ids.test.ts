import { expect, test } from 'vitest';
import { expectedIn, problems, rulesInCode, rulesInSpec, titlesIn, unrefused } from './spec-ids.ts';

const code = [
  { id: 'K1', says: 'One.', place: 'kernelSentences' },
  { id: 'REV-1', says: 'Two.', place: 'workflow review' },
];
const spec = '# Rules\n\n- **K1** One.\n  A ground.\n- **REV-1** Two.\n';
const titles = [{ title: 'K1 REV-1 hold', place: 'a.test.ts' }];
const found = (change: { code?: typeof code; spec?: string; titles?: typeof titles }) =>
  problems(change.code ?? code, rulesInSpec(change.spec ?? spec), change.titles ?? titles);

test('nothing is wrong where code, SPEC.md and tests agree', () => {
  expect(found({})).toEqual([]);
});

test('a rule of the code that SPEC.md lacks is named, with the line to add', () => {
  expect(found({ spec: '- **K1** One.\n' })).toEqual([
    'REV-1 (workflow review) is not in SPEC.md: add the line "- **REV-1** Two.".',
    'a.test.ts: "K1 REV-1 hold" cites REV-1, which is not in SPEC.md.',
  ]);
});

test('another sentence is named, with both', () => {
  expect(found({ spec: spec.replace('Two.', 'Too.') })).toEqual([
    'REV-1 says "Two." in the code (workflow review) and "Too." in SPEC.md, line 5: make them one sentence.',
  ]);
});

test('a rule that no test proves is named', () => {
  expect(found({ titles: [{ title: 'K1 holds', place: 'a.test.ts' }] })).toEqual([
    'REV-1 (SPEC.md, line 5) is proved by no test: let the title of one begin with REV-1.',
  ]);
});

test('a cited id that SPEC.md lacks is named; what only looks like an id is not', () => {
  const cites = [...titles, { title: 'REV-9 holds for ONE.K1, E1 and SHA-256', place: 'b.test.ts' }];
  expect(found({ titles: cites })).toEqual([
    'b.test.ts: "REV-9 holds for ONE.K1, E1 and SHA-256" cites REV-9, which is not in SPEC.md.',
  ]);
});

test('an id that occurs twice is named, in SPEC.md or in the code', () => {
  expect(found({ spec: `${spec}- **K1** One.\n` })[0]).toBe(
    'K1 occurs 2 times in SPEC.md: SPEC.md, line 3; SPEC.md, line 6.',
  );
  expect(found({ code: [...code, { id: 'K1', says: 'One.', place: 'workflow review' }] })[0]).toBe(
    'K1 occurs 2 times in the code: kernelSentences; workflow review.',
  );
});

test('a rule of SPEC.md that no workflow asks is named', () => {
  const more = {
    spec: `${spec}- **REV-2** Three.\n`,
    titles: [...titles, { title: 'REV-2 holds', place: 'a.test.ts' }],
  };
  expect(found(more)).toEqual([
    'REV-2 (SPEC.md, line 6) is a rule of no workflow: take it out of SPEC.md or into the code.',
  ]);
});

test('a rule that no refusal carries is named: asked of no command, or expected by no test', () => {
  const asked = [...code, { id: 'R4', says: 'Three.', place: 'scoringSentences' }];
  expect(unrefused(asked, new Set(['K1', 'R4']))).toEqual([
    'REV-1 (workflow review) is expected in no refusal by any test.',
    'R4 is asked of no command, so no refusal can carry it.',
  ]);
  expect(unrefused(code, new Set(['K1', 'REV-1']))).toEqual([]);
});

test('what a test expects is a number alone in quotes; a title that begins with one is not', () => {
  expect(expectedIn([`test('REV-1 holds', () => expect(x).toEqual({ refused: ['K1', "REV-2"] }));`])).toEqual(
    new Set(['K1', 'REV-2']),
  );
});

test('titles are read from tests, groups and tables, whatever the quotes', () => {
  const source = `
    describe('one', () => {
      test("two", () => {});
      test.each([['not (this', 1], ["nor ] that", 2]])('three %s', () => {});
      describe.each(Object.entries(books))(\`four\`, () => {});
      test.only('it\\'s five', () => {});
      expect(pattern.test('not this')).toBe(contest('nor that'));
    });
  `;
  expect(titlesIn(source, 'x').map(({ title }) => title)).toEqual([
    'one',
    'two',
    'three %s',
    'four',
    String.raw`it\'s five`,
  ]);
});

test('the rules in code are those of the kernel, of scoring, of openings and of steps', () => {
  const ids = rulesInCode().map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(['K4', 'R7', 'ENR-1', 'EVI-9', 'REV-1', 'AWD-2']));
  expect(ids).not.toContain('fork');
});
