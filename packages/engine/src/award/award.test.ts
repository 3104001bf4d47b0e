import { areaId, componentId, statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  awardId,
  batchId,
  cohortId,
  day,
  instant,
  itemId,
  malpracticeId,
  markingId,
  markingReviewId,
  personId,
  reviewId,
  rulebook,
  submissionId,
} from '../kernel/index.ts';
import { signingDigest, type BatchSignedOff, type Candidature } from '../moderation/index.ts';
import { emptyBank, resultOf, type Grounds } from '../scoring/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import {
  award,
  holdsForSafeguarding,
  liftsSafeguardingHold,
  opensAward,
  releaseDigest,
  type Award,
  type AwardCommand,
  type CorrectAward,
  type Correction,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const book = smallBook(shipped);

const at = noon(25);
const by = people.moderator;
const marks = [{ review: reviewId('review-1'), score: 2 }];
const grounds: Grounds = {
  'ONE.S1': { how: 'marked', marks },
  'ONE.S2': { how: 'marked', marks },
  'TWO.S1': { how: 'marked', marks },
};
const candidature: Candidature = {
  submission: submissionId('submission-1'),
  marking: markingId('marking-1'),
  review: reviewId('review-1'),
  candidate: people.candidate.person,
  assessor: people.assessor.person,
  alsoMarked: [{ assessor: people.otherAssessor.person, review: reviewId('review-2') }],
  attempt: 1,
  round: 1,
  scores: { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 2 },
  gates: { C2: true },
  allowances: {},
  grounds,
  moved: [],
  late: false,
  priorLearning: [],
  site: null,
};
const signed: BatchSignedOff = {
  type: 'BatchSignedOff',
  batch: batchId('batch-1'),
  cohort: cohortId('cohort-1'),
  provider: demoProvider,
  statement: 'I have moderated this batch.',
  digest: signingDigest([candidature]),
  population: [candidature],
  moderators: [personId('moderator-1'), personId('moderator-2')],
  by,
  at,
};
const recommend = (change: Partial<Candidature> = {}) =>
  opensAward(signed, { ...candidature, ...change }, awardId('award-1'));
const low = { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 1 };
const openings = {
  pass: { opening: recommend(), fact: 'AwardPassed', status: 'passed', also: 'referred' },
  refer: { opening: recommend({ scores: low }), fact: 'AwardReferred', status: 'referred', also: 'passed' },
  fail: { opening: recommend({ scores: low, attempt: 2 }), fact: 'AwardFailed', status: 'failed', also: 'passed' },
};

const hold: AwardCommand = { type: 'HoldAward', reason: ' A complaint is open. ', by, at };
const lift: AwardCommand = { type: 'LiftHold', reason: ' It was withdrawn. ', by, at };
const ofCase = { hold: 'case-1', kind: 'malpractice', reason: 'A case.', by: people.system, at } as const;
const holdForCase: AwardCommand = { type: 'HoldAward', ...ofCase };
const liftForCase: AwardCommand = { type: 'LiftHold', ...ofCase };
const ratify: AwardCommand = { type: 'RatifyAward', reauthenticated: true, by, at };
const voiding: AwardCommand = { type: 'VoidAward', reason: ' The work was not theirs. ', by, at };
const disallow: AwardCommand = {
  type: 'DisallowAward',
  malpractice: malpracticeId('case-1'),
  reason: ' It was bought. ',
  again: true,
  by: people.system,
  at,
};
const grant: AwardCommand = { type: 'GrantFurtherAttempt', reason: ' Illness all year. ', by, at };

const two = statementCode.parse('TWO.S1');
const why = { code: 'evidenceOverlooked', reason: 'E2 was not read.' } as const;
const up: Correction = { standard: two, from: 1, to: 2, ...why };
const down: Correction = { standard: two, from: 2, to: 1, ...why };
const gateLost: Correction = { gate: componentId.parse('C2'), from: true, to: false, ...why };
const correct = (...changes: readonly Correction[]): CorrectAward => ({
  type: 'CorrectAward',
  changes,
  reason: ' A review found it. ',
  review: markingReviewId('review-of-marking-1'),
  by: people.system,
  at,
});

const recommended = given(award, book).after(openings.pass.opening);
const held = recommended.after(hold);
const passed = recommended.after(ratify);
const referred = given(award, book).after(openings.refer.opening).after(ratify);
const failed = given(award, book).after(openings.fail.opening).after(ratify);
const holdsOf = (scenario: { state: { context: Award } | null }) => scenario.state?.context.holds;

