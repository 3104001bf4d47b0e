import { componentId, statementCode, type Method } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EvidenceItem } from '../evidence/index.ts';
import type { CandidateEnrolled } from '../enrolment/index.ts';
import { cohortId, day, digestOf, instant, itemId, rulebook, submissionId, type Instant } from '../kernel/index.ts';
import { emptyBank } from '../scoring/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import {
  manifestOf,
  opensAfterMissed,
  opensAgain,
  opensSubmission,
  submission,
  type SubmissionCommand,
  type SubmissionFact,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { framework, scheme } = npqicl;
const book = smallBook(scheme);
const whole = rulebook(framework, scheme);
/** A scheme in which no clock runs: without late time, and without time to claim circumstances. */
const timeless = smallBook(scheme, { clocks: [] });

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
  corrected: null,
  due: null,
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
  kind: 'first',
  bank: emptyBank,
  site: 'North',
  by: people.system,
  at,
};
/** Wednesday 30 September is the due day; late time is five working days: to Wednesday 7 October. */
const dueEnds = instant('2026-09-30T22:59:59.999Z');
const pastDue = instant('2026-09-30T23:00:00.000Z');
const lateEnds = instant('2026-10-07T22:59:59.999Z');
const pastLate = instant('2026-10-07T23:00:00.000Z');
const submit: SubmissionCommand = { type: 'Submit', manifest, undeclared: [], declaration: true, by, at };
const accept: SubmissionCommand = { type: 'AcceptSubmission', by: people.provider, at };
const giveBack: SubmissionCommand = {
  type: 'ReturnSubmission',
  reason: ' Item 2 cannot be opened. ',
  by: people.provider,
  at,
};
const withdraw: SubmissionCommand = { type: 'WithdrawSubmission', reason: 'I change posts.', by, at };

const passDue: SubmissionCommand = { type: 'PassDue', by: people.system, at: pastDue };
const passLate: SubmissionCommand = { type: 'PassLate', by: people.system, at: pastLate };
const extend: SubmissionCommand = {
  type: 'GrantExtension',
  workingDays: 10,
  reason: ' The centre was flooded. ',
  by: people.provider,
  at,
};
const excuse: SubmissionCommand = {
  type: 'ExcuseAttempt',
  reason: ' Circumstances upheld. ',
  by: people.system,
  at: pastLate,
};
const plan: SubmissionCommand = { type: 'RecordActionPlan', says: ' Lead the next review. ', by, at };
const one = statementCode.parse('ONE.S1');
const two = statementCode.parse('ONE.S2');
const three = statementCode.parse('TWO.S1');
const bankPrior: SubmissionCommand = { type: 'BankPriorLearning', standards: [one], by: people.system, at };

