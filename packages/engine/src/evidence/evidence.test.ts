import { componentId, statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, digestOf, itemId, rulebook, submissionId } from '../kernel/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import { evidence, type EvidenceCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);
const whole = rulebook(npqicl.framework, npqicl.scheme);

const at = noon(10);
const by = people.candidate;
const account = componentId.parse('C1');
const standard = statementCode.parse('ONE.S1');
const knowledge = statementCode.parse('ONE.K1');
const file = { hash: digestOf('the account'), bytes: 1200, mediaType: 'text/plain', name: 'account.txt' };
const otherFile = { ...file, hash: digestOf('the account, mended'), bytes: 1300 };
const description = {
  title: 'How the rota was changed',
  component: account,
  method: 'text',
  dated: day('2026-03-09'),
} as const;

const add: EvidenceCommand = {
  type: 'AddItem',
  item: itemId('item-1'),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  ...description,
  content: file,
  route: 'standard',
  submissionOpen: true,
  by,
  at,
};
const describeAnew: EvidenceCommand = {
  type: 'DescribeItem',
  ...description,
  title: 'How the rota changed',
  content: null,
  by,
  at,
};
const claim: EvidenceCommand = { type: 'ClaimStatement', statement: standard, place: 'page 3', by, at };
const withdraw: EvidenceCommand = { type: 'WithdrawClaim', statement: standard, by, at };
const declare: EvidenceCommand = {
  type: 'DeclareItem',
  authorship: true,
  consent: true,
  anonymised: true,
  aiUse: ' none ',
  by,
  at,
};
const remove: EvidenceCommand = { type: 'RemoveItem', by, at };
const lock: EvidenceCommand = { type: 'LockItem', by: people.system, at };
const unlock: EvidenceCommand = { type: 'UnlockItem', by: people.system, at };

const nothing = given(evidence, book);
const draft = nothing.after(add);
const declared = draft.after(declare);
const locked = declared.after(lock);

