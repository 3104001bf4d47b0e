import { statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchId, cohortId, digestOf, markingId, personId, reviewId } from '../kernel/index.ts';
import type { Agreed } from '../review/index.ts';
import { as, demoProvider, given, noon, people, smallBook, someCandidature } from '../testing/index.ts';
import {
  candidatureIn,
  candidatureOf,
  drawSample,
  foundOf,
  markersOf,
  moderation,
  planDigest,
  receivesReview,
  recordsModerated,
  returnsMarking,
  signingDigest,
  type Candidature,
  type ModerationCommand,
  type ModeratorQuery,
  type PlanBatch,
  type QueryReview,
  type SignOff,
  type UpholdReview,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const book = smallBook(scheme);

const at = noon(20);
const by = people.moderator;
const one = statementCode.parse('ONE.S1');
const two = statementCode.parse('ONE.S2');
const candidature = (n: number, round = 1, score = 2): Candidature =>
  someCandidature(n, { round, scores: { 'ONE.S1': score, 'ONE.S2': 2, 'TWO.S1': 2 } });
const first = candidature(1);
const second = candidature(2);
const third = candidature(3);
const population = [first, second];
const standings = { 'assessor-1': { light: 'green' as const, moderated: 9 } };

const plan: PlanBatch = {
  type: 'PlanBatch',
  batch: batchId('batch-1'),
  cohort: cohortId('cohort-1'),
  provider: demoProvider,
  title: 'Spring 2026',
  seed: 'spring',
  marksVisible: false,
  by,
  at,
};
const revise: ModerationCommand = {
  type: 'RevisePlan',
  seed: 'summer',
  reason: ' The cohort grew. ',
  marksVisible: false,
  by,
  at,
};
const draw: ModerationCommand = { type: 'DrawSample', population, standings, by, at };
const uphold = ({ submission }: Candidature, marks?: UpholdReview['marks']): UpholdReview => ({
  type: 'UpholdReview',
  submission,
  note: ' Sound. ',
  ...(marks === undefined ? {} : { marks }),
  by,
  at,
});
const ask = (
  { submission }: Candidature,
  queries: readonly ModeratorQuery[] = [{ standard: one, says: 'Look again at E1.' }],
): QueryReview => ({ type: 'QueryReview', submission, queries, by, at });
const receive = (again: Candidature): ModerationCommand => ({
  type: 'ReceiveReview',
  candidature: again,
  by: people.system,
  at,
});
const grant: ModerationCommand = { type: 'GrantDirectClaim', reason: ' The centre is approved. ', by, at };
const sign = (signed: readonly Candidature[]): SignOff => ({
  type: 'SignOff',
  statement: ' I have moderated this batch. ',
  digest: signingDigest(signed),
  reauthenticated: true,
  by,
  at,
});

const planned = given(moderation, book).after(plan);
const sampling = planned.after(draw);
const confirmed = sampling.after(uphold(first)).after(uphold(second));
const ready = confirmed.after(grant);

describe('a plan', () => {
  test('MOD-1 has a title and a seed', () => {
    expect(given(moderation, book).when({ ...plan, seed: ' ' })).toEqual({ refused: ['MOD-1'] });
    expect(given(moderation, book).when({ ...plan, title: ' ' })).toEqual({ refused: ['MOD-1'] });
    expect(given(moderation, book).when(plan)).toEqual({ facts: ['BatchPlanned'] });
    expect(planned.when({ ...revise, seed: ' ' })).toEqual({ refused: ['MOD-1'] });
    expect(planned.when(revise)).toEqual({ facts: ['PlanRevised'] });
  });

  test('MOD-14 is not fixed or revised by somebody who can see marks of the cohort', () => {
    expect(given(moderation, book).when({ ...plan, marksVisible: true })).toEqual({ refused: ['MOD-14'] });
    expect(planned.when({ ...revise, marksVisible: true })).toEqual({ refused: ['MOD-14'] });
  });

  test.each([
    [0, false],
    [-1, false],
    [1.5, false],
    [Number.NaN, false],
    [1, true],
    [5, true],
    [null, true],
  ])('MOD-15 with every %s-th portfolio marked twice is possible: %s', (everyKth, possible) => {
    const answer = (fact: string) => (possible ? { facts: [fact] } : { refused: ['MOD-15'] });
    expect(given(moderation, book).when({ ...plan, everyKth })).toEqual(answer('BatchPlanned'));
    expect(planned.when({ ...revise, everyKth })).toEqual(answer('PlanRevised'));
  });

  test('MOD-16 is revised with a reason', () => {
    expect(planned.when({ ...revise, reason: ' ' })).toEqual({ refused: ['MOD-16'] });
  });

  test('begins at version 1 and has everything that a draw will need', () => {
    expect(planned.facts).toEqual([
      {
        type: 'BatchPlanned',
        batch: 'batch-1',
        cohort: 'cohort-1',
        provider: 'provider-1',
        title: 'Spring 2026',
        version: 1,
        seed: 'spring',
        everyKth: null,
        by,
        at,
      },
    ]);
    expect(given(moderation, book).after({ ...plan, everyKth: 4 }).facts).toMatchObject([{ everyKth: 4 }]);
    expect(planned.state).toEqual({
      status: 'planned',
      context: {
        batch: 'batch-1',
        cohort: 'cohort-1',
        provider: 'provider-1',
        title: 'Spring 2026',
        version: 1,
        seed: 'spring',
        everyKth: null,
        draw: 0,
        population: [],
        sample: [],
        found: [],
        beyond: [],
        doubted: [],
        concerned: [],
        external: null,
        due: null,
        moderators: ['moderator-1'],
        externalModerators: [],
        proposed: null,
      },
    });
  });

  test('is revised as the next version, and says which it replaces', () => {
    const revised = given(moderation, book)
      .after({ ...plan, everyKth: 4 })
      .after(revise);
    expect(revised.facts.at(-1)).toEqual({
      type: 'PlanRevised',
      version: 2,
      seed: 'summer',
      everyKth: 4,
      reason: 'The cohort grew.',
      replaces: { version: 1, seed: 'spring', everyKth: 4 },
      by,
      at,
    });
    expect(revised.state?.context).toMatchObject({ version: 2, seed: 'summer', everyKth: 4, title: 'Spring 2026' });
    const again = revised.after({ ...revise, seed: 'autumn', everyKth: null });
    expect(again.state?.context).toMatchObject({ version: 3, seed: 'autumn', everyKth: null });
    expect(again.after(draw).state?.context.sample).toEqual(
      drawSample(population, { seed: 'autumn' }, standings, book),
    );
  });

  test('has another digest if its version, its seed, its k or a figure of the scheme is another', () => {
    const fixed = { version: 1, seed: 'spring', everyKth: null };
    const sampled = (change: object) => smallBook(scheme, { sampling: { ...scheme.sampling, ...change } });
    const digests = [
      planDigest(fixed, book),
      planDigest({ ...fixed, version: 2 }, book),
      planDigest({ ...fixed, seed: 'summer' }, book),
      planDigest({ ...fixed, everyKth: 4 }, book),
      planDigest(fixed, sampled({ atLeast: 11 })),
      planDigest(fixed, smallBook(scheme, { attempts: 3 })),
      planDigest(fixed, smallBook(scheme, { threshold: 3 })),
      planDigest(fixed, smallBook(scheme, { edition: 2 })),
      planDigest(fixed, smallBook(scheme, { secondMarking: { ...scheme.secondMarking, firstPortfolios: 4 } })),
    ];
    expect(new Set(digests).size).toBe(digests.length);
    expect(planDigest({ ...fixed }, smallBook(scheme))).toBe(digests[0]);
  });
});

describe('a batch', () => {
  test('MOD-2 is drawn from at least one sealed review', () => {
    expect(planned.when({ ...draw, population: [] })).toEqual({ refused: ['MOD-2'] });
  });

  test('MOD-12 holds a portfolio once', () => {
    expect(planned.when({ ...draw, population: [first, second, { ...first, round: 2 }] })).toEqual({
      refused: ['MOD-12'],
    });
  });

  test('MOD-3 is not drawn by somebody who assessed a portfolio of it or is a candidate in it', () => {
    expect(planned.when({ ...draw, by: as('moderator', people.assessor) })).toEqual({ refused: ['MOD-3'] });
    expect(planned.when({ ...draw, by: { ...by, person: second.candidate } })).toEqual({ refused: ['MOD-3'] });
    const doubly = { ...second, alsoMarked: [{ assessor: people.otherAssessor.person, review: reviewId('review-9') }] };
    expect(planned.when({ ...draw, population: [first, doubly], by: as('moderator', people.otherAssessor) })).toEqual({
      refused: ['MOD-3'],
    });
    expect(planned.when({ ...draw, by: as('moderator', people.otherAssessor) })).toEqual({ facts: ['SampleDrawn'] });
  });

  test('MOD-3 is drawn by nobody where whoever planned it assessed a portfolio of it, or is a candidate in it', () => {
    const plannedBy = (person: typeof by.person) => given(moderation, book).after({ ...plan, by: { ...by, person } });
    expect(plannedBy(people.assessor.person).when(draw)).toEqual({ refused: ['MOD-3'] });
    expect(plannedBy(second.candidate).when(draw)).toEqual({ refused: ['MOD-3'] });
    expect(plannedBy(people.otherAssessor.person).when(draw)).toEqual({ facts: ['SampleDrawn'] });
  });

  test('MOD-17 holds only portfolios that are marked throughout', () => {
    const unmarked = someCandidature(2, { scores: { 'ONE.S1': 2 }, gates: {} });
    expect(planned.when({ ...draw, population: [first, unmarked] })).toEqual({ refused: ['MOD-17'] });
    expect(planned.says({ ...draw, population: [first, unmarked, someCandidature(3, { gates: {} })] })).toEqual([
      'Every portfolio of a batch has a score for every standard and a judgement on every gate. submission-2 has none for ONE.S2, TWO.S1, C2. submission-3 has none for C2.',
    ]);
    expect(planned.when({ ...draw, population: [first, someCandidature(2, { gates: { C2: false } })] })).toEqual({
      facts: ['SampleDrawn'],
    });
    expect(sampling.after(ask(second)).when(receive({ ...unmarked, round: 2 }))).toEqual({ refused: ['MOD-17'] });
    expect(sampling.after(ask(second)).says(receive({ ...unmarked, round: 2 }))[0]).toContain('submission-2 has none');
  });

  test('tells all that its sample was drawn from, so that anyone can draw again', () => {
    const drawn = planned.after({ ...draw, population: [second, first] });
    expect(drawn.facts.at(-1)).toEqual({
      type: 'SampleDrawn',
      draw: 1,
      seed: 'spring',
      version: 1,
      plan: planDigest({ version: 1, seed: 'spring', everyKth: null }, book),
      standings,
      population: [first, second],
      sample: drawSample([second, first], { seed: 'spring' }, standings, book),
      by,
      at,
    });
    expect(drawn.state).toEqual(sampling.state);
    expect(sampling.state?.context).toMatchObject({ draw: 1, found: ['drawn', 'drawn'], population: [first, second] });
  });

  test('says of a submission what was found of it and what it holds', () => {
    const { state } = sampling.after(uphold(second));
    if (state === null) throw new Error('it was planned');
    expect([first, second, third].map(({ submission }) => foundOf(state.context, submission))).toEqual([
      'drawn',
      'upheld',
      undefined,
    ]);
    expect(candidatureIn(state.context, second.submission)).toEqual(second);
    expect(candidatureIn(state.context, third.submission)).toBeUndefined();
  });

  test('MOD-4 is decided on portfolios of its sample', () => {
    expect(sampling.when(uphold(third))).toEqual({ refused: ['MOD-4'] });
    expect(sampling.when(ask(third))).toEqual({ refused: ['MOD-4'] });
  });

  test('MOD-5 waits for a queried review before deciding on it again', () => {
    const away = sampling.after(ask(first));
    expect(away.when(uphold(first))).toEqual({ refused: ['MOD-5'] });
    expect(away.when(ask(first))).toEqual({ refused: ['MOD-5'] });
    expect(away.when(uphold(second))).toEqual({ facts: ['ReviewUpheld'] });
    expect(away.after(uphold(second)).when(uphold(first))).toEqual({ refused: ['MOD-5'] });
    expect(away.after(receive(candidature(1, 2))).when(uphold(first))).toEqual({ facts: ['ReviewUpheld'] });
  });

  test('MOD-6 queries name a scored standard and say what to look at', () => {
    expect(sampling.when(ask(first, []))).toEqual({ refused: ['MOD-6'] });
    expect(sampling.when(ask(first, [{ standard: one, says: ' ' }]))).toEqual({ refused: ['MOD-6'] });
    expect(sampling.when(ask(first, [{ standard: statementCode.parse('ONE.K1'), says: 'Why?' }]))).toEqual({
      refused: ['MOD-6'],
    });
    expect(
      sampling.when(
        ask(first, [
          { standard: one, says: 'Why?' },
          { standard: one, says: '' },
        ]),
      ),
    ).toEqual({ refused: ['MOD-6'] });
  });

  test('MOD-18 queries nothing that was banked before this attempt or by prior learning', () => {
    const mixed = someCandidature(1, {
      grounds: {
        'ONE.S1': { how: 'banked', marks: [] },
        'ONE.S2': { how: 'priorLearning', marks: [] },
        'TWO.S1': { how: 'marked', marks: [] },
      },
    });
    const drawn = planned.after({ ...draw, population: [mixed, second] });
    const three = statementCode.parse('TWO.S1');
    const asking = (...standards: readonly (typeof one)[]) =>
      ask(
        mixed,
        standards.map((standard) => ({ standard, says: 'Why?' })),
      );
    expect(drawn.when(asking(one))).toEqual({ refused: ['MOD-18'] });
    expect(drawn.says(asking(one, two, three))).toEqual([
      'A query is on what was marked in this attempt; what is banked stays as it is. Banked: ONE.S1, ONE.S2.',
    ]);
    expect(drawn.when(asking(three))).toEqual({ facts: ['ReviewQueried'] });
  });

  test.each([
    ['above the scale', { 'ONE.S1': 5 }, 'ONE.S1 5'],
    ['below the scale', { 'ONE.S1': -1 }, 'ONE.S1 -1'],
    ['between two scores', { 'ONE.S1': 1.5 }, 'ONE.S1 1.5'],
    ['on what the scheme does not score', { 'ONE.K1': 2 }, 'ONE.K1 2'],
  ])('MOD-19 takes no own mark %s', (_what, marks, named) => {
    expect(sampling.says(uphold(first, marks))[0]).toBe(
      `A moderator’s own mark is a whole number on the scale of the scheme, for a standard that it scores. Not so: ${named}.`,
    );
  });

  test('MOD-19 takes own marks from the lowest of the scale to the highest, with a query as with an uphold', () => {
    const asking = (mark: number | null) => ask(first, [{ standard: one, says: 'Why?', mark }]);
    expect(sampling.when(asking(5))).toEqual({ refused: ['MOD-19'] });
    for (const mark of [0, 4, null]) expect(sampling.when(asking(mark))).toEqual({ facts: ['ReviewQueried'] });
    const low = given(moderation, book)
      .after(plan)
      .after({ ...draw, population: [candidature(1, 1, 0), candidature(2, 1, 4)] });
    expect(low.when(uphold(first, { 'ONE.S1': 0 }))).toEqual({ facts: ['ReviewUpheld'] });
    expect(low.when(uphold(second, { 'ONE.S1': 4 }))).toEqual({ facts: ['ReviewUpheld'] });
  });

  test('MOD-20 upholds nothing that is beyond tolerance of the moderator’s own marks', () => {
    expect(sampling.when(uphold(first, { 'ONE.S1': 4 }))).toEqual({ refused: ['MOD-20'] });
    expect(sampling.says(uphold(first, { 'ONE.S1': 0, 'ONE.S2': 1, 'TWO.S1': 1 }))).toEqual([
      'A portfolio is upheld where the moderator’s own marks are within tolerance; beyond it, they query. Too far apart: ONE.S1. On two sides of the threshold, critical: ONE.S2. On two sides of the threshold: ONE.S1, TWO.S1.',
    ]);
    expect(sampling.says(uphold(first, { 'ONE.S1': 4 }))[0]).toMatch(/they query\. Too far apart: ONE\.S1\.$/);
    expect(sampling.says(uphold(first, { 'ONE.S2': 1 }))[0]).toMatch(
      /they query\. On two sides of the threshold, critical: ONE\.S2\.$/,
    );
    expect(sampling.says(uphold(first, { 'ONE.S1': 1, 'TWO.S1': 1 }))[0]).toMatch(
      /they query\. On two sides of the threshold: ONE\.S1, TWO\.S1\.$/,
    );
    expect(sampling.when(uphold(first, { 'ONE.S1': 1, 'ONE.S2': 3, 'TWO.S1': 3 }))).toEqual({
      facts: ['ReviewUpheld'],
    });
    // What is not in the batch is told by MOD-4 alone.
    expect(sampling.when(uphold(third, { 'ONE.S1': 4 }))).toEqual({ refused: ['MOD-4'] });
  });

  test('MOD-7 receives a review again only where it was queried', () => {
    expect(sampling.when(receive(candidature(1, 2)))).toEqual({ refused: ['MOD-7'] });
    expect(sampling.after(ask(second)).when(receive(candidature(1, 2)))).toEqual({ refused: ['MOD-7'] });
    expect(sampling.after(ask(first)).when(receive(candidature(3, 2)))).toEqual({ refused: ['MOD-7'] });
    expect(sampling.after(ask(first)).when(receive(candidature(1, 2)))).toEqual({ facts: ['ReviewReceived'] });
  });

  test('MOD-13 receives a later round, so that a fact delivered twice brings nothing back', () => {
    expect(sampling.after(ask(first)).when(receive(first))).toEqual({ refused: ['MOD-13'] });
    const asked = sampling
      .after(ask(first))
      .after(receive(candidature(1, 2)))
      .after(ask(first));
    expect(asked.when(receive(candidature(1, 2)))).toEqual({ refused: ['MOD-13'] });
    expect(asked.when(receive(candidature(1, 3)))).toEqual({ facts: ['ReviewReceived'] });
  });

  test('is confirmed by upholding the last open portfolio of the sample, in whichever order', () => {
    expect(sampling.when(uphold(first))).toEqual({ facts: ['ReviewUpheld'] });
    expect(sampling.after(uphold(first)).when(uphold(second))).toEqual({ facts: ['SampleUpheld'] });
    expect(sampling.after(uphold(second)).when(uphold(first))).toEqual({ facts: ['SampleUpheld'] });
    expect(sampling.after(uphold(first)).when(uphold(first))).toEqual({ facts: ['ReviewUpheld'] });
    expect(sampling.after(ask(second)).when(uphold(first))).toEqual({ facts: ['ReviewUpheld'] });
  });

  test('tells of an uphold what was upheld, whose marks they are, and how it stood before', () => {
    const marks = { 'ONE.S1': 3 };
    const doubly = { ...second, alsoMarked: [{ assessor: people.otherAssessor.person, review: reviewId('review-9') }] };
    const drawn = planned.after({ ...draw, population: [first, doubly] });
    const said = { note: 'Sound.', criticalFlip: false, by, at };
    expect(drawn.after(uphold(doubly, marks)).facts.at(-1)).toEqual({
      type: 'ReviewUpheld',
      submission: 'submission-2',
      round: 1,
      assessors: ['assessor-1', 'assessor-2'],
      marks,
      was: 'drawn',
      ...said,
    });
    expect(drawn.after(uphold(first)).after(uphold(first)).facts.at(-1)).toMatchObject({ was: 'upheld', marks: {} });
    const back = drawn.after(ask(first)).after(receive(candidature(1, 2)));
    expect(back.after(uphold(doubly)).after(uphold(first)).facts.at(-1)).toMatchObject({
      type: 'SampleUpheld',
      round: 2,
      was: 'returned',
    });
  });

  test('tells of a query what was asked, of which marking, and whether it is beyond tolerance', () => {
    const asking = (standard: typeof one, mark: number | null) => ask(first, [{ standard, says: 'Why?', mark }]);
    expect(sampling.after(asking(one, 4)).facts.at(-1)).toEqual({
      type: 'ReviewQueried',
      submission: 'submission-1',
      round: 1,
      assessors: ['assessor-1'],
      marking: 'marking-1',
      criticalFlip: false,
      queries: [{ standard: one, says: 'Why?', mark: 4 }],
      beyond: true,
      by,
      at,
    });
    expect(sampling.after(asking(one, 3)).facts.at(-1)).toMatchObject({ beyond: false, criticalFlip: false });
    expect(sampling.after(asking(two, 1)).facts.at(-1)).toMatchObject({ beyond: true, criticalFlip: true });
    expect(sampling.after(ask(first)).facts.at(-1)).toMatchObject({ beyond: false, criticalFlip: false });
  });

  test('carries the scores of a received review from then on, and asks for it to be decided', () => {
    const received = sampling
      .after(uphold(second))
      .after(ask(first))
      .after(receive(candidature(1, 2, 3)));
    expect(received.state?.context).toMatchObject({
      population: [{ round: 2, scores: { 'ONE.S1': 3 } }, { round: 1 }],
      found: ['returned', 'upheld'],
    });
    expect(received.state?.status).toBe('sampling');
    expect(received.when(uphold(first))).toEqual({ facts: ['SampleUpheld'] });
  });

  test('MOD-8 goes to sign-off without an external sample only with a reason', () => {
    expect(confirmed.when({ ...grant, reason: ' ' })).toEqual({ refused: ['MOD-8'] });
    expect(ready.facts.at(-1)).toMatchObject({ type: 'DirectClaimGranted', reason: 'The centre is approved.' });
  });

  test('MOD-9 is signed with a statement', () => {
    expect(ready.when({ ...sign(population), statement: ' ' })).toEqual({ refused: ['MOD-9'] });
  });

  test('MOD-10 is signed by somebody who has proved again who they are', () => {
    expect(ready.when({ ...sign(population), reauthenticated: false })).toEqual({ refused: ['MOD-10'] });
  });

  test('MOD-11 is signed over the digest of exactly what it holds', () => {
    expect(ready.when(sign([first]))).toEqual({ refused: ['MOD-11'] });
    expect(ready.when(sign([candidature(1, 1, 3), second]))).toEqual({ refused: ['MOD-11'] });
    expect(ready.when({ ...sign(population), digest: digestOf('anything') })).toEqual({ refused: ['MOD-11'] });
    expect(ready.when(sign([second, first]))).toEqual({ facts: ['BatchSignedOff'] });
  });

  test('MOD-11 is signed over what a received review says now, not what it said before', () => {
    const received = candidature(1, 2, 3);
    const changed = sampling
      .after(ask(first))
      .after(receive(received))
      .after(uphold(first))
      .after(uphold(second))
      .after(grant);
    expect(changed.when(sign(population))).toEqual({ refused: ['MOD-11'] });
    expect(changed.after(sign([received, second])).facts.at(-1)).toMatchObject({
      digest: signingDigest([received, second]),
      population: [received, second],
    });
  });

  test('is signed off with everybody who moderated it, each once', () => {
    const other = { ...by, person: personId('moderator-2') };
    const signer = { ...by, person: personId('moderator-3') };
    const signed = sampling
      .after({ ...uphold(first), by: other })
      .after(uphold(second))
      .after(grant)
      .after({ ...sign(population), by: signer });
    expect(signed.facts.at(-1)).toEqual({
      type: 'BatchSignedOff',
      batch: 'batch-1',
      cohort: 'cohort-1',
      provider: 'provider-1',
      statement: 'I have moderated this batch.',
      digest: signingDigest(population),
      population,
      moderators: ['moderator-1', 'moderator-2', 'moderator-3'],
      by: signer,
      at,
    });
    expect(ready.after(sign(population)).facts.at(-1)).toMatchObject({ moderators: ['moderator-1'] });
    expect(signed.state).toMatchObject({
      status: 'signedOff',
      context: { moderators: ['moderator-1', 'moderator-2', 'moderator-3'] },
    });
  });

  test.each([
    ['the plan’s', given(moderation, book), plan],
    ['a revision’s', planned, revise],
    ['the draw’s', planned, draw],
    ['a query’s', sampling, ask(first)],
    ['the direct claim’s', confirmed, grant],
  ])('counts %s author among its moderators', (_whose, scene, command) => {
    const acted = scene.after({ ...command, by: { ...by, person: personId('moderator-2') } });
    expect(acted.state?.context.moderators).toContain('moderator-2');
  });

  describe('under a scheme that asks for a second person', () => {
    const byTwo = smallBook(scheme, { release: { secondPerson: true } });
    const signed = [plan, draw, uphold(first), uphold(second), grant, sign(population)].reduce(
      (scene, command) => scene.after(command),
      given(moderation, byTwo),
    );
    const digest = digestOf('what would be released');
    const propose: ModerationCommand = {
      type: 'ProposeRelease',
      seen: digest,
      shown: digest,
      reauthenticated: true,
      by,
      at,
    };

    test('is proposed for release over the digest of what was seen; a later proposal takes its place', () => {
      const proposed = signed.after(propose);
      expect(proposed.facts.at(-1)).toEqual({ type: 'ReleaseProposed', digest, by, at });
      expect(proposed.state).toMatchObject({ status: 'signedOff', context: { proposed: { by: by.person, digest } } });
      const other = { ...by, person: personId('moderator-2') };
      expect(proposed.after({ ...propose, by: other }).state?.context).toMatchObject({
        proposed: { by: 'moderator-2', digest },
        moderators: ['moderator-1', 'moderator-2'],
      });
    });

    test('MOD-33 is proposed only as what it is now', () => {
      expect(signed.when({ ...propose, shown: digestOf('something else') })).toEqual({ refused: ['MOD-33'] });
    });

    test('MOD-10 is proposed by somebody who has proved again who they are', () => {
      expect(signed.when({ ...propose, reauthenticated: false })).toEqual({ refused: ['MOD-10'] });
    });

    test('MOD-32 is proposed under no other scheme', () => {
      expect(ready.after(sign(population)).when(propose)).toEqual({ refused: ['MOD-32'] });
      expect(signed.state?.context.proposed).toBeNull();
    });
  });

  test('K1 is not signed before its sample is upheld and its claim granted, and not twice', () => {
    for (const early of [planned, sampling, confirmed])
      expect(early.when(sign(population))).toEqual({ refused: ['K1'] });
    expect(planned.when(grant)).toEqual({ refused: ['K1'] });
    expect(sampling.when(grant)).toEqual({ refused: ['K1'] });
    expect(ready.after(sign(population)).when(sign(population))).toEqual({ refused: ['K1'] });
    expect(sampling.when(draw)).toEqual({ refused: ['K1'] });
    expect(sampling.when(revise)).toEqual({ refused: ['K1'] });
  });

  test('K2 is moderated by a moderator of its provider', () => {
    expect(planned.when({ ...draw, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(planned.when({ ...draw, by: as('moderator', people.stranger) })).toEqual({ refused: ['K2'] });
    expect(planned.when({ ...revise, by: as('moderator', people.stranger) })).toEqual({ refused: ['K2'] });
    expect(given(moderation, book).when({ ...plan, by: as('moderator', people.stranger) })).toEqual({
      refused: ['K2'],
    });
    expect(given(moderation, book).when({ ...plan, by: { ...by, provider: null } })).toEqual({ refused: ['K2'] });
    expect(sampling.when({ ...uphold(first), by: people.assessor })).toEqual({ refused: ['K2'] });
    expect(sampling.after(ask(first)).when({ ...receive(candidature(1, 2)), by })).toEqual({ refused: ['K2'] });
    expect(ready.when({ ...sign(population), by: people.administrator })).toEqual({ refused: ['K2'] });
  });

  test('K4 is not decided or signed by somebody who assessed a portfolio of it', () => {
    const assessor = as('moderator', people.assessor);
    expect(sampling.when({ ...uphold(first), by: assessor })).toEqual({ refused: ['K4'] });
    expect(sampling.when({ ...ask(first), by: assessor })).toEqual({ refused: ['K4'] });
    expect(confirmed.when({ ...grant, by: assessor })).toEqual({ refused: ['K4'] });
    expect(ready.when({ ...sign(population), by: assessor })).toEqual({ refused: ['K4'] });
    expect(ready.when({ ...sign(population), by: { ...by, person: first.candidate } })).toEqual({ refused: ['K4'] });
  });

  test('K4 is not decided by its second marker either', () => {
    const doubly = { ...second, alsoMarked: [{ assessor: people.otherAssessor.person, review: reviewId('review-9') }] };
    const drawn = planned.after({ ...draw, population: [first, doubly] });
    expect(drawn.when({ ...uphold(first), by: as('moderator', people.otherAssessor) })).toEqual({ refused: ['K4'] });
    expect(sampling.when({ ...uphold(first), by: as('moderator', people.otherAssessor) })).toEqual({
      facts: ['ReviewUpheld'],
    });
  });
});

describe('what is signed', () => {
  test('has one digest, whatever the order of the portfolios', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          [1, 2, 3, 4, 5].map((n) => candidature(n)),
          { minLength: 5 },
        ),
        (shuffled) => {
          expect(signingDigest(shuffled)).toBe(signingDigest([1, 2, 3, 4, 5].map((n) => candidature(n))));
        },
      ),
      { seed: 42, numRuns: 50 },
    );
  });

  test('is the digest of the digests in the order of the ids', () => {
    expect(signingDigest([second, first])).toBe(digestOf([digestOf(first), digestOf(second)]));
  });

  test('has another digest if anything in it is another', () => {
    const changes: Partial<Candidature>[] = [
      { scores: { 'ONE.S1': 3, 'ONE.S2': 2, 'TWO.S1': 2 } },
      { gates: { C2: false } },
      { attempt: 2 },
      { round: 2 },
      { assessor: people.otherAssessor.person },
      { alsoMarked: [{ assessor: people.otherAssessor.person, review: reviewId('review-9') }] },
      { candidate: personId('candidate-9') },
      { review: reviewId('review-9') },
      { marking: markingId('marking-9') },
      { allowances: { ONE: 'Why.' } },
      { grounds: { 'ONE.S1': { how: 'marked', marks: [] } } },
      { moved: [one] },
      { late: true },
      { priorLearning: [one] },
      { site: 'North' },
    ];
    const digests = changes.map((change) => signingDigest([{ ...first, ...change }, second]));
    expect(new Set([...digests, signingDigest(population)]).size).toBe(changes.length + 1);
  });
});