const opened = given(submission, book).after(open);
const submitted = opened.after(submit);
const accepted = submitted.after(accept);
const late = opened.after(passDue);
const missed = late.after(passLate);
/** What later attempts are opened with. */
const attemptOne = {
  submission: 'submission-1',
  candidate: 'candidate-1',
  provider: 'provider-1',
  cohort: 'cohort-1',
  route: 'standard',
  attempt: 1,
  kind: 'first',
  bank: emptyBank,
  priorLearning: [],
  site: 'North',
};

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

  test.each([
    ['a standard of every area is open', {}, {}, 'Missing: C1 Account; C2 Journal.'],
    ['the gate is met', {}, { C2: true }, 'Missing: C1 Account.'],
    ['one area is open', { 'ONE.S1': 2, 'ONE.S2': 2 }, { C2: true }, 'Missing: C1 Account.'],
    ['only the gate is open', { 'ONE.S1': 2, 'ONE.S2': 2, 'TWO.S1': 2 }, {}, 'Missing: C2 Journal.'],
  ])('SUB-3 asks on a later attempt for what is still assessed: %s', (_open, scores, gates, missing) => {
    const again = given(submission, book).after({
      ...open,
      attempt: 2,
      kind: 'resit',
      bank: { ...emptyBank, scores, gates },
    });
    expect(again.says({ ...submit, manifest: manifestOf([]) })[1]).toContain(missing);
  });

  test('SUB-3 asks for nothing of an area that is banked whole', () => {
    const areaBooks = smallBook(scheme, {
      components: [
        { id: 'C1', title: 'One', kind: 'account', by: 'candidate', areas: ['ONE'], gate: false, route: null },
        { id: 'C2', title: 'Two', kind: 'account', by: 'candidate', areas: ['TWO'], gate: false, route: null },
      ],
    });
    const again = given(submission, areaBooks).after({ ...open, bank: { ...emptyBank, scores: { 'TWO.S1': 2 } } });
    expect(again.when({ ...submit, manifest: manifestOf([item('item-1', 'C1')]) })).toEqual({
      facts: ['SubmissionSubmitted'],
    });
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

  test('SUB-7 uses its attempt by a withdrawal only once it was handed in', () => {
    const used = (from: typeof opened) => from.after(withdraw).facts.at(-1);
    expect(used(opened)).toMatchObject({ type: 'SubmissionWithdrawn', reason: 'I change posts.', attemptUsed: false });
    expect(used(late)).toMatchObject({ attemptUsed: false });
    expect(used(submitted)).toMatchObject({ attemptUsed: true });
    expect(used(submitted.after(giveBack))).toMatchObject({ attemptUsed: true });
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
      submittedOn: '2026-03-10',
      late: false,
      bank: emptyBank,
      priorLearning: [],
      site: 'North',
      by: people.provider,
      at,
    });
  });

  test('is opened with its due, and with what earlier attempts achieved', () => {
    expect(opened.facts).toEqual([
      { type: 'SubmissionOpened', ...attemptOne, dueOn: '2026-09-30', by: people.system, at },
    ]);
    expect(opened.state).toEqual({
      status: 'open',
      context: {
        ...attemptOne,
        dueOn: '2026-09-30',
        due: { at: dueEnds, clock: 'due' },
        extended: 0,
        manifest: null,
        submittedOn: null,
        late: false,
        actionPlan: false,
      },
    });
  });

  test('has no site where its provider names none', () => {
    const { site: _site, ...nowhere } = open;
    expect(given(submission, book).after(nowhere).after(submit).after(accept).facts.at(-1)).toMatchObject({
      site: null,
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
    expect(opensSubmission(enrolled)).toEqual({ ...open, site: null, by: { ...people.provider, role: 'system' } });
    expect(given(submission, book).when(opensSubmission(enrolled))).toEqual({ facts: ['SubmissionOpened'] });
  });
});