describe('an award', () => {
  test('AWD-3 is recommended only when every standard has a score and every gate is judged', () => {
    const unmarked = recommend({ scores: { 'ONE.S1': 2, 'TWO.S1': 2 }, gates: {} });
    expect(given(award, book).when(unmarked)).toEqual({ refused: ['AWD-3'] });
    expect(given(award, book).says(unmarked)).toEqual([
      'An award is recommended when every standard has a score and every gate is judged. Not marked: ONE.S2, C2.',
    ]);
    expect(given(award, book).when(recommend({ gates: {} }))).toEqual({ refused: ['AWD-3'] });
    expect(given(award, book).when(recommend({ gates: { C2: false } }))).toEqual({ facts: ['AwardRecommended'] });
  });

  test('AWD-1 is held and its hold lifted with a reason', () => {
    expect(recommended.when({ ...hold, reason: ' ' })).toEqual({ refused: ['AWD-1'] });
    expect(held.when({ ...lift, reason: '' })).toEqual({ refused: ['AWD-1'] });
    expect(held.after(lift).facts.slice(1)).toMatchObject([
      { type: 'AwardHeld', hold: 'hold', kind: 'other', reason: 'A complaint is open.' },
      { type: 'HoldLifted', hold: 'hold', kind: 'other', reason: 'It was withdrawn.' },
    ]);
  });

  test('AWD-4 takes a hold once, and others beside it', () => {
    expect(held.when(hold)).toEqual({ refused: ['AWD-4'] });
    expect(held.when({ ...hold, hold: 'another' })).toEqual({ facts: ['AwardHeld'] });
    expect(held.when({ ...hold, hold: 'hold', kind: 'safeguarding', by: people.system })).toEqual({
      facts: ['AwardHeld'],
    });
    expect(holdsOf(held.after(holdForCase))).toEqual([
      { hold: 'hold', kind: 'other' },
      { hold: 'case-1', kind: 'malpractice' },
    ]);
  });

  test('AWD-5 loses only a hold that stands, and is free once the last is lifted', () => {
    const both = held.after(holdForCase);
    expect(both.when({ ...lift, hold: 'another' })).toEqual({ refused: ['AWD-5'] });
    expect(both.says({ ...lift, hold: 'case-1' })).toEqual([
      'Only a hold that stands is lifted. There stand: hold (other), case-1 (malpractice).',
    ]);
    const one = both.after(lift);
    expect(one.facts.at(-1)).toMatchObject({ type: 'OneHoldLifted', hold: 'hold', reason: 'It was withdrawn.' });
    expect([one.state?.status, holdsOf(one)]).toEqual(['held', [{ hold: 'case-1', kind: 'malpractice' }]]);
    const none = one.after(liftForCase);
    expect([none.state?.status, holdsOf(none)]).toEqual(['recommended', []]);
    expect(none.facts.at(-1)).toMatchObject({ type: 'HoldLifted', hold: 'case-1', kind: 'malpractice' });
  });

  test.each(['malpractice', 'safeguarding'] as const)(
    'AWD-6 is held for %s, and freed of it, by the case and never by hand',
    (kind) => {
      const laid: AwardCommand = { ...hold, kind, by: people.system };
      expect(recommended.when({ ...laid, by })).toEqual({ refused: ['AWD-6'] });
      expect(recommended.after(laid).when({ ...lift, kind })).toEqual({ refused: ['AWD-6'] });
      expect(recommended.after(laid).when({ ...lift, kind, by: people.system })).toEqual({ facts: ['HoldLifted'] });
    },
  );

  test.each(Object.values(openings))('AWD-2 is voided with a reason once it is $status', ({ opening }) => {
    const released = given(award, book).after(opening).after(ratify);
    expect(released.when({ ...voiding, reason: ' ' })).toEqual({ refused: ['AWD-2'] });
    expect(released.after(voiding).facts.at(-1)).toMatchObject({
      type: 'AwardVoided',
      reason: 'The work was not theirs.',
    });
  });

  test.each(Object.entries(openings))(
    'R6 R7 recommended to %s is released as that and as nothing else',
    (outcome, { opening, fact, status }) => {
      const one = given(award, book).after(opening);
      expect(one.state?.context).toMatchObject({ outcome, releasedAt: null, furtherAttempt: false, holds: [] });
      expect(one.when(ratify)).toEqual({ facts: [fact] });
      for (const named of ['pass', 'refer', 'fail'] as const) {
        expect('facts' in one.when({ ...ratify, as: named })).toBe(named === outcome);
      }
      expect(one.after(ratify).state).toMatchObject({ status, context: { releasedAt: at } });
      expect(one.after(ratify).facts.at(-1)).toMatchObject({
        award: 'award-1',
        submission: 'submission-1',
        candidate: 'candidate-1',
        provider: 'provider-1',
        cohort: 'cohort-1',
        attempt: outcome === 'fail' ? 2 : 1,
      });
    },
  );

  test('R5 R6 keeps the profile and the reasons that the result rests on', () => {
    expect(given(award, book).after(openings.refer.opening).facts[0]).toMatchObject({
      type: 'AwardRecommended',
      outcome: 'refer',
      profile: [
        { area: 'ONE', achieved: true, minimum: 2 },
        { area: 'TWO', achieved: false, minimum: 1 },
      ],
      reasons: [{ rule: 'R5', area: 'TWO' }, { rule: 'R7' }],
      signed: signed.digest,
    });
  });

  test('R6 comes to the same result whoever signs, marks or asks, and whenever (11.5)', () => {
    const result = (change: Partial<typeof openings.pass.opening>) => {
      const decision = award.decide(null, { ...recommend({ scores: low }), ...change }, book);
      if (!decision.ok) throw new Error('the system may recommend');
      const { outcome, profile, reasons } = decision.next.context;
      return { outcome, profile, reasons };
    };
    const expected = result({});
    fc.assert(
      fc.property(
        fc.record({
          assessors: fc.shuffledSubarray(['assessor-1', 'assessor-9', 'moderator-1'].map(personId)),
          moderators: fc.shuffledSubarray(['moderator-1', 'moderator-9'].map(personId)),
          at: fc.integer({ min: 1, max: 28 }).map(noon),
          by: fc.constantFrom(people.moderator, people.stranger).map((who) => as('system', who)),
          batch: fc.constantFrom('batch-1', 'batch-2').map(batchId),
          grounds: fc.constantFrom(grounds, {}),
        }),
        (change) => {
          expect(result(change)).toEqual(expected);
        },
      ),
      { seed: 42, numRuns: 200 },
    );
  });

  test('K1 is not released while it is held', () => {
    expect(held.when(ratify)).toEqual({ refused: ['K1'] });
    expect(held.after(lift).when(ratify)).toEqual({ facts: ['AwardPassed'] });
  });

  test('K1 is not held once it is released, not voided before, and nothing follows a void', () => {
    expect(passed.when(hold)).toEqual({ refused: ['K1'] });
    expect(passed.when(ratify)).toEqual({ refused: ['K1'] });
    expect(recommended.when(voiding)).toEqual({ refused: ['K1'] });
    expect(held.when(voiding)).toEqual({ refused: ['K1'] });
    for (const after of [hold, lift, ratify, voiding, disallow, grant, correct(down)])
      expect(passed.after(voiding).when(after)).toEqual({ refused: ['K1'] });
  });

  test('K3 is recommended before anything else, and once', () => {
    for (const first of [ratify, hold, disallow, correct(down)])
      expect(given(award, book).when(first)).toEqual({ refused: ['K3'] });
    expect(recommended.when(openings.pass.opening)).toEqual({ refused: ['K3'] });
  });

  test('K2 is decided by a moderator of its provider, and recommended by a sign-off alone', () => {
    for (const other of [
      people.candidate,
      people.assessor,
      people.provider,
      people.administrator,
      people.system,
      as('moderator', people.stranger),
    ]) {
      expect(recommended.when({ ...ratify, by: other })).toEqual({ refused: ['K2'] });
      expect(failed.when({ ...grant, by: other })).toEqual({ refused: ['K2'] });
      expect(failed.when({ ...voiding, by: other })).toEqual({ refused: ['K2'] });
    }
    expect(given(award, book).when({ ...openings.pass.opening, by })).toEqual({ refused: ['K2'] });
    expect(passed.when({ ...correct(down), by })).toEqual({ refused: ['K2'] });
    expect(passed.when({ ...disallow, by })).toEqual({ refused: ['K2'] });
  });

  test('K4 is not ratified, held or voided by its candidate or by anybody who marked it', () => {
    for (const who of [people.assessor, people.otherAssessor, people.candidate]) {
      expect(recommended.when({ ...ratify, by: as('moderator', who) })).toEqual({ refused: ['K4'] });
      expect(recommended.when({ ...hold, by: as('moderator', who) })).toEqual({ refused: ['K4'] });
      expect(passed.when({ ...voiding, by: as('moderator', who) })).toEqual({ refused: ['K4'] });
      expect(failed.when({ ...grant, by: as('moderator', who) })).toEqual({ refused: ['K4'] });
    }
    const involved = [{ person: by.person, role: 'assessor' } as const];
    expect(recommended.when({ ...ratify, involved })).toEqual({ refused: ['K4'] });
  });

  test('is opened by a sign-off over the digest that was signed, with all who marked and moderated', () => {
    expect(openings.pass.opening).toEqual({
      type: 'RecommendAward',
      award: 'award-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      assessors: ['assessor-1', 'assessor-2'],
      moderators: ['moderator-1', 'moderator-2'],
      provider: 'provider-1',
      cohort: 'cohort-1',
      batch: 'batch-1',
      signed: signed.digest,
      findings: { scores: candidature.scores, gates: candidature.gates, allowances: {}, attempt: 1 },
      grounds,
      bank: emptyBank,
      by: { ...by, role: 'system' },
      at,
    });
  });

  test('R8 takes what was banked before from the attempt, or else from the grounds of its scores', () => {
    const banked: Grounds = {
      ...grounds,
      'ONE.S1': { how: 'banked', marks: [] },
      'ONE.S2': { how: 'priorLearning', marks: [] },
    };
    expect(recommend({ grounds: banked }).bank).toEqual({
      scores: { 'ONE.S1': 2, 'ONE.S2': 3 },
      gates: {},
      allowances: {},
    });
    const bank = { scores: { 'TWO.S1': 2 }, gates: { C2: true }, allowances: {} };
    expect(opensAward(signed, candidature, awardId('award-1'), bank).bank).toBe(bank);
  });

  test('keeps what reviews, screens and the next attempt need', () => {
    const { type: _type, findings, bank, by: _by, at: _at, ...rest } = openings.pass.opening;
    expect(recommended.state?.context).toEqual({
      ...rest,
      ...findings,
      ...resultOf(findings, book),
      before: bank,
      holds: [],
      releasedAt: null,
      furtherAttempt: false,
    });
    const { allowances: _none, ...without } = openings.pass.opening.findings;
    const plain = given(award, book).after({ ...openings.pass.opening, findings: without });
    expect(plain.state?.context.allowances).toEqual({});
  });

  test('is held for a safeguarding concern about an item until that is cleared', () => {
    const item = {
      item: itemId('item-1'),
      submission: candidature.submission,
      candidate: candidature.candidate,
      provider: demoProvider,
      by: people.assessor,
      at,
    };
    const raised = holdsForSafeguarding({ type: 'SafeguardingRaised', says: 'A disclosure.', ...item });
    const cleared = liftsSafeguardingHold({ type: 'SafeguardingCleared', reason: 'Referred on.', ...item });
    expect(raised).toEqual({
      type: 'HoldAward',
      hold: 'item-1',
      kind: 'safeguarding',
      reason: 'A safeguarding concern was raised about an evidence item.',
      by: { ...people.assessor, role: 'system' },
      at,
    });
    expect(cleared).toEqual({
      ...raised,
      type: 'LiftHold',
      reason: 'The safeguarding concern about an evidence item was cleared.',
    });
    expect(recommended.after(raised).when(cleared)).toEqual({ facts: ['HoldLifted'] });
  });
});

