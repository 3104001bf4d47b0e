import { componentId, statementCode, type Method } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceItem } from '../evidence/index.ts';
import type { CandidateEnrolled } from '../enrolment/index.ts';
import { cohortId, day, digestOf, itemId, rulebook, submissionId } from '../kernel/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import { manifestOf, opensSubmission, submission, type SubmissionCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);
const whole = rulebook(npqicl.framework, npqicl.scheme);

const at = noon(10);
const by = people.candidate;
const item = (
  id: string,
  component: string,
  title = `Item ${id}`,
  dated = '2026-03-01',
  method: Method = 'text',
): EvidenceItem => ({
  item: itemId(id),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  title,
  component: componentId.parse(component),
  method,
  dated: day(dated),
  content: { hash: digestOf(`content of ${id}`), bytes: 10, mediaType: 'text/plain', name: `${id}.txt` },
  route: 'standard',
  claims: { [statementCode.parse('ONE.S1')]: 'page 1' },
  aiUse: 'none',
});
const portfolio = [item('item-1', 'C1'), item('item-2', 'C2')];
const manifest = manifestOf(portfolio);

const open: SubmissionCommand = {
  type: 'OpenSubmission',
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  cohort: cohortId('cohort-1'),
  route: 'standard',
  attempt: 1,
  dueOn: day('2026-09-30'),
  by: people.system,
  at,
};
const submit: SubmissionCommand = { type: 'Submit', manifest, undeclared: [], declaration: true, by, at };
const accept: SubmissionCommand = { type: 'AcceptSubmission', by: people.provider, at };
const giveBack: SubmissionCommand = {
  type: 'ReturnSubmission',
  reason: ' Item 2 cannot be opened. ',
  by: people.provider,
  at,
};
const withdraw: SubmissionCommand = { type: 'WithdrawSubmission', reason: 'I change posts.', by, at };

const opened = given(submission, book).after(open);
const submitted = opened.after(submit);
const accepted = submitted.after(accept);