describe('the time of a submission', () => {
  test('SUB-8 is on time until its due day is over in London, and late from then on', () => {
    const handedIn = (when: Instant) => opened.after({ ...submit, at: when }).facts.at(-1);
    expect(handedIn(dueEnds)).toMatchObject({ late: false, submittedOn: '2026-09-30' });
    expect(handedIn(pastDue)).toMatchObject({ late: true, submittedOn: '2026-10-01' });
  });

  test.each([
    ['told that it is late', late],
    ['not told yet', opened],
  ])('SUB-8 is handed in or withdrawn until its late time is over: %s', (_told, from) => {
    for (const command of [submit, withdraw]) {
      expect(from.when({ ...command, at: lateEnds })).toEqual({ facts: [expect.any(String)] });
      expect(from.when({ ...command, at: pastLate })).toEqual({ refused: ['SUB-8'] });
    }
    expect(from.says({ ...submit, at: pastLate })[0]).toContain('The last day was 2026-10-07.');
  });

  test('SUB-8 ends with its due under a scheme without late time', () => {
    const without = given(submission, timeless).after(open);
    expect(without.when({ ...submit, at: dueEnds })).toEqual({ facts: ['SubmissionSubmitted'] });
    expect(without.when({ ...submit, at: pastDue })).toEqual({ refused: ['SUB-8'] });
    expect(without.after(passDue).state?.context.due).toEqual({ at: dueEnds, clock: 'late' });
    expect(without.after(passDue).after({ ...passLate, at: pastDue }).state).toMatchObject({
      status: 'notSubmitted',
      context: { due: null },
    });
  });

  test('SUB-8 is withdrawn at any time while it is with its provider', () => {
    expect(submitted.when({ ...withdraw, at: pastLate })).toEqual({ facts: ['SubmissionWithdrawn'] });
  });

  test('SUB-9 is late once its due day is over, not before', () => {
    expect(opened.when({ ...passDue, at: dueEnds })).toEqual({ refused: ['SUB-9'] });
    expect(late.state).toMatchObject({
      status: 'late',
      context: { due: { at: lateEnds, clock: 'late' }, late: false },
    });
    expect(late.facts.at(-1)).toEqual({
      type: 'DuePassed',
      due: { at: lateEnds, clock: 'late' },
      by: people.system,
      at: pastDue,
    });
  });

  test('SUB-9 counts its late time from the due day, whenever it is told', () => {
    expect(opened.after({ ...passDue, at: instant('2026-10-05T12:00:00.000Z') }).state?.context.due?.at).toBe(lateEnds);
  });

  test('SUB-10 is not submitted once its late time is over, not before', () => {
    expect(late.when({ ...passLate, at: lateEnds })).toEqual({ refused: ['SUB-10'] });
    expect(missed.state).toMatchObject({
      status: 'notSubmitted',
      context: { due: { at: '2026-10-14T22:59:59.999Z', clock: 'claim-circumstances' } },
    });
    expect(missed.facts.at(-1)).toEqual({
      type: 'SubmissionMissed',
      ...attemptOne,
      due: { at: '2026-10-14T22:59:59.999Z', clock: 'claim-circumstances' },
      by: people.system,
      at: pastLate,
    });
  });

  test('is handed in late, and says so to the end', () => {
    const handedIn = late.after({ ...submit, at: lateEnds });
    expect(handedIn.after(accept).facts.at(-1)).toMatchObject({ late: true, submittedOn: '2026-10-07' });
    const mended = handedIn.after({ ...giveBack, at: lateEnds }).after({ ...submit, at: pastLate });
    expect(mended.after(accept).facts.at(-1)).toMatchObject({ late: true, submittedOn: '2026-10-08' });
  });

  test('has its due again when it is returned', () => {
    expect(submitted.after(giveBack).facts.at(-1)).toEqual({
      type: 'SubmissionReturned',
      reason: 'Item 2 cannot be opened.',
      dueOn: '2026-09-30',
      due: { at: dueEnds, clock: 'due' },
      by: people.provider,
      at,
    });
    expect(submitted.after(giveBack).state?.context).toMatchObject({ dueOn: '2026-09-30', due: { at: dueEnds } });
  });

  test.each([
    ['has passed', '2026-10-01T12:00:00.000Z', '2026-10-08'],
    ['leaves less', '2026-09-28T12:00:00.000Z', '2026-10-05'],
    ['leaves as much', '2026-09-23T12:00:00.000Z', '2026-09-30'],
  ])(
    'has the late time anew when it is returned and its due %s, and is not late by being mended',
    (_how, when, until) => {
      const back = submitted.after({ ...giveBack, at: instant(when) });
      expect(back.state).toMatchObject({
        status: 'open',
        context: { dueOn: until, due: { at: `${until}T22:59:59.999Z` } },
      });
      expect(back.state?.context.due?.clock).toBe(until === '2026-09-30' ? 'due' : 'late');
      expect(back.after({ ...submit, at: instant(`${until}T22:59:59.999Z`) }).facts.at(-1)).toMatchObject({
        late: false,
      });
      expect(back.after({ ...submit, at: instant(`${until}T23:00:00.000Z`) }).facts.at(-1)).toMatchObject({
        late: true,
      });
    },
  );

  test('has the rest of the day when it is returned past its due under a scheme without late time', () => {
    const back = given(submission, timeless)
      .after(open)
      .after(submit)
      .after({ ...giveBack, at: pastDue });
    expect(back.state?.context).toMatchObject({
      dueOn: '2026-10-01',
      due: { at: '2026-10-01T22:59:59.999Z', clock: 'late' },
    });
  });

  test('is met by whoever’s turn it is', () => {
    expect(submission.turns).toEqual({
      open: { owner: 'candidate', lapse: 'PassDue' },
      late: { owner: 'candidate', lapse: 'PassLate' },
      submitted: { owner: 'provider' },
      accepted: null,
      withdrawn: null,
      notSubmitted: { owner: 'candidate' },
      excused: null,
    });
  });

  test('runs while it is open, late or missed, and says what is sent when it passes', () => {
    const running = ({ state }: typeof opened) => (state === null ? undefined : submission.deadline(state));
    expect(running(opened)).toEqual({ at: dueEnds, clock: 'due', command: 'PassDue' });
    expect(running(late)).toEqual({ at: lateEnds, clock: 'late', command: 'PassLate' });
    expect(running(missed)).toEqual({ at: '2026-10-14T22:59:59.999Z', clock: 'claim-circumstances', command: null });
    for (const resting of [submitted, accepted, opened.after(withdraw), late.after(withdraw), missed.after(excuse)])
      expect(running(resting)).toBeNull();
  });

  test('K2 passes by the product alone', () => {
    for (const other of [people.provider, people.candidate, people.administrator]) {
      expect(opened.when({ ...passDue, by: other })).toEqual({ refused: ['K2'] });
      expect(late.when({ ...passLate, by: other })).toEqual({ refused: ['K2'] });
      expect(missed.when({ ...excuse, by: other })).toEqual({ refused: ['K2'] });
      expect(opened.when({ ...bankPrior, by: other })).toEqual({ refused: ['K2'] });
    }
  });
});

