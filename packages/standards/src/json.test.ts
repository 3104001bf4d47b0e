import { expect, test } from 'vitest';

import { parseJson } from './json.ts';

const faults: readonly (readonly [what: string, text: string, line: number])[] = [
  ['an empty file', '', 1],
  ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3],
  ['a comma before a closing bracket', '{\n  "a": [\n    1,\n  ]\n}', 4],
  ['a missing colon', '{\n  "a" 1\n}', 2],
  ['a key without quotation marks', '{\n  a: 1\n}', 2],
  ['a string that does not end on its line', '{\n  "a": "one\n}', 2],
  ['a word that is no value', '{\n  "a": [true,\n  yes]\n}', 3],
  ['a number with a leading nought', '{\n  "a": 012\n}', 2],
  ['an unknown escape', '{\n\n  "a": "\\x"\n}', 3],
  ['a file that stops too early', '{\n  "a": {\n    "b": 1\n', 4],
  ['something after the end', '{}\n\n{}', 3],
];

test.for(faults)('the line of %s is named', ([, text, line]) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(() => parseJson(text, 'x.json')).toThrow(`x.json: line ${line} is not valid JSON; `);
});

test('text that is JSON is read as it is', () => {
  expect(parseJson('{"a": [1, -2.5e3, "\\u00e9", null, true]}', 'x.json')).toEqual({
    a: [1, -2500, 'é', null, true],
  });
});
