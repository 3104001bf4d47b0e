import { describe, expect, test } from 'vitest';
import { jaccard } from './jaccard.ts';
import { sharedPassages } from './passages.ts';
import { shinglesOf, wordsOf } from './shingles.ts';

const forms = (text: string) => wordsOf(text).map(({ form }) => form);

describe('words', () => {
  test.each([
    ['The room, then; was OURS!', 'the room then was ours'],
    ['the\n  room — then\u00a0was “ours”', 'the room then was ours'],
    ['a café, a cafe\u0301 and a Cafe', 'a cafe a cafe and a cafe'],
    ["the centre's and the centre’s", 'the centres and the centres'],
    ['an of\ufb01ce (2nd floor)', 'an office 2nd floor'],
    ['… — !', ''],
  ])('%j is compared as %j', (text, compared) => {
    expect(forms(text).join(' ')).toBe(compared);
  });

  test('know where they stand in the text', () => {
    const text = 'Ours — “now”.';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Ours', 'now']);
  });
});

describe('shingles', () => {
  test('are every five words in a row', () => {
    expect(shinglesOf(wordsOf('one two three four five six'))).toEqual([
      'one two three four five',
      'two three four five six',
    ]);
    expect(shinglesOf(wordsOf('one two three four'))).toEqual([]);
  });
});

test.each([
  ['abcd', 'abcd', 1],
  ['abcd', 'cdef', 2 / 6],
  ['ab', 'cd', 0],
  ['', '', 0],
  ['abc', 'abcdef', 0.5],
])('what %j and %j share is %f of both', (one, other, share) => {
  expect(jaccard(new Set(one), new Set(other))).toBe(share);
  expect(jaccard(new Set(other), new Set(one))).toBe(share);
});

describe('shared passages', () => {
  const passages = (text: string, other: string) => {
    const words = wordsOf(text);
    return sharedPassages(text, words, shinglesOf(words), new Set(shinglesOf(wordsOf(other))));
  };

  test('are given as this text writes them, the longest first', () => {
    const text =
      'I began: The room was ours, now. Nobody came. We asked every family who stayed away, and why they did.';
    const other = 'the room was ours now and then we asked every family who stayed away and why they did so';
    expect(passages(text, other)).toEqual([
      'We asked every family who stayed away, and why they did',
      'The room was ours, now',
    ]);
  });

  test('that touch or overlap are one', () => {
    expect(passages('a b c d e f g h', 'b c d e f g')).toEqual(['b c d e f g']);
  });

  test('of fewer than five words are none', () => {
    expect(passages('a b c d x y z', 'a b c d q')).toEqual([]);
  });
});