describe('an agreed marking', () => {
  const { review: _review, assessor: _assessor, alsoMarked: _also, ...agreedOn } = candidature(1, 2);
  const agreed: Agreed = {
    type: 'MarkingAgreed',
    cohort: cohortId('cohort-1'),
    provider: demoProvider,
    markers: [
      { marker: 'second', review: reviewId('review-9'), assessor: people.otherAssessor.person },
      { marker: 'first', review: reviewId('review-1'), assessor: people.assessor.person },
    ],
    by: people.assessor,
    at,
    ...agreedOn,
  };

  test('enters a batch with its first marker before the others, and everything that was agreed', () => {
    expect(candidatureOf(agreed)).toEqual({
      ...candidature(1, 2),
      alsoMarked: [{ assessor: 'assessor-2', review: 'review-9' }],
    });
    expect(Object.keys(candidatureOf(agreed)).toSorted()).toEqual(Object.keys(first).toSorted());
  });

  test('does not enter a batch without a first marker', () => {
    expect(() => candidatureOf({ ...agreed, markers: [] })).toThrow(
      'The marking of submission-1 is agreed without a first marker',
    );
  });

  test('is marked by everybody who marked it, each once', () => {
    expect(markersOf(candidatureOf(agreed))).toEqual(['assessor-1', 'assessor-2']);
    expect(markersOf(first)).toEqual(['assessor-1']);
    const twice = { ...first, alsoMarked: [{ assessor: first.assessor, review: reviewId('review-9') }] };
    expect(markersOf(twice)).toEqual(['assessor-1']);
  });

  test('comes back into its batch as it was agreed again', () => {
    expect(receivesReview(agreed)).toEqual({
      type: 'ReceiveReview',
      candidature: candidatureOf(agreed),
      by: { ...people.assessor, role: 'system' },
      at,
    });
    expect(sampling.after(ask(first)).when(receivesReview(agreed))).toEqual({ facts: ['ReviewReceived'] });
  });
});