describe('an extension', () => {
  test.each([0, -1, 1.5, 11])('SUB-11 is not of %d working days', (workingDays) => {
    expect(opened.when({ ...extend, workingDays })).toEqual({ refused: ['SUB-11'] });
  });

  test('SUB-11 says how much was asked for, and how much there is', () => {
    const says = (workingDays: number) => opened.says({ ...extend, workingDays })[0];
    expect(says(11)).toContain('11 were asked for; at most 10 can be given.');
    expect(says(0)).toContain('0 were asked for; at most 10 can be given.');
    const none = smallBook(scheme, { extension: { workingDays: 1, workingDaysInAll: 1 } });
    expect(
      given(submission, none)
        .after(open)
        .when({ ...extend, workingDays: 1 }),
    ).toEqual({
      facts: ['ExtensionGranted'],
    });
  });

  test('SUB-11 SUB-12 is refused at once however long it is', () => {
    expect(opened.when({ ...extend, workingDays: Number.POSITIVE_INFINITY })).toEqual({
      refused: ['SUB-11', 'SUB-12'],
    });
    expect(opened.when({ ...extend, workingDays: Number.NaN })).toEqual({ refused: ['SUB-11', 'SUB-12'] });
  });

  test('SUB-12 adds up to no more than the scheme gives in all', () => {
    const twice = opened.after(extend).after({ ...extend, workingDays: 9 });
    expect(twice.state?.context).toMatchObject({ extended: 19 });
    expect(twice.when({ ...extend, workingDays: 1 })).toEqual({ facts: ['ExtensionGranted'] });
    expect(twice.when({ ...extend, workingDays: 2 })).toEqual({ refused: ['SUB-12'] });
    expect(twice.says({ ...extend, workingDays: 2 })[0]).toContain('19 of 20 are given already.');
  });

  test('SUB-13 has a reason', () => {
    expect(opened.when({ ...extend, reason: ' ' })).toEqual({ refused: ['SUB-13'] });
  });

  test('SUB-13 adds working days to the due that runs', () => {
    expect(opened.after(extend).facts.at(-1)).toEqual({
      type: 'ExtensionGranted',
      workingDays: 10,
      reason: 'The centre was flooded.',
      dueOn: '2026-10-14',
      due: { at: '2026-10-14T22:59:59.999Z', clock: 'due' },
      by: people.provider,
      at,
    });
    expect(opened.after(extend).state).toMatchObject({
      status: 'open',
      context: { dueOn: '2026-10-14', due: { at: '2026-10-14T22:59:59.999Z', clock: 'due' }, extended: 10 },
    });
    expect(opened.after(extend).after({ ...extend, workingDays: 1 }).state?.context.dueOn).toBe('2026-10-15');
  });

  test('SUB-14 opens a late submission again, and leads to a due that has not passed', () => {
    const onSecond = { ...extend, at: instant('2026-10-02T12:00:00.000Z') };
    expect(late.when({ ...onSecond, workingDays: 1 })).toEqual({ refused: ['SUB-14'] });
    expect(late.says({ ...onSecond, workingDays: 1 })[0]).toContain('It would be due on 2026-10-01.');
    expect(late.after({ ...onSecond, workingDays: 2 }).state).toMatchObject({
      status: 'open',
      context: { dueOn: '2026-10-02' },
    });
    const last = { ...extend, workingDays: 2, at: instant('2026-10-02T22:59:59.999Z') };
    expect(late.when(last)).toEqual({ facts: ['ExtensionGranted'] });
    expect(late.when({ ...last, at: instant('2026-10-02T23:00:00.000Z') })).toEqual({ refused: ['SUB-14'] });
    expect(opened.when({ ...onSecond, workingDays: 1 })).toEqual({ refused: ['SUB-14'] });
  });

  test('SUB-8 comes before the late time is over', () => {
    expect(late.when({ ...extend, at: lateEnds })).toEqual({ facts: ['ExtensionGranted'] });
    expect(late.when({ ...extend, at: pastLate })).toEqual({ refused: ['SUB-8'] });
  });

  test('K1 comes before the portfolio is handed in', () => {
    for (const after of [submitted, accepted, missed]) expect(after.when(extend)).toEqual({ refused: ['K1'] });
  });

  test('K2 is granted by the provider, or by the product where circumstances were upheld', () => {
    expect(opened.when({ ...extend, by: people.system })).toEqual({ facts: ['ExtensionGranted'] });
    for (const other of [people.candidate, people.stranger, people.assessor])
      expect(opened.when({ ...extend, by: other })).toEqual({ refused: ['K2'] });
  });

  test('K4 is not granted by its own candidate as staff of the provider', () => {
    expect(opened.when({ ...extend, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
  });
});

describe('an attempt', () => {
  test('SUB-15 is excused with a reason, before it is handed in or when it was missed', () => {
    expect(missed.when({ ...excuse, reason: ' ' })).toEqual({ refused: ['SUB-15'] });
    for (const from of [opened, late, missed]) {
      expect(from.after(excuse).state).toMatchObject({ status: 'excused', context: { due: null } });
      expect(from.after(excuse).facts.at(-1)).toEqual({
        type: 'AttemptExcused',
        ...attemptOne,
        reason: 'Circumstances upheld.',
        by: people.system,
        at: pastLate,
      });
    }
    for (const from of [submitted, accepted, missed.after(excuse)])
      expect(from.when(excuse)).toEqual({ refused: ['K1'] });
  });

  const last = (from: typeof opened) => from.facts.at(-1);
  const isA = <Type extends SubmissionFact['type']>(
    fact: SubmissionFact | undefined,
    type: Type,
  ): fact is Extract<SubmissionFact, { type: Type }> => fact?.type === type;

  test('SUB-15 is opened again under the same number and with the same bank when it was excused', () => {
    const bank = { ...emptyBank, scores: { 'ONE.S1': 2 } };
    const excused = last(
      given(submission, book)
        .after({ ...open, attempt: 2, kind: 'resit', bank, priorLearning: [one] })
        .after(excuse),
    );
    if (!isA(excused, 'AttemptExcused')) throw new Error('it was excused');
    const again = opensAgain(excused, submissionId('submission-2'), day('2027-01-29'));
    expect(again).toEqual({
      type: 'OpenSubmission',
      ...attemptOne,
      submission: 'submission-2',
      attempt: 2,
      kind: 'resit',
      bank,
      priorLearning: [one],
      dueOn: '2027-01-29',
      by: people.system,
      at: pastLate,
    });
    expect(given(submission, book).after(again).state?.context).toMatchObject({ bank, priorLearning: [one] });
  });

  test('SUB-10 is used when it was missed: the next one is opened while attempts remain', () => {
    const first = last(missed);
    const second = last(
      given(submission, book)
        .after({ ...open, attempt: 2 })
        .after(passDue)
        .after(passLate),
    );
    if (!isA(first, 'SubmissionMissed') || !isA(second, 'SubmissionMissed')) throw new Error('both were missed');
    const next = opensAfterMissed(first, submissionId('submission-2'), day('2027-01-29'), book);
    expect(next).toMatchObject({ submission: 'submission-2', attempt: 2, dueOn: '2027-01-29', by: { role: 'system' } });
    expect(opensAfterMissed(second, submissionId('submission-3'), day('2027-01-29'), book)).toBeNull();
  });

  test('R9 is handed in as a retake only with an action plan', () => {
    const retake = given(submission, book).after({ ...open, attempt: 2, kind: 'retake' });
    expect(retake.when(submit)).toEqual({ refused: ['R9'] });
    expect(retake.says(submit)[0]).toContain('This is a retake, and no action plan is recorded.');
    expect(retake.after(plan).when(submit)).toEqual({ facts: ['SubmissionSubmitted'] });
    expect(retake.after(passDue).after(plan).when(submit)).toEqual({ facts: ['SubmissionSubmitted'] });
    expect(
      given(submission, book)
        .after({ ...open, attempt: 2, kind: 'resit' })
        .when(submit),
    ).toEqual({
      facts: ['SubmissionSubmitted'],
    });
  });

  test('SUB-16 has an action plan that says something', () => {
    expect(opened.when({ ...plan, says: ' ' })).toEqual({ refused: ['SUB-16'] });
    expect(last(opened.after(plan))).toMatchObject({ type: 'ActionPlanRecorded', says: 'Lead the next review.' });
    expect(opened.when({ ...plan, by: people.provider })).toEqual({ refused: ['K2'] });
  });
});

describe('prior learning in a submission', () => {
  const wide = smallBook(scheme, { priorLearning: { fractionAtMost: 1, wholeAreas: false } });
  const areas = smallBook(scheme, { priorLearning: { fractionAtMost: 1, wholeAreas: true } });

  test('SUB-17 is banked for standards that are scored and not banked yet', () => {
    const unknown = { ...bankPrior, standards: [statementCode.parse('ONE.K1'), statementCode.parse('ONE.S9')] };
    expect(given(submission, areas).after(open).when(unknown)).toEqual({ refused: ['SUB-17'] });
    expect(given(submission, areas).after(open).says(unknown)[0]).toContain('These are not: ONE.K1, ONE.S9.');
    const again = given(submission, areas).after({ ...open, bank: { ...emptyBank, scores: { 'ONE.S1': 3 } } });
    expect(again.when(bankPrior)).toEqual({ refused: ['SUB-17'] });
    expect(again.when({ ...bankPrior, standards: [two] })).toEqual({ facts: ['PriorLearningBanked'] });
  });

  test('SUB-17 is banked at the threshold, beside what is banked already', () => {
    const bank = { ...emptyBank, scores: { 'TWO.S1': 3 }, gates: { C2: true } };
    const banked = given(submission, book)
      .after({ ...open, bank })
      .after(bankPrior);
    expect(banked.facts.at(-1)).toEqual({
      type: 'PriorLearningBanked',
      standards: [one],
      scores: { 'ONE.S1': 2 },
      by: people.system,
      at,
    });
    const { priorLearning, ...context } = banked.state?.context ?? {};
    expect(priorLearning).toEqual([one]);
    expect(context).toMatchObject({ bank: { ...bank, scores: { 'TWO.S1': 3, 'ONE.S1': 2 } } });
    expect(banked.after(submit).after(accept).facts.at(-1)).toMatchObject({
      priorLearning: [one],
      bank: { scores: { 'TWO.S1': 3, 'ONE.S1': 2 } },
    });
  });

  test('R14 is limited to a part of all standards, earlier attempts included', () => {
    expect(opened.when({ ...bankPrior, standards: [one, two] })).toEqual({ refused: ['R14'] });
    expect(opened.says({ ...bankPrior, standards: [one, two] })[0]).toContain('2 of 3 standards; at most 1 can be.');
    const again = given(submission, book).after({ ...open, priorLearning: [two] });
    expect(again.when(bankPrior)).toEqual({ refused: ['R14'] });
    expect(opened.after(bankPrior).when({ ...bankPrior, standards: [two] })).toEqual({ refused: ['R14'] });
  });

  test('R14 is never a whole area, unless the scheme allows it', () => {
    const inWide = given(submission, wide).after(open);
    expect(inWide.when({ ...bankPrior, standards: [three] })).toEqual({ refused: ['R14'] });
    expect(inWide.says({ ...bankPrior, standards: [three] })[0]).toContain('Nothing of TWO would be assessed.');
    expect(inWide.when(bankPrior)).toEqual({ facts: ['PriorLearningBanked'] });
    expect(inWide.after(bankPrior).when({ ...bankPrior, standards: [two] })).toEqual({ refused: ['R14'] });
    expect(
      given(submission, areas)
        .after(open)
        .when({ ...bankPrior, standards: [one, two, three] }),
    ).toEqual({
      facts: ['PriorLearningBanked'],
    });
  });

  test('K1 is banked only while the submission is open', () => {
    expect(late.when(bankPrior)).toEqual({ facts: ['PriorLearningBanked'] });
    for (const from of [submitted, accepted, missed]) expect(from.when(bankPrior)).toEqual({ refused: ['K1'] });
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
  'pass the due': passDue,
  'pass the due too early': { ...passDue, at },
  'pass the late time': passLate,
  'pass the late time too early': { ...passLate, at: lateEnds },
  'submit late': { ...submit, at: lateEnds },
  'submit too late': { ...submit, at: pastLate },
  extend,
  'extend beyond the scheme': { ...extend, workingDays: 11 },
  excuse,
  plan,
  'bank prior learning': bankPrior,
  'bank too much': { ...bankPrior, standards: [one, two] },
};

describe('every path through the submission', () => {
  const paths = walk(submission, open, alphabet, book, ({ manifest: digest, late: was, dueOn, priorLearning }) => [
    digest,
    was,
    dueOn,
    priorLearning,
  ]);

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