describe('a submission', () => {
  test('SUB-1 holds at least one evidence item', () => {
    expect(opened.when({ ...submit, manifest: manifestOf([]) })).toEqual({ refused: ['SUB-1', 'SUB-3'] });
  });

  test('SUB-2 holds declared items only', () => {
    expect(opened.when({ ...submit, undeclared: [itemId('item-2')] })).toEqual({ refused: ['SUB-2'] });
    expect(opened.says({ ...submit, undeclared: [itemId('item-2')] })[0]).toContain('1 is not.');
    expect(opened.says({ ...submit, undeclared: [itemId('item-1'), itemId('item-2')] })[0]).toContain('2 are not.');
  });

  test('SUB-3 has an item for every component that the candidate hands in', () => {
    expect(opened.when({ ...submit, manifest: manifestOf([item('item-1', 'C1')]) })).toEqual({ refused: ['SUB-3'] });
    expect(opened.says({ ...submit, manifest: manifestOf([item('item-1', 'C1')]) })[0]).toContain(
      'Missing: C2 Journal.',
    );
  });

  test.each([
    ['standard', ['C1', 'C2', 'C3', 'C4'], { facts: ['SubmissionSubmitted'] }],
    ['standard', ['P1', 'C3', 'C4'], { refused: ['SUB-3'] }],
    ['research', ['P1', 'C3', 'C4'], { facts: ['SubmissionSubmitted'] }],
    ['research', ['C1', 'C2', 'C3', 'C4'], { refused: ['SUB-3'] }],
  ])('SUB-3 asks on the %s route of the NPQICL for its own components: %j', (route, components, answer) => {
    const all = manifestOf(components.map((component, index) => item(`item-${index}`, component)));
    expect(
      given(submission, whole)
        .after({ ...open, route })
        .when({ ...submit, manifest: all }),
    ).toEqual(answer);
  });

  test('SUB-4 is declared by the candidate to be their own account', () => {
    expect(opened.when({ ...submit, declaration: false })).toEqual({ refused: ['SUB-4'] });
  });

  test('SUB-5 carries the digest of exactly what it holds', () => {
    const altered = {
      ...manifest,
      items: manifest.items.map((entry) => ({ ...entry, hash: digestOf('something else') })),
    };
    expect(opened.when({ ...submit, manifest: altered })).toEqual({ refused: ['SUB-5'] });
    expect(opened.when({ ...submit, manifest: { ...manifest, digest: digestOf('something else') } })).toEqual({
      refused: ['SUB-5'],
    });
  });

  test('SUB-6 is returned with what to mend', () => {
    expect(submitted.when({ ...giveBack, reason: '  ' })).toEqual({ refused: ['SUB-6'] });
    expect(submitted.after(giveBack).facts.at(-1)).toMatchObject({
      type: 'SubmissionReturned',
      reason: 'Item 2 cannot be opened.',
    });
    expect(submitted.after(giveBack).when(submit)).toEqual({ facts: ['SubmissionSubmitted'] });
  });

  test('SUB-7 is withdrawn with a reason, before and after it is handed in', () => {
    expect(opened.when({ ...withdraw, reason: '' })).toEqual({ refused: ['SUB-7'] });
    expect(submitted.when({ ...withdraw, reason: '' })).toEqual({ refused: ['SUB-7'] });
    expect(opened.when(withdraw)).toEqual({ facts: ['SubmissionWithdrawn'] });
    expect(submitted.when(withdraw)).toEqual({ facts: ['SubmissionWithdrawn'] });
  });

  test('is told everything that stands against it at once', () => {
    const all = {
      ...submit,
      manifest: { items: [], digest: digestOf('wrong') },
      undeclared: [itemId('item-1')],
      declaration: false,
    };
    expect(opened.when(all)).toEqual({ refused: ['SUB-1', 'SUB-2', 'SUB-3', 'SUB-4', 'SUB-5'] });
  });

  test('is accepted with the digest that everything later refers to', () => {
    expect(accepted.facts.at(-1)).toEqual({
      type: 'SubmissionAccepted',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      cohort: 'cohort-1',
      attempt: 1,
      manifest: manifest.digest,
      by: people.provider,
      at,
    });
  });

  test('refers to what was handed in last, not first', () => {
    const mended = manifestOf([...portfolio, item('item-3', 'C1')]);
    expect(
      submitted
        .after(giveBack)
        .after({ ...submit, manifest: mended })
        .after(accept)
        .facts.at(-1),
    ).toMatchObject({ manifest: mended.digest });
  });

  test.each([
    ['submitted', submit],
    ['returned', giveBack],
    ['withdrawn', withdraw],
    ['accepted', accept],
  ] as const)('K1 is locked for ever once it is accepted: it cannot be %s', (_how, command) => {
    expect(accepted.when(command)).toEqual({ refused: ['K1'] });
  });

  test('K2 is handed in by its candidate and accepted by its provider', () => {
    expect(opened.when({ ...submit, by: people.otherCandidate })).toEqual({ refused: ['K2'] });
    expect(opened.when({ ...submit, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(submitted.when({ ...accept, by: people.candidate })).toEqual({ refused: ['K2'] });
    expect(submitted.when({ ...accept, by: people.stranger })).toEqual({ refused: ['K2'] });
    expect(submitted.when({ ...withdraw, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(given(submission, book).when({ ...open, by: people.provider })).toEqual({ refused: ['K2'] });
  });

  test('K4 is not accepted or returned by its own candidate as staff of the provider', () => {
    expect(submitted.when({ ...accept, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
    expect(submitted.when({ ...giveBack, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
  });

  test('is opened by an enrolment as a first attempt', () => {
    const enrolled: CandidateEnrolled = {
      type: 'CandidateEnrolled',
      cohort: cohortId('cohort-1'),
      provider: demoProvider,
      candidate: people.candidate.person,
      submission: submissionId('submission-1'),
      route: 'standard',
      dueOn: day('2026-09-30'),
      by: people.provider,
      at,
    };
    expect(opensSubmission(enrolled)).toEqual({ ...open, by: { ...people.provider, role: 'system' } });
    expect(given(submission, book).when(opensSubmission(enrolled))).toEqual({ facts: ['SubmissionOpened'] });
  });
});

describe('a manifest', () => {
  test('numbers its items by component, date and title', () => {
    const mixed = [
      item('item-a', 'C2', 'Alpha', '2026-01-01'),
      item('item-b', 'C1', 'Beta', '2026-02-01'),
      item('item-c', 'C1', 'Gamma', '2026-01-01'),
      item('item-d', 'C1', 'Alpha', '2026-02-01'),
    ];
    expect(manifestOf(mixed).items.map(({ number, item: id }) => `E${number} ${id}`)).toEqual([
      'E1 item-c',
      'E2 item-d',
      'E3 item-b',
      'E4 item-a',
    ]);
  });

  test('does not depend on the order in which the items come', () => {
    const many = Array.from({ length: 8 }, (_, n) => item(`item-${n}`, n % 2 === 0 ? 'C1' : 'C2', 'The same title'));
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (shuffled) => {
        expect(manifestOf(shuffled)).toEqual(manifestOf(many));
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  test.each([
    ['content', { content: { hash: digestOf('other'), bytes: 10, mediaType: 'text/plain', name: 'item-1.txt' } }],
    ['claims', { claims: {} }],
    ['title', { title: 'Another' }],
    ['date', { dated: day('2026-02-28') }],
  ])('has another digest when the %s of an item is another', (_what, change) => {
    expect(manifestOf(portfolio.map((each) => ({ ...each, ...change }))).digest).not.toBe(manifest.digest);
  });
});

const alphabet: Record<string, SubmissionCommand> = {
  submit,
  'submit something else': { ...submit, manifest: manifestOf([...portfolio, item('item-3', 'C1')]) },
  'submit too little': { ...submit, manifest: manifestOf([item('item-1', 'C1')]) },
  accept,
  return: giveBack,
  'return without a reason': { ...giveBack, reason: '' },
  withdraw,
  'withdraw without a reason': { ...withdraw, reason: '' },
  'open again': open,
};

describe('every path through the submission', () => {
  const paths = walk(submission, open, alphabet, book);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(submission.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 25 }), (row) => {
        const { state, replayed, unexplained } = sent(submission, [open, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
