import { expect, test } from 'vitest';

import { allTests, changedTests, noTests, readDraft, sameDraft, withCounting, withEvidence } from './draft.ts';
import type { Draft } from './draft.ts';

const empty: Draft = { score: null, reason: '', evidence: [], tests: {}, basis: '' };

test('letting a source count ticks it and all four confirmations', () => {
  expect(withCounting(empty, 'E1')).toEqual({ ...empty, evidence: ['E1'], tests: { E1: allTests } });
});

test('taking a source away keeps its confirmations', () => {
  expect(withEvidence(withCounting(empty, 'E1'), 'E1', false)).toEqual({ ...empty, tests: { E1: allTests } });
});

test('only confirmations that differ from the record are sent', () => {
  const saved = { ...empty, tests: { E1: allTests } };
  const draft = { ...empty, tests: { E1: allTests, E2: allTests, visit: noTests } };
  expect(changedTests(saved, draft)).toEqual([{ source: 'E2', tests: allTests }]);
});

test('a tick taken back is a change', () => {
  const saved = { ...empty, tests: { E1: allTests } };
  expect(changedTests(saved, { ...empty, tests: { E1: { ...allTests, current: false } } })).toHaveLength(1);
});

test('a draft is the same whatever the order of its evidence', () => {
  const one = { ...empty, evidence: ['E1', 'E2'] };
  expect(sameDraft(one, { ...empty, evidence: ['E2', 'E1'] })).toBe(true);
  expect(sameDraft(one, { ...empty, evidence: ['E2'] })).toBe(false);
});

test('a kept draft is read back as it was written', () => {
  const draft = { ...withCounting(empty, 'discussion'), score: 3, reason: 'Shown across agencies.' };
  expect(readDraft(JSON.stringify(draft))).toEqual(draft);
});

test.each(['', 'null', '{}', '[]', '{"reason":1,"evidence":[]}', 'not JSON'])('%j is no draft', (text) => {
  expect(readDraft(text)).toBeNull();
});