describe('an award that a moderator means to release as something else', () => {
  const whole = rulebook(npqicl.framework, shipped);
  const twos = Object.fromEntries([...whole.judged.keys()].map((code) => [code, 2]));
  const met = Object.fromEntries(whole.gates.map((gate) => [gate, true]));
  const of = (change: Partial<Candidature>) =>
    given(award, whole).after(recommend({ scores: twos, gates: met, grounds: {}, ...change }));
  const asPass: AwardCommand = { ...ratify, as: 'pass' };

  test('R4 R5 names the standard and the area that stand against a pass, in words for a screen', () => {
    const one = of({ scores: { ...twos, 'BAR.S3': 1 } });
    expect(one.when(asPass)).toEqual({ refused: ['R4', 'R5'] });
    expect(one.says(asPass)).toEqual([
      'A standard is achieved when its score of record is at the threshold or above, and only then. Not yet: Being Accountable and Responsible, standard 3 scored 1.',
      'An area is achieved when every one of its standards is; under the tolerant profile, one that is not critical may stand one below the threshold, with a reason logged. Not yet: Being Accountable and Responsible, 1 of 6 is not achieved.',
    ]);
    expect(one.when(ratify)).toEqual({ facts: ['AwardReferred'] });
  });

  test('R4 names four standards at most and says how many more there are', () => {
    const lows = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`BAR.S${i + 1}`, 1]));
    const four = of({ scores: { ...twos, ...lows(4) } });
    expect(four.says(asPass)[0]).toMatch(/standard 3 scored 1\. Not yet: [\w ]+, standard 4 scored 1\.$/);
    const six = of({ scores: { ...twos, ...lows(6) } });
    expect(six.says(asPass)[0]).toMatch(/standard 4 scored 1\. And 2 more\.$/);
  });

  test('R6 names a gate that is not met, and that alone', () => {
    const [gate = ''] = whole.gates;
    const one = of({ gates: { ...met, [gate]: false } });
    expect(one.when(asPass)).toEqual({ refused: ['R6'] });
    expect(one.says(asPass)).toEqual([
      'A portfolio passes when every area is achieved and every gate is met; nothing makes up for one that is not. Not met: Reflective learning journal, synthesis.',
    ]);
  });

  test('R6 is not referred or failed where it passes', () => {
    for (const named of ['refer', 'fail'] as const)
      expect(recommended.says({ ...ratify, as: named })).toEqual([
        'A portfolio passes when every area is achieved and every gate is met; nothing makes up for one that is not. Pass: all 2 areas are achieved and every gate is met.',
      ]);
    expect(recommended.when({ ...ratify, as: 'fail' })).toEqual({ refused: ['R6'] });
  });

  test('R7 is failed only when no attempt remains, and referred only while one does', () => {
    const one = given(award, book).after(openings.refer.opening);
    expect(one.when({ ...ratify, as: 'fail' })).toEqual({ refused: ['R7'] });
    expect(one.says({ ...ratify, as: 'fail' })).toEqual([
      'A portfolio that does not pass is referred while attempts remain, and fails when none does. Refer: not yet TWO; 1 attempt remains.',
    ]);
    const last = given(award, book).after(openings.fail.opening);
    expect(last.when({ ...ratify, as: 'refer' })).toEqual({ refused: ['R7'] });
    expect(last.says({ ...ratify, as: 'refer' })[0]).toContain('Fail: not TWO, and no attempt remains.');
    expect(last.when(asPass)).toEqual({ refused: ['R4', 'R5'] });
  });

  test('R4 R5 passes with a standard that an allowance covers, and only where its reason is logged', () => {
    const tolerant = smallBook(shipped, { profile: 'tolerant' });
    const scores = { 'ONE.S1': 1, 'ONE.S2': 2, 'TWO.S1': 2 };
    const covered = given(award, tolerant).after(recommend({ scores, allowances: { ONE: 'Shown in the visit.' } }));
    expect(covered.when(asPass)).toEqual({ facts: ['AwardPassed'] });
    const bare = given(award, tolerant).after(recommend({ scores }));
    expect(bare.when(asPass)).toEqual({ refused: ['R4', 'R5'] });
  });

  test('AWD-7 is released only as what the releaser saw', () => {
    const context = recommended.state?.context;
    if (context === undefined) throw new Error('it was recommended');
    const seen = releaseDigest([context]);
    const other = releaseDigest([{ ...context, outcome: 'fail' }]);
    expect(recommended.when({ ...ratify, seen })).toEqual({ facts: ['AwardPassed'] });
    expect(recommended.when({ ...ratify, seen: other })).toEqual({ refused: ['AWD-7'] });
    expect(recommended.when({ ...ratify, seen: other, shown: other })).toEqual({ facts: ['AwardPassed'] });
    expect(recommended.when({ ...ratify, seen, shown: other })).toEqual({ refused: ['AWD-7'] });
  });
});