describe('an evidence item', () => {
  test('EVI-1 has a title, when it is added and when it is described anew', () => {
    expect(nothing.when({ ...add, title: ' ' })).toEqual({ refused: ['EVI-1'] });
    expect(draft.when({ ...describeAnew, title: '' })).toEqual({ refused: ['EVI-1'] });
    expect(declared.when({ ...describeAnew, title: '' })).toEqual({ refused: ['EVI-1'] });
  });

  test('EVI-2 belongs to a component of the scheme', () => {
    expect(nothing.when({ ...add, component: componentId.parse('C9') })).toEqual({ refused: ['EVI-2'] });
    expect(draft.when({ ...describeAnew, component: componentId.parse('C9') })).toEqual({ refused: ['EVI-2'] });
  });

  test('EVI-2 does not belong to the visit or the discussion, which the assessor records', () => {
    const inWhole = given(evidence, whole);
    for (const component of ['C5', 'C6'].map((id) => componentId.parse(id)))
      expect(inWhole.when({ ...add, component })).toEqual({ refused: ['EVI-2'] });
    expect(inWhole.when({ ...add, component: componentId.parse('C4') })).toEqual({ facts: ['ItemAdded'] });
  });

  test('EVI-2 belongs to a component of the candidate’s own route, also when it is described anew', () => {
    const inWhole = given(evidence, whole);
    const [inquiry, project] = ['C1', 'P1'].map((id) => componentId.parse(id));
    if (inquiry === undefined || project === undefined) throw new Error('two components were named');
    expect(inWhole.when({ ...add, component: project })).toEqual({ refused: ['EVI-2'] });
    expect(inWhole.when({ ...add, route: 'research', component: inquiry })).toEqual({ refused: ['EVI-2'] });
    const ofProject = inWhole.after({ ...add, route: 'research', component: project });
    expect(ofProject.when({ ...describeAnew, component: inquiry })).toEqual({ refused: ['EVI-2'] });
    expect(ofProject.when({ ...describeAnew, component: project })).toEqual({ facts: ['ItemDescribed'] });
  });

  test('EVI-3 has content that is not empty, when it is added and when its content is replaced', () => {
    expect(nothing.when({ ...add, content: { ...file, bytes: 0 } })).toEqual({ refused: ['EVI-3'] });
    expect(draft.when({ ...describeAnew, content: { ...otherFile, bytes: 0 } })).toEqual({ refused: ['EVI-3'] });
    expect(declared.when({ ...describeAnew, content: { ...otherFile, bytes: 0 } })).toEqual({ refused: ['EVI-3'] });
    expect(draft.after({ ...describeAnew, content: otherFile }).state?.context.content).toEqual(otherFile);
    expect(draft.after(describeAnew).state?.context.content).toEqual(file);
  });

  test('EVI-4 is dated today or earlier', () => {
    expect(nothing.when({ ...add, dated: day('2026-03-11') })).toEqual({ refused: ['EVI-4'] });
    expect(nothing.when({ ...add, dated: day('2026-03-10') })).toEqual({ facts: ['ItemAdded'] });
    expect(draft.when({ ...describeAnew, dated: day('2027-01-01') })).toEqual({ refused: ['EVI-4'] });
  });

  test('EVI-5 is claimed for statements of the framework, standards and knowledge alike', () => {
    expect(draft.when({ ...claim, statement: statementCode.parse('ONE.S9') })).toEqual({ refused: ['EVI-5'] });
    expect(draft.says({ ...claim, statement: statementCode.parse('ONE.S9') })[0]).toContain('There is no ONE.S9.');
    expect(draft.when({ ...claim, statement: knowledge })).toEqual({ facts: ['StatementClaimed'] });
    expect(draft.when(claim)).toEqual({ facts: ['StatementClaimed'] });
  });

  test('EVI-6 is claimed with the place where to look', () => {
    expect(draft.when({ ...claim, place: ' ' })).toEqual({ refused: ['EVI-6'] });
    expect(draft.after({ ...claim, place: ' page 3 ' }).state?.context.claims).toEqual({ 'ONE.S1': 'page 3' });
  });

  test('EVI-7 loses only a claim that was made', () => {
    expect(draft.when(withdraw)).toEqual({ refused: ['EVI-7'] });
    const claimed = draft.after(claim).after({ ...claim, statement: knowledge });
    expect(claimed.after(withdraw).state?.context.claims).toEqual({ 'ONE.K1': 'page 3' });
    expect(claimed.after(withdraw).when(withdraw)).toEqual({ refused: ['EVI-7'] });
  });

  test.each([
    ['authorship', { authorship: false }],
    ['consent', { consent: false }],
    ['anonymity', { anonymised: false }],
    ['the use of artificial intelligence', { aiUse: ' ' }],
  ])('EVI-8 is not declared while %s is open', (part, open) => {
    expect(draft.when({ ...declare, ...open })).toEqual({ refused: ['EVI-8'] });
    expect(draft.says({ ...declare, ...open })[0]).toContain(`Still open: ${part}.`);
  });

  test('EVI-8 is declared whole, and keeps what was said of artificial intelligence', () => {
    expect(declared.state).toMatchObject({ status: 'declared', context: { aiUse: 'none' } });
    expect(declared.facts.at(-1)).toMatchObject({
      type: 'ItemDeclared',
      authorship: true,
      consent: true,
      anonymised: true,
    });
  });

  test('EVI-9 is added while the submission is open', () => {
    expect(nothing.when({ ...add, submissionOpen: false })).toEqual({ refused: ['EVI-9'] });
  });

  test('is a draft again, to be declared again, once it is described anew', () => {
    expect(declared.after(describeAnew).state).toMatchObject({
      status: 'draft',
      context: { aiUse: null, title: 'How the rota changed' },
    });
  });

  test('stays declared while claims are made and withdrawn', () => {
    expect(declared.after(claim).state?.status).toBe('declared');
    expect(declared.after(claim).after(withdraw).state?.status).toBe('declared');
  });

  test.each([
    ['describe', describeAnew],
    ['claim', claim],
    ['withdraw a claim of', withdraw],
    ['declare', declare],
    ['remove', remove],
  ] as const)('K1 nobody can %s it once it is locked', (_verb, command) => {
    expect(locked.when(command)).toEqual({ refused: ['K1'] });
  });

  test('K1 is locked only once it is declared, and opened again only by a return', () => {
    expect(draft.when(lock)).toEqual({ refused: ['K1'] });
    expect(locked.after(unlock).state?.status).toBe('declared');
    expect(declared.after(remove).when(lock)).toEqual({ refused: ['K1'] });
  });

  test('K2 is the candidate’s own', () => {
    expect(nothing.when({ ...add, by: people.otherCandidate })).toEqual({ refused: ['K2'] });
    for (const other of [people.otherCandidate, people.assessor, people.provider, people.administrator]) {
      expect(draft.when({ ...describeAnew, by: other })).toEqual({ refused: ['K2'] });
      expect(draft.when({ ...remove, by: other })).toEqual({ refused: ['K2'] });
    }
    expect(draft.when({ ...remove, by: as('provider', people.candidate) })).toEqual({ refused: ['K2'] });
    expect(declared.when({ ...lock, by: people.candidate })).toEqual({ refused: ['K2'] });
    expect(locked.when({ ...unlock, by: people.provider })).toEqual({ refused: ['K2'] });
  });
});

const alphabet: Record<string, EvidenceCommand> = {
  'describe anew': describeAnew,
  'replace the content': { ...describeAnew, content: otherFile },
  'replace by nothing': { ...describeAnew, content: { ...otherFile, bytes: 0 } },
  claim,
  'claim what is not there': { ...claim, statement: statementCode.parse('ONE.S9') },
  'withdraw the claim': withdraw,
  declare,
  'declare half': { ...declare, consent: false },
  remove,
  lock,
  unlock,
  'add again': add,
};

describe('every path through the evidence item', () => {
  const paths = walk(evidence, add, alphabet, book);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(evidence.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 25 }), (row) => {
        const { state, replayed, unexplained } = sent(evidence, [add, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
