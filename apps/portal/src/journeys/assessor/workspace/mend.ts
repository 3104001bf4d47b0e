import type { ReviewView } from '../../../shared/marking/view.ts';
import type { Wording } from '../../../shared/marking/wording.ts';
import type { Part } from './parts.ts';

interface Mending {
  readonly label: string;
  readonly place: { readonly part: Part; readonly standard?: string };
}

/** Where in the workspace a sentence against sealing is mended; a standard that it names is gone to directly. */
export function mend(rule: string, says: string, view: ReviewView, { standards, statements }: Wording): Mending {
  const named = (says.match(/[A-Z][A-Z0-9]+\.[A-Z]\d+/g) ?? []).find((code) => statements.has(code));
  if (rule === 'REV-14') return { label: 'Go to the gates', place: { part: 'gates' } };
  if (rule === 'R13') return { label: 'Go to knowledge and qualities', place: { part: 'coverage' } };
  const standard = named ?? standards.find((code) => view.judgements[code] === undefined) ?? standards[0];
  return standard === undefined
    ? { label: 'Go to the standards', place: { part: 'standards' } }
    : { label: `Go to ${standard}`, place: { part: 'standards', standard } };
}
