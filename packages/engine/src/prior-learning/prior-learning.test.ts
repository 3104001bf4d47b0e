import { statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortId, day, itemId, priorLearningId, rulebook, submissionId } from '../kernel/index.ts';
import { emptyBank } from '../scoring/index.ts';
import { submission } from '../submission/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import {
  banksPriorLearning,
  endsPriorLearning,
  priorLearning,
  type PriorLearningCommand,
  type PriorLearningFact,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { framework, scheme } = npqicl;
const whole = rulebook(framework, scheme);
/** Two of three standards can be claimed, and one of them is critical. */
const book = smallBook(scheme, { priorLearning: { fractionAtMost: 0.7, wholeAreas: true } });

const at = noon(10);
const by = people.candidate;
const one = statementCode.parse('ONE.S1');
const critical = statementCode.parse('ONE.S2');
const three = statementCode.parse('TWO.S1');
const items = [itemId('item-1'), itemId('item-2')];
const claimed = (standard = one) => ({ standard, account: ' I led a nursery for six years. ', evidence: items });

const claim: PriorLearningCommand & { type: 'ClaimPriorLearning' } = {
  type: 'ClaimPriorLearning',
  claim: priorLearningId('claim-1'),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  standards: [claimed(one), claimed(three)],
  items: [...items, itemId('item-3')],
  banked: [],
  priorLearning: [],
  submissionOpen: true,
  claimOpen: false,
  by,
  at,
};
const allocate: PriorLearningCommand & { type: 'AllocatePriorLearning' } = {
  type: 'AllocatePriorLearning',
  assessor: people.assessor.person,
  appointed: true,
  by: people.provider,
  at,
};
const judge: PriorLearningCommand & { type: 'JudgePriorLearning' } = {
  type: 'JudgePriorLearning',
  standard: one,
  met: true,
  reason: ' Six inspections say so. ',
  by: people.assessor,
  at,
};
const judgeOther: PriorLearningCommand = { ...judge, standard: three, met: false, reason: 'Nothing shows it.' };
const seal: PriorLearningCommand = { type: 'SealPriorLearning', submissionOpen: true, by: people.assessor, at };
const withdraw: PriorLearningCommand = { type: 'WithdrawPriorLearning', by, at };

const nothing = given(priorLearning, book);
const opened = nothing.after(claim);
const judging = opened.after(allocate);
const judged = judging.after(judge).after(judgeOther);
const decided = judged.after(seal);
const ids = { claim: 'claim-1', submission: 'submission-1', candidate: 'candidate-1', provider: 'provider-1' };

