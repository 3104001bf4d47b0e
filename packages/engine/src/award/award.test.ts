import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { awardId, batchId, cohortId, personId, reviewId, submissionId } from '../kernel/index.ts';
import { signingDigest, type BatchSignedOff, type Candidature } from '../moderation/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import { award, opensAward, type AwardCommand } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);

const at = noon(25);
const by = people.moderator;
const candidature: Candidature = {
  submission: submissionId('submission-1'),
  review: reviewId('review-1'),
  candidate: people.candidate.person,
  assessor: people.assessor.person,
  attempt: 1,
  round: 1,
  scores: { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 2 },
  gates: { C2: true },
};
const signed: BatchSignedOff = {
  type: 'BatchSignedOff',
  batch: batchId('batch-1'),
  cohort: cohortId('cohort-1'),
  provider: demoProvider,
  statement: 'I have moderated this batch.',
  digest: signingDigest([candidature]),
  population: [candidature],
  by,
  at,
};
const recommend = (change: Partial<Candidature> = {}) =>
  opensAward(signed, { ...candidature, ...change }, awardId('award-1'));
const low = { 'ONE.S1': 2, 'ONE.S2': 3, 'TWO.S1': 1 };
const openings = {
  pass: { opening: recommend(), fact: 'AwardPassed', status: 'passed' },
  refer: { opening: recommend({ scores: low }), fact: 'AwardReferred', status: 'referred' },
  fail: { opening: recommend({ scores: low, attempt: 2 }), fact: 'AwardFailed', status: 'failed' },
};

const hold: AwardCommand = { type: 'HoldAward', reason: ' A complaint is open. ', by, at };
const lift: AwardCommand = { type: 'LiftHold', reason: ' It was withdrawn. ', by, at };
const ratify: AwardCommand = { type: 'RatifyAward', by, at };
const voiding: AwardCommand = { type: 'VoidAward', reason: ' The work was not theirs. ', by, at };

const recommended = given(award, book).after(openings.pass.opening);
const held = recommended.after(hold);

describe('an award', () => {
  test('AWD-1 is held and its hold lifted with a reason', () => {
    expect(recommended.when({ ...hold, reason: ' ' })).toEqual({ refused: ['AWD-1'] });
    expect(held.when({ ...lift, reason: '' })).toEqual({ refused: ['AWD-1'] });
    expect(held.after(lift).facts.slice(1)).toMatchObject([
      { type: 'AwardHeld', reason: 'A complaint is open.' },
      { type: 'HoldLifted', reason: 'It was withdrawn.' },
    ]);
  });

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
      expect(one.state?.context.outcome).toBe(outcome);
      expect(one.when(ratify)).toEqual({ facts: [fact] });
      expect(one.after(ratify).state?.status).toBe(status);
      expect(one.after(ratify).facts.at(-1)).toMatchObject({
        award: 'award-1',
        submission: 'submission-1',
        candidate: 'candidate-1',
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
          assessor: fc.constantFrom('assessor-1', 'assessor-9', 'moderator-1').map(personId),
          at: fc.integer({ min: 1, max: 28 }).map(noon),
          by: fc.constantFrom(people.moderator, people.stranger).map((who) => as('system', who)),
          batch: fc.constantFrom('batch-1', 'batch-2').map(batchId),
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
    const released = recommended.after(ratify);
    expect(released.when(hold)).toEqual({ refused: ['K1'] });
    expect(released.when(ratify)).toEqual({ refused: ['K1'] });
    expect(recommended.when(voiding)).toEqual({ refused: ['K1'] });
    expect(held.when(voiding)).toEqual({ refused: ['K1'] });
    for (const after of [hold, lift, ratify, voiding])
      expect(released.after(voiding).when(after)).toEqual({ refused: ['K1'] });
  });

  test('K2 is decided by a moderator of its provider, and recommended by a sign-off alone', () => {
    for (const other of [
      people.candidate,
      people.assessor,
      people.provider,
      people.administrator,
      as('moderator', people.stranger),
    ]) {
      expect(recommended.when({ ...ratify, by: other })).toEqual({ refused: ['K2'] });
    }
    expect(given(award, book).when({ ...openings.pass.opening, by })).toEqual({ refused: ['K2'] });
  });

  test('K4 is not ratified, held or voided by its assessor or its candidate', () => {
    for (const who of [people.assessor, people.candidate]) {
      expect(recommended.when({ ...ratify, by: as('moderator', who) })).toEqual({ refused: ['K4'] });
      expect(recommended.when({ ...hold, by: as('moderator', who) })).toEqual({ refused: ['K4'] });
      expect(recommended.after(ratify).when({ ...voiding, by: as('moderator', who) })).toEqual({ refused: ['K4'] });
    }
  });

  test('is opened by a sign-off over the digest that was signed', () => {
    expect(openings.pass.opening).toEqual({
      type: 'RecommendAward',
      award: 'award-1',
      submission: 'submission-1',
      candidate: 'candidate-1',
      assessor: 'assessor-1',
      provider: 'provider-1',
      cohort: 'cohort-1',
      batch: 'batch-1',
      signed: signed.digest,
      findings: { scores: candidature.scores, gates: candidature.gates, attempt: 1 },
      by: { ...by, role: 'system' },
      at,
    });
  });
});

const alphabet: Record<string, AwardCommand> = {
  hold,
  'hold without a reason': { ...hold, reason: '' },
  lift,
  'lift without a reason': { ...lift, reason: '' },
  ratify,
  void: voiding,
  'void without a reason': { ...voiding, reason: '' },
  'recommend again': recommend(),
};
const fixed = { seed: 42, numRuns: 200 };

describe.each(Object.values(openings))('every path through an award that ends $status', ({ opening, status }) => {
  const paths = walk(award, opening, alphabet, book);

  test('reaches its own release and no other', () => {
    expect(new Set(paths.map((path) => path.status))).toEqual(new Set(['recommended', 'held', status, 'voided']));
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

  test('voiding appends one fact and changes nothing that was recorded (11.12)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(hold, lift), { maxLength: 10 }), (row) => {
        const before = sent(award, [opening, ...row, lift, ratify], book);
        const after = sent(award, [opening, ...row, lift, ratify, voiding], book);
        expect(after.facts).toHaveLength(before.facts.length + 1);
        expect(after.facts.slice(0, -1)).toEqual(before.facts);
        expect(after.facts.at(-1)?.type).toBe('AwardVoided');
        expect(after.state).toEqual({ status: 'voided', context: before.state?.context });
      }),
      fixed,
    );
  });
});

test('the three openings together reach every state of the chart', () => {
  const reached = Object.values(openings).flatMap(({ opening }) =>
    walk(award, opening, alphabet, book).map(({ status }) => status),
  );
  expect(new Set(reached)).toEqual(new Set(award.states));
});
