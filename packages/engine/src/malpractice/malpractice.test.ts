import { statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { award, type RecommendAward } from '../award/index.ts';
import {
  awardId,
  batchId,
  cohortId,
  digestOf,
  instant,
  itemId,
  malpracticeId,
  personId,
  submissionId,
} from '../kernel/index.ts';
import { emptyBank } from '../scoring/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import {
  disallowsAward,
  holdsAward,
  liftsHold,
  malpractice,
  voidsEvidence,
  type DecideMalpractice,
  type MalpracticeCommand,
  type Penalty,
  type ReportMalpractice,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const book = smallBook(shipped);

const at = noon(10);
const by = people.moderator;
const inTime = instant('2026-03-24T23:59:59.999Z');
const after = instant('2026-03-25T00:00:00.000Z');
const one = statementCode.parse('ONE.S1');
const three = statementCode.parse('TWO.S1');
const item = itemId('item-1');

const report: ReportMalpractice = {
  type: 'ReportMalpractice',
  malpractice: malpracticeId('case-1'),
  submission: submissionId('submission-1'),
  candidate: people.candidate.person,
  provider: demoProvider,
  assessors: [people.assessor.person, people.otherAssessor.person],
  says: ' E1 is on the web word for word. ',
  evidence: [item, itemId('item-2')],
  by: people.assessor,
  at,
};
const dismiss: MalpracticeCommand = { type: 'DismissReport', reason: ' It is their own site. ', by, at };
const investigate: MalpracticeCommand = { type: 'OpenInvestigation', by, at };
const answer: MalpracticeCommand = { type: 'AnswerAllegation', says: ' I wrote both. ', by: people.candidate, at };
const lapse: MalpracticeCommand = { type: 'LapseAnswer', by: people.system, at: after };
const decide = (penalty: Penalty | null, change: Partial<DecideMalpractice> = {}): DecideMalpractice => ({
  type: 'DecideMalpractice',
  finding: penalty === null ? 'none' : 'proven',
  penalty,
  reason: ' I have compared them. ',
  by,
  at,
  ...change,
});
const voided = { evidence: [item], standards: [one] };
const voiding = decide('evidenceVoided', { voided });

const opened = given(malpractice, book);
const reported = opened.after(report);
const investigating = reported.after(investigate);
const answered = investigating.after(answer);
const proven = (penalty: Penalty, change: Partial<DecideMalpractice> = {}) => {
  const fact = answered.after(decide(penalty, change)).facts.at(-1);
  if (fact?.type !== 'MalpracticeProven') throw new Error('it was proven');
  return fact;
};

describe('a report of malpractice', () => {
  test('MAL-1 says what is alleged', () => {
    expect(opened.when({ ...report, says: ' ' })).toEqual({ refused: ['MAL-1'] });
    expect(opened.when({ ...report, evidence: [] })).toEqual({ facts: ['MalpracticeReported'] });
  });

  test('MAL-2 is not made by its own candidate in another role', () => {
    expect(opened.when({ ...report, by: as('provider', people.candidate) })).toEqual({ refused: ['MAL-2'] });
  });

  test('MAL-3 is dismissed with a reason', () => {
    expect(reported.when({ ...dismiss, reason: ' ' })).toEqual({ refused: ['MAL-3'] });
    expect(reported.after(dismiss).facts.at(-1)).toEqual({
      type: 'ReportDismissed',
      malpractice: 'case-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      reason: 'It is their own site.',
      by,
      at,
    });
    expect(reported.after(dismiss).state?.status).toBe('dismissed');
  });

  test('MAL-4 is neither dismissed nor decided by whoever made it, though they may have it looked into', () => {
    const mine = opened.after({ ...report, by });
    const another = { ...by, person: personId('moderator-9') };
    expect(mine.when(dismiss)).toEqual({ refused: ['MAL-4'] });
    expect(mine.when({ ...dismiss, by: another })).toEqual({ facts: ['ReportDismissed'] });
    const toDecide = mine.after(investigate).after(answer);
    expect(toDecide.when(decide('warning'))).toEqual({ refused: ['MAL-4'] });
    expect(toDecide.when(decide(null))).toEqual({ refused: ['MAL-4'] });
    expect(toDecide.when(decide('warning', { by: another }))).toEqual({ facts: ['MalpracticeProven'] });
    const unanswered = mine.after(investigate);
    expect(unanswered.when(decide('warning', { at: after }))).toEqual({ refused: ['MAL-4'] });
  });

  test('K2 is made by those who have to do with the portfolio', () => {
    for (const who of [
      people.assessor,
      people.otherAssessor,
      by,
      people.provider,
      as('externalModerator', people.administrator),
    ])
      expect(opened.when({ ...report, by: who })).toEqual({ facts: ['MalpracticeReported'] });
    for (const who of [
      people.candidate,
      people.otherCandidate,
      people.stranger,
      people.administrator,
      { ...people.assessor, person: personId('assessor-9') },
    ])
      expect(opened.when({ ...report, by: who })).toEqual({ refused: ['K2'] });
  });

  test('is recorded with what it is about', () => {
    const { type: _type, ...rest } = report;
    expect(reported.facts[0]).toEqual({
      type: 'MalpracticeReported',
      ...rest,
      says: 'E1 is on the web word for word.',
    });
    expect(reported.state).toEqual({
      status: 'reported',
      context: {
        malpractice: 'case-1',
        submission: 'submission-1',
        candidate: 'candidate-1',
        provider: 'provider-1',
        assessors: ['assessor-1', 'assessor-2'],
        evidence: ['item-1', 'item-2'],
        reporter: { person: 'assessor-1', role: 'assessor' },
        due: null,
      },
    });
  });
});

describe('a case of malpractice', () => {
  test('MAL-5 is answered by its candidate with something', () => {
    expect(investigating.when({ ...answer, says: ' ' })).toEqual({ refused: ['MAL-5'] });
    expect(answered.facts.at(-1)).toMatchObject({ type: 'AllegationAnswered', says: 'I wrote both.' });
    expect(answered.state).toMatchObject({ status: 'answered', context: { due: null } });
    expect(investigating.when({ ...answer, by: people.otherCandidate })).toEqual({ refused: ['K2'] });
  });

  test('MAL-6 is decided once it is answered, or once the time to answer has passed', () => {
    for (const finding of [decide(null), decide('warning')]) {
      expect(investigating.when({ ...finding, at: inTime })).toEqual({ refused: ['MAL-6'] });
      expect('facts' in investigating.when({ ...finding, at: after })).toBe(true);
      expect('facts' in answered.when(finding)).toBe(true);
      expect('facts' in investigating.after(lapse).when({ ...finding, at: after })).toBe(true);
    }
    expect(reported.when(decide('warning', { at: after }))).toEqual({ refused: ['K1'] });
    const clockless = given(malpractice, smallBook(shipped, { clocks: [] }))
      .after(report)
      .after(investigate);
    expect(clockless.when(decide('warning', { at: after }))).toEqual({ refused: ['MAL-6'] });
  });

  test('MAL-6 lapses to the moderator when the time has passed, and hears a late answer', () => {
    expect(investigating.when({ ...lapse, at: inTime })).toEqual({ refused: ['MAL-6'] });
    expect(investigating.when({ ...lapse, by })).toEqual({ refused: ['K2'] });
    const unanswered = investigating.after(lapse);
    expect(unanswered.state).toMatchObject({ status: 'unanswered', context: { due: null } });
    expect(unanswered.after({ ...answer, at: after }).state?.status).toBe('answered');
    expect(unanswered.when({ ...answer, says: '' })).toEqual({ refused: ['MAL-5'] });
  });

  test('MAL-7 is decided with a reason', () => {
    expect(answered.when(decide('warning', { reason: ' ' }))).toEqual({ refused: ['MAL-7'] });
    expect(answered.when(decide(null, { reason: '' }))).toEqual({ refused: ['MAL-7'] });
  });

  test('MAL-8 has a penalty where it is proven, and none where it is not', () => {
    expect(answered.when(decide(null, { finding: 'proven' }))).toEqual({ refused: ['MAL-8'] });
    expect(answered.when(decide('warning', { finding: 'none' }))).toEqual({ refused: ['MAL-8'] });
    const unknown: Penalty = JSON.parse('"flogging"');
    expect(answered.when(decide(unknown))).toEqual({ refused: ['MAL-8'] });
    for (const penalty of ['warning', 'attemptVoided', 'disqualified'] as const)
      expect(answered.when(decide(penalty))).toEqual({ facts: ['MalpracticeProven'] });
  });

  test('MAL-9 voids evidence item by item, of those reported, with the standards that lose it', () => {
    expect(answered.when(voiding)).toEqual({ facts: ['MalpracticeProven'] });
    expect(answered.when(decide('evidenceVoided'))).toEqual({ refused: ['MAL-9'] });
    for (const wrong of [
      { ...voided, evidence: [] },
      { ...voided, evidence: [item, itemId('item-9')] },
      { ...voided, standards: [one, statementCode.parse('ONE.K1')] },
    ])
      expect(answered.when(decide('evidenceVoided', { voided: wrong }))).toEqual({ refused: ['MAL-9'] });
    expect(answered.when(decide('evidenceVoided', { voided: { ...voided, standards: [] } }))).toEqual({
      facts: ['MalpracticeProven'],
    });
    expect(answered.when(decide('warning', { voided }))).toEqual({ refused: ['MAL-9'] });
    expect(answered.when(decide(null, { voided }))).toEqual({ refused: ['MAL-9'] });
  });

  test('K2 is looked into and decided by a moderator of its provider', () => {
    for (const who of [people.provider, people.assessor, people.candidate, as('moderator', people.stranger)]) {
      expect(reported.when({ ...investigate, by: who })).toEqual({ refused: ['K2'] });
      expect(answered.when(decide('warning', { by: who }))).toEqual({ refused: ['K2'] });
    }
  });

  test('K4 is decided by nobody who marked it, nor by its candidate or an external moderator who reported it', () => {
    for (const who of [people.assessor, people.otherAssessor, people.candidate])
      expect(reported.when({ ...investigate, by: as('moderator', who) })).toEqual({ refused: ['K4'] });
    const external = { ...by, role: 'externalModerator' } as const;
    expect(opened.after({ ...report, by: external }).when(investigate)).toEqual({ refused: ['K4'] });
  });

  test('tells what was found and what follows', () => {
    const case1 = {
      malpractice: 'case-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      reason: 'I have compared them.',
      by,
      at,
    };
    expect(proven('warning')).toEqual({
      type: 'MalpracticeProven',
      ...case1,
      penalty: 'warning',
      voided: { evidence: [], standards: [] },
    });
    expect(proven('evidenceVoided', { voided })).toMatchObject({ penalty: 'evidenceVoided', voided });
    const none = answered.after(decide(null));
    expect(none.facts.at(-1)).toEqual({ type: 'MalpracticeNotProven', ...case1 });
    expect([none.state?.status, answered.after(voiding).state?.status]).toEqual(['dismissed', 'proven']);
    expect(investigating.after(decide(null, { at: after })).state).toMatchObject({
      status: 'dismissed',
      context: { due: null },
    });
    expect(investigating.after(decide('warning', { at: after })).state).toMatchObject({
      status: 'proven',
      context: { due: null },
    });
    expect(investigating.facts.at(-1)).toMatchObject({
      malpractice: 'case-1',
      due: { clock: 'answer-allegation', at: inTime },
    });
  });
});

describe('what a case does to the award', () => {
  const bank = { ...emptyBank, scores: { 'ONE.S2': 3 } };
  const recommend: RecommendAward = {
    type: 'RecommendAward',
    award: awardId('award-1'),
    submission: submissionId('submission-1'),
    candidate: people.candidate.person,
    assessors: [people.assessor.person],
    moderators: [by.person],
    provider: demoProvider,
    cohort: cohortId('cohort-1'),
    batch: batchId('batch-1'),
    signed: digestOf('what was signed'),
    findings: { scores: { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 0 }, gates: { C2: true }, attempt: 1 },
    grounds: {},
    bank,
    by: people.system,
    at,
  };
  const [fact] = reported.facts;
  if (fact?.type !== 'MalpracticeReported') throw new Error('it was reported');
  const held = given(award, book).after(recommend).after(holdsAward(fact));
  const ratify = { type: 'RatifyAward', reauthenticated: true, by, at } as const;
  const dismissed = reported.after(dismiss).facts.at(-1);
  const notProven = answered.after(decide(null)).facts.at(-1);

  test('R6 a reported case holds it, under the case’s id, without saying what is alleged', () => {
    expect(holdsAward(fact)).toEqual({
      type: 'HoldAward',
      hold: 'case-1',
      kind: 'malpractice',
      reason: 'A case of malpractice is open.',
      by: { ...people.assessor, role: 'system' },
      at,
    });
    expect(held.state?.context.holds).toEqual([{ hold: 'case-1', kind: 'malpractice' }]);
    expect(held.when(ratify)).toEqual({ refused: ['K1'] });
  });

  test('AWD-6 a closed case lifts it, and nothing else does', () => {
    if (dismissed?.type !== 'ReportDismissed' || notProven?.type !== 'MalpracticeNotProven')
      throw new Error('it was dismissed');
    expect(liftsHold(dismissed)).toEqual({
      type: 'LiftHold',
      hold: 'case-1',
      kind: 'malpractice',
      reason: 'The case of malpractice is closed.',
      by: { ...by, role: 'system' },
      at,
    });
    for (const closed of [dismissed, notProven, proven('warning'), proven('evidenceVoided', { voided })]) {
      const lift = liftsHold(closed);
      expect(lift !== null && held.when(lift)).toEqual({ facts: ['HoldLifted'] });
      expect(lift !== null && held.when({ ...lift, by })).toEqual({ refused: ['AWD-6'] });
    }
    expect([liftsHold(proven('attemptVoided')), liftsHold(proven('disqualified'))]).toEqual([null, null]);
  });

  test('AWD-15 R8 a penalty that voids the attempt takes the award away, and a disqualified candidate goes no further', () => {
    const again = disallowsAward(proven('attemptVoided'));
    const never = disallowsAward(proven('disqualified'));
    if (again === null || never === null) throw new Error('it is disallowed');
    expect(again).toEqual({
      type: 'DisallowAward',
      malpractice: 'case-1',
      reason: 'I have compared them.',
      again: true,
      by: { ...by, role: 'system' },
      at,
    });
    expect(never).toEqual({ ...again, again: false });
    expect(held.after(again).facts.at(-1)).toMatchObject({ onward: { attempt: 1, bank } });
    expect(held.after(never).facts.at(-1)).toMatchObject({ onward: null });
    expect(held.after(ratifyAfter()).after(again).state?.status).toBe('voided');
    expect([disallowsAward(proven('warning')), disallowsAward(proven('evidenceVoided', { voided }))]).toEqual([
      null,
      null,
    ]);
  });

  const ratifyAfter = () => {
    const lift = liftsHold(proven('warning'));
    if (lift === null) throw new Error('it is lifted');
    return lift;
  };

  test('R4 voided evidence leaves its standards at 0, before the release and after it', () => {
    const fallen = proven('evidenceVoided', { voided: { evidence: [item], standards: [one, three, one] } });
    const context = held.state?.context;
    if (context === undefined) throw new Error('it was recommended');
    const correction = voidsEvidence(fallen, context);
    if (correction === null) throw new Error('it corrects');
    expect(correction).toEqual({
      type: 'CorrectAward',
      review: 'case-1',
      changes: [{ standard: one, from: 2, to: 0, code: 'malpractice', reason: 'I have compared them.' }],
      reason: 'I have compared them.',
      by: { ...by, role: 'system' },
      at,
    });
    expect(held.after(correction).state).toMatchObject({ status: 'held', context: { scores: { 'ONE.S1': 0 } } });
    const released = held.after(ratifyAfter()).after(ratify);
    expect(released.after(correction).state).toMatchObject({
      status: 'referred',
      context: { scores: { 'ONE.S1': 0 } },
    });
  });

  test('R8 voided evidence takes nothing that was banked before, and corrects nothing where nothing falls', () => {
    const context = held.state?.context;
    if (context === undefined) throw new Error('it was recommended');
    const standards = [statementCode.parse('ONE.S2'), three];
    expect(voidsEvidence(proven('evidenceVoided', { voided: { evidence: [item], standards } }), context)).toBeNull();
    expect(voidsEvidence(proven('warning'), context)).toBeNull();
    expect(voidsEvidence(proven('evidenceVoided', { voided }), { scores: {}, before: bank })).toBeNull();
  });
});

const alphabet: Record<string, MalpracticeCommand> = {
  dismiss,
  'dismiss without a reason': { ...dismiss, reason: '' },
  investigate,
  answer,
  'answer with nothing': { ...answer, says: '' },
  lapse,
  'lapse too early': { ...lapse, at: inTime },
  'find nothing': decide(null),
  'find nothing after the time to answer': decide(null, { at: after }),
  warn: decide('warning'),
  'warn after the time to answer': decide('warning', { at: after }),
  'void evidence': voiding,
  'decide without a penalty': decide(null, { finding: 'proven' }),
  'report again': report,
};

describe('every path through a case of malpractice', () => {
  const paths = walk(malpractice, report, alphabet, book);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(malpractice.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('is somebody’s turn until it is closed, the candidate’s while an answer is awaited', () => {
    const turns = [reported, investigating, answered, investigating.after(lapse)].map(({ state }) => {
      if (state === null) throw new Error('it was reported');
      return [state.status, malpractice.turns[state.status]?.owner, malpractice.deadline(state)];
    });
    expect(turns).toEqual([
      ['reported', 'moderator', null],
      ['investigating', 'candidate', { clock: 'answer-allegation', at: inTime, command: 'LapseAnswer' }],
      ['answered', 'moderator', null],
      ['unanswered', 'moderator', null],
    ]);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 15 }), (row) => {
        const { state, replayed, unexplained } = sent(malpractice, [report, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 100 },
    );
  });
});