describe('a claim of prior learning', () => {
  test('PRI-1 names at least one standard, each once', () => {
    expect(nothing.when({ ...claim, standards: [] })).toEqual({ refused: ['PRI-1'] });
    expect(nothing.when({ ...claim, standards: [claimed(), claimed()] })).toEqual({ refused: ['PRI-1'] });
    expect(nothing.when({ ...claim, standards: [claimed()] })).toEqual({ facts: ['PriorLearningClaimed'] });
  });

  test('PRI-2 is made for standards that are scored and not banked yet', () => {
    const others = ['ONE.K1', 'ONE.S9'].map((code) => claimed(statementCode.parse(code)));
    expect(nothing.when({ ...claim, standards: others })).toEqual({ refused: ['PRI-2'] });
    expect(nothing.says({ ...claim, standards: others })[0]).toContain('These are not: ONE.K1, ONE.S9.');
    expect(nothing.when({ ...claim, banked: [three] })).toEqual({ refused: ['PRI-2'] });
    expect(nothing.when({ ...claim, banked: [critical] })).toEqual({ facts: ['PriorLearningClaimed'] });
  });

  test.each([
    ['an account', { account: ' ' }],
    ['evidence', { evidence: [] }],
    ['evidence of the submission', { evidence: [...items, itemId('item-9')] }],
  ])('PRI-3 is made for each standard with %s', (_what, change) => {
    const standards = [{ ...claimed(one), ...change }, claimed(three)];
    expect(nothing.when({ ...claim, standards })).toEqual({ refused: ['PRI-3'] });
    expect(nothing.says({ ...claim, standards })[0]).toContain('Not so for ONE.S1.');
  });

  test('PRI-3 names every standard that is claimed without', () => {
    const standards = [one, three].map((code) => ({ ...claimed(code), account: '' }));
    expect(nothing.says({ ...claim, standards })[0]).toContain('Not so for ONE.S1, TWO.S1.');
  });

  test('PRI-4 is not made for a critical standard', () => {
    expect(nothing.when({ ...claim, standards: [claimed(critical)] })).toEqual({ refused: ['PRI-4'] });
    const inWhole = given(priorLearning, whole);
    const standards = ['LLD.S3', 'LLD.S4', 'SFC.S7'].map((code) => claimed(statementCode.parse(code)));
    expect(inWhole.says({ ...claim, standards })[0]).toContain('Critical: LLD.S3, SFC.S7.');
  });

  test('PRI-5 is made and decided while the submission is open', () => {
    expect(nothing.when({ ...claim, submissionOpen: false })).toEqual({ refused: ['PRI-5'] });
    expect(judged.when({ ...seal, submissionOpen: false })).toEqual({ refused: ['PRI-5'] });
    expect(judged.when(seal)).toEqual({ facts: ['PriorLearningDecided'] });
  });

  test('PRI-6 is the only open one of its submission', () => {
    expect(nothing.when({ ...claim, claimOpen: true })).toEqual({ refused: ['PRI-6'] });
  });

  test('R14 keeps within the limit, with what prior learning has achieved already', () => {
    expect(nothing.when(claim)).toEqual({ facts: ['PriorLearningClaimed'] });
    expect(nothing.when({ ...claim, priorLearning: [critical] })).toEqual({ refused: ['R14'] });
    expect(nothing.says({ ...claim, priorLearning: [critical] })[0]).toContain('3 of 3 standards; at most 2 can be.');
  });

  test('R14 is at most half of the standards of the shipped scheme, and never a whole area', () => {
    const plain = [...whole.judged.values()].filter((measure) => !measure.critical);
    const inWhole = given(priorLearning, whole);
    const spread = plain.filter((_measure, index) => index % 2 === 0).map(({ code }) => claimed(code));
    const more = plain.filter(({ code }) => !spread.some(({ standard }) => standard === code));
    const most = [...spread, ...more.slice(0, 26 - spread.length).map(({ code }) => claimed(code))];
    expect(inWhole.when({ ...claim, standards: most })).toEqual({ facts: ['PriorLearningClaimed'] });
    const tooMany = [...most, ...more.slice(26 - spread.length, 27 - spread.length).map(({ code }) => claimed(code))];
    expect(inWhole.says({ ...claim, standards: tooMany })[0]).toContain('27 of 53 standards; at most 26 can be.');
    const area = plain.filter((measure) => measure.area === 'SPF').map(({ code }) => claimed(code));
    expect(inWhole.when({ ...claim, standards: area })).toEqual({ refused: ['R14'] });
    expect(inWhole.says({ ...claim, standards: area })[0]).toContain('Nothing of SPF would be assessed.');
    expect(inWhole.when({ ...claim, standards: area.slice(1) })).toEqual({ facts: ['PriorLearningClaimed'] });
  });

  test('keeps its accounts in the fact, and only the standards in the record', () => {
    expect(opened.facts.at(-1)).toEqual({
      type: 'PriorLearningClaimed',
      ...ids,
      standards: [one, three].map((standard) => ({
        standard,
        account: 'I led a nursery for six years.',
        evidence: items,
      })),
      by,
      at,
    });
    expect(opened.state).toEqual({
      status: 'awaitingAllocation',
      context: { ...ids, standards: [one, three], assessor: null, due: null, judged: {} },
    });
  });

  test('PRI-7 is allocated to an appointed assessor', () => {
    expect(opened.when({ ...allocate, appointed: false })).toEqual({ refused: ['PRI-7'] });
  });

  test('PRI-8 is not allocated to anybody with a stake in it', () => {
    expect(opened.when({ ...allocate, assessor: people.candidate.person })).toEqual({ refused: ['PRI-8'] });
    expect(opened.when({ ...allocate, connected: true })).toEqual({ refused: ['PRI-8'] });
    expect(opened.when({ ...allocate, connected: false })).toEqual({ facts: ['PriorLearningAllocated'] });
    const moderates = [{ person: people.assessor.person, role: 'moderator' }] as const;
    expect(opened.when({ ...allocate, involved: moderates })).toEqual({ refused: ['PRI-8'] });
    const another = [{ person: people.otherAssessor.person, role: 'moderator' }] as const;
    expect(opened.when({ ...allocate, involved: another })).toEqual({ facts: ['PriorLearningAllocated'] });
  });

  test('is judged within the time of the scheme', () => {
    expect(priorLearning.turns).toEqual({
      awaitingAllocation: { owner: 'provider' },
      judging: { owner: 'assessor' },
      decided: null,
      withdrawn: null,
    });
    expect(judging.facts.at(-1)).toEqual({
      type: 'PriorLearningAllocated',
      assessor: people.assessor.person,
      due: { at: '2026-04-09T22:59:59.999Z', clock: 'judge-prior-learning' },
      by: people.provider,
      at,
    });
    const running = ({ state }: typeof opened) => (state === null ? undefined : priorLearning.deadline(state));
    expect(running(judging)).toEqual({
      at: '2026-04-09T22:59:59.999Z',
      clock: 'judge-prior-learning',
      command: null,
    });
    for (const resting of [opened, decided, judging.after(withdraw)]) expect(running(resting)).toBeNull();
  });

  test('is judged anew when it is allocated to another', () => {
    const again = judged.after({ ...allocate, assessor: people.otherAssessor.person, at: noon(11) });
    expect(again.state).toMatchObject({
      status: 'judging',
      context: { assessor: people.otherAssessor.person, due: { at: '2026-04-10T22:59:59.999Z' } },
    });
    expect(again.state?.context.judged).toEqual({});
    expect(again.when(judge)).toEqual({ refused: ['K2'] });
  });

  test('PRI-9 is judged on what was claimed', () => {
    expect(judging.when({ ...judge, standard: critical })).toEqual({ refused: ['PRI-9'] });
    expect(judging.says({ ...judge, standard: critical })[0]).toContain('ONE.S2 is not claimed.');
  });

  test('PRI-10 is judged with a reason', () => {
    expect(judging.when({ ...judge, reason: ' ' })).toEqual({ refused: ['PRI-10'] });
    expect(judging.after(judge).facts.at(-1)).toEqual({
      type: 'PriorLearningJudged',
      standard: one,
      met: true,
      reason: 'Six inspections say so.',
      by: people.assessor,
      at,
    });
  });

  test('PRI-11 is decided when every standard is judged, met or not', () => {
    expect(judging.when(seal)).toEqual({ refused: ['PRI-11'] });
    expect(judging.says(seal)[0]).toContain('Not judged: ONE.S1, TWO.S1.');
    expect(judging.after(judgeOther).says(seal)[0]).toContain('Not judged: ONE.S1.');
    expect(decided.state).toMatchObject({ status: 'decided', context: { due: null } });
    expect(decided.facts.at(-1)).toEqual({
      type: 'PriorLearningDecided',
      ...ids,
      met: [one],
      notMet: [three],
      by: people.assessor,
      at,
    });
  });

  test('PRI-11 takes the last judgement of a standard', () => {
    expect(
      judged
        .after({ ...judge, met: false })
        .after(seal)
        .facts.at(-1),
    ).toMatchObject({
      met: [],
      notMet: [one, three],
    });
  });

  test('is withdrawn before it is decided', () => {
    for (const from of [opened, judging]) {
      expect(from.after(withdraw).state?.status).toBe('withdrawn');
      expect(from.after(withdraw).facts.at(-1)).toEqual({ type: 'PriorLearningWithdrawn', ...ids, by, at });
    }
    expect(decided.when(withdraw)).toEqual({ refused: ['K1'] });
  });

  test('K2 is the candidate’s own, allocated by the provider and judged by its assessor', () => {
    expect(nothing.when({ ...claim, by: people.otherCandidate })).toEqual({ refused: ['K2'] });
    expect(nothing.when({ ...claim, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(opened.when({ ...allocate, by: people.stranger })).toEqual({ refused: ['K2'] });
    expect(judging.when({ ...judge, by: people.otherAssessor })).toEqual({ refused: ['K2'] });
    expect(judged.when({ ...seal, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(opened.when({ ...withdraw, by: people.provider })).toEqual({ refused: ['K2'] });
  });

  test('K4 is decided by nobody who stands on the portfolio in another role', () => {
    expect(opened.when({ ...allocate, by: as('provider', people.candidate) })).toEqual({ refused: ['K4'] });
    const involved = [{ person: people.assessor.person, role: 'moderator' }] as const;
    expect(judging.when({ ...judge, involved })).toEqual({ refused: ['K4'] });
    expect(judged.when({ ...seal, involved })).toEqual({ refused: ['K4'] });
    expect(
      judging.after({ ...allocate, assessor: people.assessor.person }).when({ ...withdraw, by: people.assessor }),
    ).toEqual({ refused: ['K2'] });
  });
});

describe('what follows from a claim of prior learning', () => {
  const portfolio = given(submission, book).after({
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
    by: people.system,
    at,
  });
  const decision = (from: { readonly facts: readonly PriorLearningFact[] }) => {
    const fact = from.facts.at(-1);
    if (fact?.type !== 'PriorLearningDecided') throw new Error('it was decided');
    return fact;
  };

  test('what is met is banked in the submission at its threshold', () => {
    const command = banksPriorLearning(decision(decided));
    expect(command).toEqual({
      type: 'BankPriorLearning',
      standards: [one],
      by: { ...people.assessor, role: 'system' },
      at,
    });
    if (command === null) throw new Error('something was met');
    expect(portfolio.after(command).state?.context).toMatchObject({
      bank: { scores: { 'ONE.S1': 2 } },
      priorLearning: [one],
    });
  });

  test('nothing is banked where nothing was met', () => {
    expect(banksPriorLearning(decision(judged.after({ ...judge, met: false }).after(seal)))).toBeNull();
  });

  test('PRI-5 a submission that is no longer open takes its claim with it', () => {
    const ended = portfolio
      .after({ type: 'WithdrawSubmission', reason: 'I change posts.', by, at: noon(12) })
      .facts.at(-1);
    if (ended?.type !== 'SubmissionWithdrawn') throw new Error('it was withdrawn');
    const command = endsPriorLearning(ended);
    expect(command).toEqual({ type: 'WithdrawPriorLearning', by: { ...by, role: 'system' }, at: noon(12) });
    expect(judged.after(command).state?.status).toBe('withdrawn');
  });
});

const alphabet: Record<string, PriorLearningCommand> = {
  allocate,
  'allocate anew': { ...allocate, at: noon(11) },
  'allocate to the candidate': { ...allocate, assessor: people.candidate.person },
  judge,
  'judge the other': judgeOther,
  'judge without a reason': { ...judge, reason: '' },
  seal,
  'seal too late': { ...seal, submissionOpen: false },
  withdraw,
  'claim again': claim,
};

describe('every path through the claim of prior learning', () => {
  const paths = walk(priorLearning, claim, alphabet, book);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(priorLearning.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 25 }), (row) => {
        const { state, replayed, unexplained } = sent(priorLearning, [claim, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