describe('the way on from an attempt', () => {
  test('R8 R9 a referral carries what is banked, what is open and by when it is resat', () => {
    expect(referred.facts.at(-1)).toEqual({
      type: 'AwardReferred',
      award: 'award-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      cohort: 'cohort-1',
      attempt: 1,
      bank: { scores: { 'ONE.S1': 2, 'ONE.S2': 3 }, gates: { C2: true }, allowances: {} },
      priorLearning: [],
      referral: {
        kind: 'resit',
        areas: [areaId.parse('TWO')],
        due: { at: '2026-06-25T22:59:59.999Z', clock: 'resit' },
        dueOn: '2026-06-25',
      },
      by,
      at,
    });
  });

  test('R9 more areas are retaken, and without a clock the scheme’s months decide the day', () => {
    const few = smallBook(shipped, { resit: { areasAtMost: 1, months: 3 } });
    const both = { 'ONE.S1': 1, 'ONE.S2': 3, 'TWO.S1': 1 };
    const retaken = given(award, few)
      .after(recommend({ scores: both }))
      .after(ratify)
      .facts.at(-1);
    expect(retaken).toMatchObject({
      referral: { kind: 'retake', due: { clock: 'retake', at: '2026-09-25T22:59:59.999Z' }, dueOn: '2026-09-25' },
    });
    const days = smallBook(shipped, { clocks: [{ id: 'resit', value: 10, unit: 'days', for: 'a quick resit' }] });
    expect(given(award, days).after(openings.refer.opening).after(ratify).facts.at(-1)).toMatchObject({
      referral: { due: { clock: 'resit', at: '2026-04-04T22:59:59.999Z' }, dueOn: '2026-04-04' },
    });
    const clockless = smallBook(shipped, { clocks: [] });
    expect(given(award, clockless).after(openings.refer.opening).after(ratify).facts.at(-1)).toMatchObject({
      referral: { kind: 'resit', due: null, dueOn: '2026-06-25' },
    });
  });

  test('AWD-8 AWD-9 R8 after the last attempt one more is granted, with a reason and once', () => {
    expect(failed.when({ ...grant, reason: ' ' })).toEqual({ refused: ['AWD-8'] });
    const granted = failed.after(grant);
    expect(granted.state).toMatchObject({ status: 'failed', context: { furtherAttempt: true } });
    expect(granted.facts.at(-1)).toMatchObject({
      type: 'AttemptGranted',
      reason: 'Illness all year.',
      attempt: 2,
      bank: { scores: { 'ONE.S1': 2, 'ONE.S2': 3 } },
      referral: { kind: 'resit', due: { clock: 'resit' }, dueOn: '2026-06-25' },
    });
    expect(granted.when(grant)).toEqual({ refused: ['AWD-9'] });
    const third = given(award, book)
      .after(recommend({ scores: low, attempt: 3 }))
      .after(ratify);
    expect(third.state?.status).toBe('failed');
    expect(third.when(grant)).toEqual({ refused: ['AWD-9'] });
    expect(passed.when(grant)).toEqual({ refused: ['K1'] });
    expect(referred.when(grant)).toEqual({ refused: ['K1'] });
  });

  test('AWD-10 a further attempt is due on a day to come, which goes before the clock', () => {
    expect(failed.when({ ...grant, dueOn: day('2026-03-25') })).toEqual({ refused: ['AWD-10'] });
    expect(failed.after({ ...grant, dueOn: day('2026-03-26') }).facts.at(-1)).toMatchObject({
      referral: { kind: 'resit', due: null, dueOn: '2026-03-26' },
    });
    const late: AwardCommand = { ...grant, at: instant('2026-06-01T23:30:00.000Z'), dueOn: day('2026-06-02') };
    expect(failed.when(late)).toEqual({ refused: ['AWD-10'] });
  });
});

