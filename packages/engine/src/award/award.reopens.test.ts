import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awardId, batchId, cohortId, digestOf, malpracticeId, submissionId } from '../kernel/index.ts';
import { emptyBank, type Bank, type Grounds } from '../scoring/index.ts';
import { submission } from '../submission/index.ts';
import { demoProvider, given, noon, people, smallBook } from '../testing/index.ts';
import { award, opensNextAttempt, type AwardCommand, type AwardFact, type RecommendAward } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);

const at = noon(25);
const by = people.moderator;
const recommend = (
  attempt: number,
  scores: Readonly<Record<string, number>>,
  met: boolean,
  bank: Bank = emptyBank,
  grounds: Grounds = {},
): RecommendAward => ({
  type: 'RecommendAward',
  award: awardId(`award-${attempt}`),
  submission: submissionId(`submission-${attempt}`),
  candidate: people.candidate.person,
  assessors: [people.assessor.person],
  moderators: [by.person],
  provider: demoProvider,
  cohort: cohortId('cohort-1'),
  batch: batchId('batch-1'),
  signed: digestOf('what was signed'),
  // As a marking agrees on it: what is banked stands, the rest is marked.
  findings: { scores: { ...scores, ...bank.scores }, gates: { C2: met, ...bank.gates }, attempt },
  grounds,
  bank,
  by: people.system,
  at,
});
const ratify: AwardCommand = { type: 'RatifyAward', reauthenticated: true, by, at };
const grant: AwardCommand = { type: 'GrantFurtherAttempt', reason: 'Illness.', by, at };
const released = (command: RecommendAward) => given(award, book).after(command).after(ratify);
const low = { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 1 };
const next = submissionId('submission-9');

/** The next attempt that a fact of an award opens; null where it opens none. */
const onwards = (fact: AwardFact | undefined) => {
  switch (fact?.type) {
    case 'AwardReferred':
    case 'AwardCorrectedToRefer':
    case 'AttemptGranted':
      return opensNextAttempt(fact, next, 'standard');
    case 'AwardDisallowed':
      return fact.onward === null
        ? null
        : opensNextAttempt({ ...fact.onward, by: fact.by, at: fact.at }, next, 'standard');
    default:
      return null;
  }
};

describe('the next attempt', () => {
  test('R8 R9 is opened by a referral with what is banked, until the day that it gives', () => {
    const prior: Grounds = { 'ONE.S1': { how: 'priorLearning', marks: [] }, 'ONE.S2': { how: 'marked', marks: [] } };
    const fact = released(recommend(1, low, true, emptyBank, prior)).facts.at(-1);
    if (fact?.type !== 'AwardReferred') throw new Error('it was referred');
    const opening = opensNextAttempt(fact, next, 'standard', 'Riverside');
    expect(opening).toEqual({
      type: 'OpenSubmission',
      submission: 'submission-9',
      candidate: 'candidate-1',
      provider: 'provider-1',
      cohort: 'cohort-1',
      route: 'standard',
      attempt: 2,
      bank: { scores: { 'ONE.S1': 2, 'ONE.S2': 3 }, gates: { C2: true }, allowances: {} },
      priorLearning: ['ONE.S1'],
      kind: 'resit',
      site: 'Riverside',
      dueOn: '2026-06-25',
      by: { ...by, role: 'system' },
      at,
    });
    expect(opensNextAttempt(fact, next, 'standard').site).toBeNull();
    expect(given(submission, book).when(opening)).toEqual({ facts: ['SubmissionOpened'] });
  });

  test('R8 is opened by a granted attempt as the third, and by a disallowed one with what was banked before it', () => {
    expect(
      onwards(
        released(recommend(2, low, true))
          .after(grant)
          .facts.at(-1),
      ),
    ).toMatchObject({
      attempt: 3,
      kind: 'resit',
      bank: { scores: { 'ONE.S1': 2, 'ONE.S2': 3 } },
    });
    const bank = { scores: { 'ONE.S2': 3 }, gates: {}, allowances: {} };
    const disallow: AwardCommand = {
      type: 'DisallowAward',
      malpractice: malpracticeId('case-1'),
      reason: 'Bought.',
      again: true,
      by: people.system,
      at,
    };
    expect(
      onwards(
        released(recommend(1, { ...low, 'TWO.S1': 2 }, true, bank))
          .after(disallow)
          .facts.at(-1),
      ),
    ).toMatchObject({ attempt: 2, bank });
  });

  type Marks = readonly [number, number, number, boolean];

  /** One attempt after another, as far as they lead: with what bank each was opened, and what it opened. */
  const climb = (row: readonly Marks[]) => {
    const steps = [];
    let bank = emptyBank;
    let attempt = 1;
    for (const [one, two, three, met] of row) {
      const scenario = released(recommend(attempt, { 'ONE.S1': one, 'ONE.S2': two, 'TWO.S1': three }, met, bank));
      const granted = 'facts' in scenario.when(grant);
      const opening = onwards((granted ? scenario.after(grant) : scenario).facts.at(-1));
      const { status, context } = scenario.state ?? {};
      steps.push({ attempt, bank, status, scores: context?.scores ?? {}, granted, opening });
      if (opening === null) break;
      ({ bank, attempt } = opening);
    }
    return steps;
  };

  test('R8 never loses what earlier attempts achieved, over any row of attempts (11.11)', () => {
    const score = fc.nat({ max: book.highest });
    const attempts = fc.array(fc.tuple(score, score, score, fc.boolean()), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(attempts, (row) => {
        const steps = climb(row);
        for (const { bank, attempt, scores, opening } of steps) {
          const achieved = Object.entries(scores).filter(([, found]) => found >= book.threshold);
          const kept = { ...Object.fromEntries(achieved), ...bank.scores };
          expect(opening?.bank.scores ?? kept).toEqual(kept);
          expect(opening?.bank.gates ?? bank.gates).toMatchObject(bank.gates);
          expect(opening?.attempt ?? attempt + 1).toBe(attempt + 1);
        }
        // The last of a row is passed, or the one more than the scheme has; only that is granted.
        const [last] = steps.slice(-1);
        expect(last?.status === 'passed' || last?.attempt === book.attempts + 1).toBe(true);
        expect(steps.filter(({ granted }) => granted).every(({ attempt }) => attempt === book.attempts)).toBe(true);
      }),
      { seed: 42, numRuns: 100 },
    );
  });
});