describe('a query', () => {
  test('goes back to the markers, without the moderator’s own marks', () => {
    const queried = sampling.after(ask(first, [{ standard: one, says: 'Look again at E1.', mark: 4 }])).facts.at(-1);
    if (queried?.type !== 'ReviewQueried') throw new Error('a query is recorded');
    expect(returnsMarking(queried)).toEqual({
      marking: 'marking-1',
      command: {
        type: 'ReopenMarking',
        queries: [{ standard: one, says: 'Look again at E1.' }],
        by: { ...by, role: 'system' },
        at,
      },
    });
  });
});

describe('the standing of the assessors', () => {
  const told = (scene: typeof sampling) => scene.facts.slice(2).flatMap(recordsModerated);
  const record = { type: 'RecordModerated', submission: 'submission-1', by: { ...by, role: 'system' }, at };

  test('is told of a portfolio that is upheld as it was marked, once', () => {
    const command = { ...record, within: true, criticalFlip: false, confirmed: true };
    expect(told(sampling.after(uphold(first)))).toEqual([{ assessor: 'assessor-1', command }]);
    expect(told(sampling.after(uphold(first)).after(uphold(first)))).toHaveLength(1);
    expect(told(confirmed).map(({ command: { submission } }) => submission)).toEqual(['submission-1', 'submission-2']);
  });

  test('is told of everybody who marked it', () => {
    const doubly = { ...first, alsoMarked: [{ assessor: people.otherAssessor.person, review: reviewId('review-9') }] };
    const drawn = planned.after({ ...draw, population: [doubly, second] });
    expect(told(drawn.after(uphold(first))).map(({ assessor }) => assessor)).toEqual(['assessor-1', 'assessor-2']);
  });

  test('is told of marks beyond tolerance when they are queried, and of nothing where they are within', () => {
    const asking = (standard: typeof one, mark: number) => ask(first, [{ standard, says: 'Why?', mark }]);
    const command = { ...record, within: false, confirmed: false };
    expect(told(sampling.after(asking(one, 4)))).toEqual([
      { assessor: 'assessor-1', command: { ...command, criticalFlip: false } },
    ]);
    expect(told(sampling.after(asking(two, 1)))).toEqual([
      { assessor: 'assessor-1', command: { ...command, criticalFlip: true } },
    ]);
    expect(told(sampling.after(asking(one, 3)))).toEqual([]);
  });

  test('is told of a flip on a critical standard also where the scheme tolerates it', () => {
    const tolerant = smallBook(scheme, {
      tolerance: { standardWithin: 1, flipsOnCritical: 1, flipsElsewhere: 1 },
    });
    const drawn = given(moderation, tolerant).after(plan).after(draw);
    expect(told(drawn.after(ask(first, [{ standard: two, says: 'Why?', mark: 1 }])))).toMatchObject([
      { command: { within: true, criticalFlip: true, confirmed: false } },
    ]);
    expect(told(drawn.after(uphold(first, { 'ONE.S2': 1 })))).toMatchObject([
      { command: { within: true, criticalFlip: true, confirmed: true } },
    ]);
  });

  test('is told of what is upheld after a query that it is not confirmed', () => {
    const back = sampling.after(ask(first)).after(receive(candidature(1, 2)));
    expect(told(back.after(uphold(first)))).toMatchObject([{ command: { within: true, confirmed: false } }]);
  });
});