describe('an award corrected after its release', () => {
  test('AWD-11 gives its reason and changes something', () => {
    expect(passed.when(correct())).toEqual({ refused: ['AWD-11'] });
    expect(passed.when({ ...correct(down), reason: ' ' })).toEqual({ refused: ['AWD-11'] });
    expect(passed.when(correct(down))).toEqual({ facts: ['AwardCorrectedToRefer'] });
  });

  test('AWD-12 starts from the score of record, so that the same correction is made once', () => {
    expect(passed.when(correct(up))).toEqual({ refused: ['AWD-12'] });
    expect(passed.after(correct(down)).when(correct(down))).toEqual({ refused: ['AWD-12'] });
    expect(passed.says(correct({ ...up }, gateLost, gateLost))).toEqual([
      'A correction starts from what the award says, each score or gate once. Not so, or named twice: TWO.S1, C2.',
    ]);
    expect(passed.when(correct({ ...gateLost, from: false, to: true }))).toEqual({ refused: ['AWD-12'] });
    expect(passed.when(correct({ ...down, standard: statementCode.parse('ONE.K1') }))).toEqual({
      refused: ['AWD-12'],
    });
  });

  test.each([2, -1, 5, 1.5])('AWD-13 does not lead from 2 to %s', (to) => {
    expect(passed.when(correct({ ...down, to }))).toEqual({ refused: ['AWD-13'] });
  });

  test.each([0, 4])('AWD-13 leads from 2 to %s', (to) => {
    expect('facts' in passed.when(correct({ ...down, to }))).toBe(true);
  });

  test('AWD-13 leaves no gate as it is', () => {
    expect(passed.when(correct({ ...gateLost, to: true }))).toEqual({ refused: ['AWD-13'] });
  });

  test('AWD-14 R8 leaves what was banked before', () => {
    const bank = { scores: { 'TWO.S1': 2 }, gates: { C2: true }, allowances: {} };
    const one = given(award, book)
      .after({ ...openings.pass.opening, bank })
      .after(ratify);
    expect(one.when(correct(down))).toEqual({ refused: ['AWD-14'] });
    expect(one.when(correct(gateLost))).toEqual({ refused: ['AWD-14'] });
    const first: Correction = { ...down, standard: statementCode.parse('ONE.S1') };
    expect(one.after(correct(first)).facts.at(-1)).toMatchObject({ bank: { scores: { 'TWO.S1': 2, 'ONE.S2': 3 } } });
  });

  test('R6 R8 R9 is referred where the corrected scores do not pass, with the way on', () => {
    const now = passed.after(correct(down));
    expect(now.state).toMatchObject({
      status: 'referred',
      context: {
        outcome: 'refer',
        profile: [{ achieved: true }, { area: 'TWO', achieved: false, minimum: 1 }],
        reasons: [{ rule: 'R5' }, { rule: 'R7' }],
        scores: { ...candidature.scores, 'TWO.S1': 1 },
        grounds: { ...grounds, 'TWO.S1': { how: 'corrected', marks } },
        releasedAt: at,
      },
    });
    expect(now.facts.at(-1)).toMatchObject({
      type: 'AwardCorrectedToRefer',
      award: 'award-1',
      attempt: 1,
      changes: [down],
      reason: 'A review found it.',
      review: 'review-of-marking-1',
      outcome: 'refer',
      bank: { scores: { 'ONE.S1': 2, 'ONE.S2': 3 }, gates: { C2: true } },
      referral: { kind: 'resit', areas: ['TWO'], dueOn: '2026-06-25' },
    });
  });

  test('keeps as the ground of a corrected score the marks that were given, where any are known', () => {
    const bare = given(award, book)
      .after({ ...openings.pass.opening, grounds: {} })
      .after(ratify);
    expect(bare.after(correct(down, gateLost)).state?.context.grounds).toEqual({
      'TWO.S1': { how: 'corrected', marks: [] },
    });
  });

  test('R6 R7 passes or fails where the corrected scores say so, and stays where they do not', () => {
    expect(referred.after(correct(up)).state).toMatchObject({
      status: 'passed',
      context: { outcome: 'pass', reasons: [] },
    });
    expect(referred.when(correct(up))).toEqual({ facts: ['AwardCorrectedToPass'] });
    expect(failed.when(correct(up))).toEqual({ facts: ['AwardCorrectedToPass'] });
    expect(failed.after(correct(up)).when(correct(down))).toEqual({ facts: ['AwardCorrectedToFail'] });
    expect(failed.after(correct(up)).after(correct(down)).state?.status).toBe('failed');
    const less: Correction = { ...up, to: 0 };
    const more: Correction = { ...down, to: 3 };
    const still = referred.after(correct(less));
    expect([still.state?.status, still.facts.at(-1)?.type]).toEqual(['referred', 'AwardCorrected']);
    expect([failed.when(correct(less)), passed.when(correct(more))]).toEqual([
      { facts: ['AwardCorrected'] },
      { facts: ['AwardCorrected'] },
    ]);
    expect(passed.after(correct(more)).state).toMatchObject({
      status: 'passed',
      context: { outcome: 'pass', scores: { 'TWO.S1': 3 } },
    });
    expect(passed.after(correct(more)).facts.at(-1)).toMatchObject({ bank: { scores: { 'TWO.S1': 3 } } });
  });

  test('R6 is referred where a gate is found not met after all', () => {
    const now = passed.after(correct(gateLost));
    expect(now.state).toMatchObject({ status: 'referred', context: { gates: { C2: false }, grounds } });
    expect(now.facts.at(-1)).toMatchObject({ bank: { gates: {} }, referral: { kind: 'resit', areas: [] } });
  });

  test('K1 is corrected before its release only while it is held, and stays held', () => {
    expect(recommended.when(correct(down))).toEqual({ refused: ['K1'] });
    const now = held.after(correct(down));
    expect(now.state).toMatchObject({ status: 'held', context: { outcome: 'refer', scores: { 'TWO.S1': 1 } } });
    expect(now.facts.at(-1)?.type).toBe('AwardCorrected');
    expect(now.after(lift).when(ratify)).toEqual({ facts: ['AwardReferred'] });
  });
});

