import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circumstancesId, cohortId, day, instant, submissionId } from '../kernel/index.ts';
import { emptyBank } from '../scoring/index.ts';
import { submission } from '../submission/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import {
  circumstances,
  excusesAttempt,
  grantsExtension,
  type CircumstancesCommand,
  type CircumstancesFact,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const book = smallBook(scheme);

const at = noon(10);
const by = people.provider;
const claim: CircumstancesCommand & { type: 'ClaimCircumstances' } = {
  type: 'ClaimCircumstances',
  circumstances: circumstancesId('circumstances-1'),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  says: ' I was in hospital. ',
  asks: 'time',
  dueOn: day('2026-03-06'),
  by: people.candidate,
  at,
};
const uphold: CircumstancesCommand & { type: 'UpholdCircumstances' } = {
  type: 'UpholdCircumstances',
  remedy: { kind: 'time', workingDays: 10 },
  reason: ' A letter of the hospital. ',
  by,
  at,
};
const upholdAttempt: CircumstancesCommand = { ...uphold, remedy: { kind: 'attempt' } };
const decline: CircumstancesCommand & { type: 'DeclineCircumstances' } = {
  type: 'DeclineCircumstances',
  reason: ' It was known in advance. ',
  by,
  at,
};
const withdraw: CircumstancesCommand = { type: 'WithdrawCircumstances', by: people.candidate, at };

const nothing = given(circumstances, book);
const claimed = nothing.after(claim);
const upheld = claimed.after(uphold);
const ids = {
  circumstances: 'circumstances-1',
  submission: 'submission-1',
  candidate: 'candidate-1',
  provider: 'provider-1',
};

