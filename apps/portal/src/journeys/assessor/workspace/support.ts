import type { Scheme } from '@assay/standards';
import { sourceName } from '../../../shared/marking/sources.ts';
import type { Source } from '../../../shared/marking/view.ts';
import { counts, testNames, type Draft } from './draft.ts';

/** What a rule still asks before the judgement can be saved. */
export interface Asked {
  readonly rule: string;
  readonly says: string;
}

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/**
 * A hint, not the rule: the server decides. It says early what R1, R3 and REV-7 would say, in terms of what is on
 * the screen.
 */
export function stillAsked(draft: Draft, sources: readonly Source[], sufficiency: Scheme['sufficiency']): Asked[] {
  const asked: Asked[] = [];
  for (const source of draft.evidence) {
    const tests = draft.tests[source];
    if (counts(tests)) continue;
    const open = testNames.filter((name) => tests?.[name] !== true);
    asked.push({ rule: 'R1', says: `${sourceName(source)} is not confirmed as ${list.format(open)}.` });
  }
  const { score } = draft;
  if (score !== null && score >= sufficiency.fromScore) {
    const counting = draft.evidence.filter((source) => counts(draft.tests[source]));
    const methods = new Set(counting.map((source) => sources.find((one) => one.source === source)?.method)).size;
    if (counting.length < sufficiency.items || methods < sufficiency.methods) {
      const needs = `${plural(sufficiency.items, 'counting item', 'counting items')} of ${plural(sufficiency.methods, 'method', 'different methods')}`;
      asked.push({
        rule: 'R3',
        says: `A score of ${score} asks for ${needs}; there ${counting.length === 1 ? 'is' : 'are'} ${counting.length} of ${methods}.`,
      });
    }
  }
  if (score === null) asked.push({ rule: 'REV-6', says: 'No score is chosen yet.' });
  if (draft.reason.trim() === '') asked.push({ rule: 'REV-7', says: 'The reason is not written yet.' });
  return asked;
}