describe('an award disallowed after malpractice', () => {
  test('AWD-15 is disallowed with a reason, released or not', () => {
    for (const scenario of [recommended, held, passed, referred, failed]) {
      expect(scenario.when({ ...disallow, reason: ' ' })).toEqual({ refused: ['AWD-15'] });
      expect(scenario.when(disallow)).toEqual({ facts: ['AwardDisallowed'] });
      expect(scenario.after(disallow).state?.status).toBe('voided');
    }
  });

  test('R8 R9 uses the attempt up: another may follow with what earlier attempts achieved', () => {
    expect(recommended.after(disallow).facts.at(-1)).toEqual({
      type: 'AwardDisallowed',
      award: 'award-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      provider: 'provider-1',
      cohort: 'cohort-1',
      attempt: 1,
      malpractice: 'case-1',
      reason: 'It was bought.',
      onward: {
        award: 'award-1',
        submission: 'submission-1',
        candidate: 'candidate-1',
        provider: 'provider-1',
        cohort: 'cohort-1',
        attempt: 1,
        bank: emptyBank,
        priorLearning: [],
        referral: {
          kind: 'resit',
          areas: ['ONE', 'TWO'],
          due: { at: '2026-06-25T22:59:59.999Z', clock: 'resit' },
          dueOn: '2026-06-25',
        },
      },
      by: people.system,
      at,
    });
    const bank = { scores: { 'ONE.S1': 2, 'ONE.S2': 3 }, gates: {}, allowances: {} };
    const later = given(award, book).after({ ...openings.pass.opening, bank });
    expect(later.after(disallow).facts.at(-1)).toMatchObject({ onward: { bank, referral: { areas: ['TWO'] } } });
  });

  test('R8 is followed by no attempt where none remains, where none may, or where one was opened already', () => {
    const after = (scenario: typeof passed, command = disallow) => scenario.after(command).facts.at(-1);
    expect(after(passed)).toMatchObject({ onward: { attempt: 1 } });
    expect(after(given(award, book).after(openings.refer.opening))).toMatchObject({ onward: { attempt: 1 } });
    expect(after(passed, { ...disallow, again: false })).toMatchObject({ onward: null });
    expect(after(failed)).toMatchObject({ onward: null });
    expect(after(referred)).toMatchObject({ onward: null });
    const three = smallBook(shipped, { attempts: 3 });
    const secondOfThree = given(award, three).after(recommend({ scores: low, attempt: 2 }));
    expect(after(secondOfThree)).toMatchObject({ onward: { attempt: 2 } });
  });
});