describe('a claim of circumstances', () => {
  test('CIR-1 says what stood in the way', () => {
    expect(nothing.when({ ...claim, says: ' ' })).toEqual({ refused: ['CIR-1'] });
    expect(claimed.facts.at(-1)).toEqual({
      type: 'CircumstancesClaimed',
      ...ids,
      says: 'I was in hospital.',
      asks: 'time',
      dueOn: '2026-03-06',
      due: { at: '2026-03-17T23:59:59.999Z', clock: 'decide-circumstances' },
      by: people.candidate,
      at,
    });
  });

  test('CIR-1 keeps what happened in the fact, not in the record', () => {
    expect(claimed.state).toEqual({
      status: 'claimed',
      context: { ...ids, asks: 'time', due: { at: '2026-03-17T23:59:59.999Z', clock: 'decide-circumstances' } },
    });
  });

  test('CIR-2 is made before the due, or within the time for it afterwards', () => {
    expect(nothing.when({ ...claim, at: noon(2) })).toEqual({ facts: ['CircumstancesClaimed'] });
    expect(nothing.when({ ...claim, at: instant('2026-03-20T23:59:59.999Z') })).toEqual({
      facts: ['CircumstancesClaimed'],
    });
    expect(nothing.when({ ...claim, at: instant('2026-03-21T00:00:00.000Z') })).toEqual({ refused: ['CIR-2'] });
  });

  test('CIR-2 is made until the due under a scheme that gives no time afterwards', () => {
    const timeless = given(circumstances, smallBook(scheme, { clocks: [] }));
    expect(timeless.after({ ...claim, at: instant('2026-03-06T23:59:59.999Z') }).state?.context.due).toBeNull();
    expect(timeless.when({ ...claim, at: instant('2026-03-07T00:00:00.000Z') })).toEqual({ refused: ['CIR-2'] });
  });

  test('CIR-3 is upheld or declined with a reason', () => {
    expect(claimed.when({ ...uphold, reason: ' ' })).toEqual({ refused: ['CIR-3'] });
    expect(claimed.when({ ...decline, reason: ' ' })).toEqual({ refused: ['CIR-3'] });
    expect(claimed.after(decline).facts.at(-1)).toEqual({
      type: 'CircumstancesDeclined',
      ...ids,
      reason: 'It was known in advance.',
      by,
      at,
    });
  });

  test.each([uphold, decline])('CIR-4 is not decided by anybody with a stake in it: $type', (decide) => {
    expect(claimed.when({ ...decide, connected: true })).toEqual({ refused: ['CIR-4'] });
    expect(claimed.when({ ...decide, connected: false })).toEqual({ facts: [expect.any(String)] });
    for (const role of ['assessor', 'moderator', 'externalModerator'] as const) {
      expect(claimed.when({ ...decide, involved: [{ person: by.person, role }] })).toEqual({ refused: ['CIR-4'] });
      expect(claimed.when({ ...decide, involved: [{ person: people.assessor.person, role }] })).toEqual({
        facts: [expect.any(String)],
      });
    }
    expect(claimed.when({ ...decide, involved: [{ person: by.person, role: 'provider' }] })).toEqual({
      facts: [expect.any(String)],
    });
  });

  test.each([0, 1.5, 11, undefined])('CIR-5 is not upheld with %s working days', (workingDays) => {
    const remedy = workingDays === undefined ? { kind: 'time' } : { kind: 'time', workingDays };
    expect(claimed.when({ ...uphold, remedy })).toEqual({ refused: ['CIR-5'] });
  });

  test('CIR-5 is upheld with as many working days as an extension has, or as few as one', () => {
    for (const workingDays of [1, 10])
      expect(claimed.when({ ...uphold, remedy: { kind: 'time', workingDays } })).toEqual({
        facts: ['CircumstancesUpheld'],
      });
  });

  test('R10 changes time or attempts, never a score', () => {
    const raise = { ...uphold, remedy: { kind: 'score', workingDays: 1 } };
    expect(claimed.when(raise)).toEqual({ refused: ['R10'] });
    expect(claimed.says(raise)[0]).toContain('“score” is neither.');
    expect(upheld.facts.at(-1)).toEqual({
      type: 'CircumstancesUpheld',
      ...ids,
      remedy: { kind: 'time', workingDays: 10 },
      reason: 'A letter of the hospital.',
      by,
      at,
    });
    expect(claimed.after(upholdAttempt).facts.at(-1)).toMatchObject({ remedy: { kind: 'attempt' } });
  });

  test('R10 tells no working days of an attempt', () => {
    const fact = claimed.after({ ...uphold, remedy: { kind: 'attempt', workingDays: 3 } }).facts.at(-1);
    expect(fact).toHaveProperty('remedy', { kind: 'attempt' });
  });

  test('is decided by a day, which is told and decides nothing by itself', () => {
    expect(circumstances.turns).toEqual({
      claimed: { owner: 'provider' },
      upheld: null,
      declined: null,
      withdrawn: null,
    });
    const running = ({ state }: typeof claimed) => (state === null ? undefined : circumstances.deadline(state));
    expect(running(claimed)).toEqual({
      at: '2026-03-17T23:59:59.999Z',
      clock: 'decide-circumstances',
      command: null,
    });
    for (const resting of [upheld, claimed.after(decline), claimed.after(withdraw)])
      expect(running(resting)).toBeNull();
  });

  test('is withdrawn while it is not decided', () => {
    expect(claimed.after(withdraw).facts.at(-1)).toEqual({
      type: 'CircumstancesWithdrawn',
      ...ids,
      by: people.candidate,
      at,
    });
    for (const settled of [upheld, claimed.after(decline), claimed.after(withdraw)])
      for (const command of [withdraw, uphold, decline]) expect(settled.when(command)).toEqual({ refused: ['K1'] });
  });

  test('K2 is the candidate’s own, and decided by the provider', () => {
    expect(nothing.when({ ...claim, by: people.otherCandidate })).toEqual({ refused: ['K2'] });
    expect(nothing.when({ ...claim, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(claimed.when({ ...withdraw, by: people.otherCandidate })).toEqual({ refused: ['K2'] });
    for (const other of [people.stranger, people.assessor, people.moderator, people.candidate]) {
      expect(claimed.when({ ...uphold, by: other })).toEqual({ refused: ['K2'] });
      expect(claimed.when({ ...decline, by: other })).toEqual({ refused: ['K2'] });
    }
  });

  test('K4 is not decided by the candidate as staff of the provider', () => {
    expect(claimed.when({ ...uphold, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
    expect(claimed.when({ ...decline, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
  });
});

describe('what follows from circumstances that are upheld', () => {
  const portfolio = given(submission, book).after({
    type: 'OpenSubmission',
    submission: submissionId('submission-1'),
    candidate: people.candidate.person,
    provider: demoProvider,
    cohort: cohortId('cohort-1'),
    route: 'standard',
    attempt: 1,
    dueOn: day('2026-03-06'),
    kind: 'first',
    bank: emptyBank,
    by: people.system,
    at: noon(2),
  });
  const decision = (from: { readonly facts: readonly CircumstancesFact[] }) => {
    const fact = from.facts.at(-1);
    if (fact?.type !== 'CircumstancesUpheld') throw new Error('it was upheld');
    return fact;
  };
  const system = { ...by, role: 'system' };

  test('R10 time extends the submission, which does not tell what happened', () => {
    const command = grantsExtension(decision(upheld));
    expect(command).toEqual({
      type: 'GrantExtension',
      workingDays: 10,
      reason: 'Circumstances upheld: circumstances-1.',
      by: system,
      at,
    });
    if (command === null) throw new Error('time was given');
    expect(portfolio.after(command).state?.context.dueOn).toBe('2026-03-20');
    expect(excusesAttempt(decision(upheld))).toBeNull();
  });

  test('R10 an attempt is not used, which does not tell what happened', () => {
    const fact = decision(claimed.after(upholdAttempt));
    const command = excusesAttempt(fact);
    expect(command).toEqual({
      type: 'ExcuseAttempt',
      reason: 'Circumstances upheld: circumstances-1.',
      by: system,
      at,
    });
    if (command === null) throw new Error('the attempt was saved');
    const missed = portfolio
      .after({ type: 'PassDue', by: people.system, at: noon(9) })
      .after({ type: 'PassLate', by: people.system, at: noon(16) });
    expect(missed.after(command).state?.status).toBe('excused');
    expect(grantsExtension(fact)).toBeNull();
  });
});

const alphabet: Record<string, CircumstancesCommand> = {
  uphold,
  'uphold with the attempt': upholdAttempt,
  'uphold with a score': { ...uphold, remedy: { kind: 'score' } },
  'uphold without a reason': { ...uphold, reason: '' },
  decline,
  'decline as somebody connected': { ...decline, connected: true },
  withdraw,
  'claim again': claim,
};

describe('every path through the claim of circumstances', () => {
  const paths = walk(circumstances, claim, alphabet, book);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(circumstances.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 25 }), (row) => {
        const { state, replayed, unexplained } = sent(circumstances, [claim, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
