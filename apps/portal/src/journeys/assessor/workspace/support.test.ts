import { expect, test } from 'vitest';

import type { Source } from '../../../shared/marking/view.ts';
import { withCounting, withEvidence } from './draft.ts';
import type { Draft } from './draft.ts';
import { stillAsked } from './support.ts';

const source = (id: string, method: string): Source => ({
  source: id,
  title: id,
  method,
  component: null,
  mediaType: null,
  name: null,
  bytes: null,
  dated: null,
});
const sources = [source('E1', 'text'), source('E2', 'document'), source('E3', 'text'), source('visit', 'observation')];
const asksTwoOfTwo = { fromScore: 2, items: 2, methods: 2 };
const reasoned: Draft = { score: null, reason: 'Because.', evidence: [], tests: {}, basis: '' };
const resting = (score: number, ...on: readonly string[]) => on.reduce(withCounting, { ...reasoned, score });
const rules = (draft: Draft) => stillAsked(draft, sources, asksTwoOfTwo).map(({ rule }) => rule);

test('R3 asks nothing below the score it begins at', () => {
  expect(rules(resting(1))).toEqual([]);
  expect(rules(resting(0))).toEqual([]);
});

test('R3 is met by two counting items of two methods', () => {
  expect(rules(resting(2, 'E1', 'E2'))).toEqual([]);
  expect(rules(resting(4, 'E1', 'visit'))).toEqual([]);
});

test('R3 asks for a second method where both items are of one', () => {
  expect(stillAsked(resting(2, 'E1', 'E3'), sources, asksTwoOfTwo)).toEqual([
    { rule: 'R3', says: 'A score of 2 asks for 2 counting items of 2 different methods; there are 2 of 1.' },
  ]);
});

test('R1 names what is not confirmed', () => {
  const draft = withEvidence(
    { ...resting(1), tests: { visit: { valid: true, authentic: true, current: false, sufficient: false } } },
    'visit',
    true,
  );
  expect(stillAsked(draft, sources, asksTwoOfTwo)).toEqual([
    { rule: 'R1', says: 'Visit is not confirmed as current and sufficient.' },
  ]);
});

test('a judgement needs a score and a reason', () => {
  expect(rules({ ...reasoned, reason: '  ' })).toEqual(['REV-6', 'REV-7']);
});