const alphabet: Record<string, AwardCommand> = {
  hold,
  'hold without a reason': { ...hold, reason: '' },
  'hold for a case': holdForCase,
  lift,
  'lift without a reason': { ...lift, reason: '' },
  'lift for a case': liftForCase,
  ratify,
  'ratify as a pass': { ...ratify, as: 'pass' },
  'correct upwards': correct(up),
  'correct downwards': correct(down),
  grant,
  void: voiding,
  'void without a reason': { ...voiding, reason: '' },
  disallow,
  'recommend again': recommend(),
};
const fixed = { seed: 42, numRuns: 200 };

describe.each(Object.values(openings))('every path through an award that ends $status', ({ opening, status, also }) => {
  const paths = walk(award, opening, alphabet, book, ({ scores, holds, releasedAt, furtherAttempt }) => ({
    score: scores['TWO.S1'],
    holds: holds.map(({ hold: id }) => id).toSorted(),
    released: releasedAt !== null,
    furtherAttempt,
  }));

  test('reaches its own release, what a correction can make of it, and no other', () => {
    expect(new Set(paths.map((path) => path.status))).toEqual(new Set(['recommended', 'held', status, also, 'voided']));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 25 }), (row) => {
        const { state, replayed, unexplained } = sent(award, [opening, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      fixed,
    );
  });

  test('its result is at every step what its scores of record amount to (11.5)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 25 }), (row) => {
        const { state } = sent(award, [opening, ...row], book);
        if (state === null) throw new Error('it was recommended');
        const { outcome, profile, reasons } = state.context;
        expect({ outcome, profile, reasons }).toEqual(resultOf(state.context, book));
      }),
      { ...fixed, numRuns: 100 },
    );
  });

  test.each([voiding, disallow])('$type appends one fact and changes nothing that was recorded (11.12)', (taking) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(hold, lift), { maxLength: 10 }), (row) => {
        const before = sent(award, [opening, ...row, lift, ratify], book);
        const after = sent(award, [opening, ...row, lift, ratify, taking], book);
        expect(after.facts).toHaveLength(before.facts.length + 1);
        expect(after.facts.slice(0, -1)).toEqual(before.facts);
        expect(after.facts.at(-1)?.type).toBe(taking === voiding ? 'AwardVoided' : 'AwardDisallowed');
        expect(after.state).toEqual({ status: 'voided', context: before.state?.context });
      }),
      { ...fixed, numRuns: 40 },
    );
  });
});

test('the three openings together reach every state of the chart', () => {
  const reached = Object.values(openings).flatMap(({ opening }) =>
    walk(award, opening, { hold, ratify, void: voiding }, book).map(({ status }) => status),
  );
  expect(new Set(reached)).toEqual(new Set(award.states));
});
