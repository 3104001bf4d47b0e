import { parseFramework, parseScheme, type Framework, type Scheme } from '@assay/standards';
import { rulebook, type Rulebook } from '../kernel/index.ts';

const statement = (code: string, kind: string, number: number) => ({ code, kind, number, text: `Statement ${code}` });
const area = (id: string, number: number, statements: readonly object[]) => ({
  id,
  number,
  title: `Area ${id}`,
  introduction: [],
  groups: [
    { kind: 'S', heading: null, lead: null },
    { kind: 'K', heading: null, lead: null },
  ],
  statements,
});

const framework = {
  id: 'small',
  title: 'A small framework for tests',
  publisher: 'Nobody',
  year: null,
  yearNote: 'Made for tests.',
  reference: null,
  isbn: null,
  holder: 'Nobody',
  copyright: null,
  licenceNote: 'Made for tests.',
  acknowledgement: 'Made for tests.',
  labels: { area: { singular: 'area', plural: 'areas' }, statement: { singular: 'statement', plural: 'statements' } },
  kinds: [
    { letter: 'S', name: 'standard', title: 'Standards', judged: true },
    { letter: 'K', name: 'knowledge', title: 'Knowledge', judged: false },
  ],
  sections: [],
  areas: [
    area('ONE', 1, [statement('ONE.S1', 'S', 1), statement('ONE.S2', 'S', 2), statement('ONE.K1', 'K', 1)]),
    area('TWO', 2, [statement('TWO.S1', 'S', 1), statement('TWO.K1', 'K', 1)]),
  ],
  glossary: [],
};

/** The framework of `smallBook`: two areas, three standards and two statements of knowledge. */
export const smallFramework: Framework = parseFramework(JSON.stringify(framework), 'small/framework.json');

/**
 * A rulebook small enough to walk every path through: two areas, three standards (`ONE.S2` critical), two statements
 * of knowledge, one component that the candidate hands in (`C1`) and one gate (`C2`). `change` edits the scheme it is
 * made of, which is the shipped one in everything that is not small.
 */
export function smallBook(shipped: Scheme, change: Partial<Record<keyof Scheme, unknown>> = {}): Rulebook {
  const component = { by: 'candidate', areas: ['ONE', 'TWO'], route: null };
  const scheme = {
    ...shipped,
    id: 'small',
    framework: 'small',
    components: [
      { ...component, id: 'C1', title: 'Account', kind: 'account', gate: false },
      { ...component, id: 'C2', title: 'Journal', kind: 'journal', gate: true },
    ],
    critical: ['ONE.S2'],
    coverageKinds: ['K'],
    ...change,
  };
  return rulebook(smallFramework, parseScheme(JSON.stringify(scheme), 'small/scheme.json', smallFramework));
}
