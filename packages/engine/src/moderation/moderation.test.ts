import { statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchId, cohortId, digestOf, personId, reviewId, submissionId } from '../kernel/index.ts';
import type { ReviewSealed } from '../review/index.ts';
import { as, demoProvider, given, noon, people, sent, smallBook, walk } from '../testing/index.ts';
import {
  candidatureOf,
  moderation,
  receivesReview,
  returnsReview,
  signingDigest,
  type Candidature,
  type ModerationCommand,
  type SignOff,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const book = smallBook(npqicl.scheme);

const at = noon(20);
const by = people.moderator;
const one = statementCode.parse('ONE.S1');
const candidature = (n: number, round = 1, score = 2): Candidature => ({
  submission: submissionId(`submission-${n}`),
  review: reviewId(`review-${n}`),
  candidate: personId(`candidate-${n}`),
  assessor: people.assessor.person,
  attempt: 1,
  round,
  scores: { 'ONE.S1': score, 'ONE.S2': 2, 'TWO.S1': 2 },
  gates: { C2: true },
});
const first = candidature(1);
const second = candidature(2);
const third = candidature(3);
const population = [first, second];

const plan: ModerationCommand = {
  type: 'PlanBatch',
  batch: batchId('batch-1'),
  cohort: cohortId('cohort-1'),
  provider: demoProvider,
  title: 'Spring 2026',
  seed: 'spring',
  by,
  at,
};
const draw: ModerationCommand = { type: 'DrawSample', population, by, at };
const uphold = ({ submission }: Candidature): ModerationCommand => ({
  type: 'UpholdReview',
  submission,
  note: ' Sound. ',
  by,
  at,
});
const ask = (
  { submission }: Candidature,
  queries = [{ standard: one, says: 'Look again at E1.' }],
): ModerationCommand => ({ type: 'QueryReview', submission, queries, by, at });
const receive = (again: Candidature): ModerationCommand => ({
  type: 'ReceiveReview',
  candidature: again,
  by: people.system,
  at,
});
const grant: ModerationCommand = { type: 'GrantDirectClaim', reason: ' The centre is approved. ', by, at };
const sign = (signed: readonly Candidature[]): SignOff => ({
  type: 'SignOff',
  statement: 'I have moderated this batch.',
  digest: signingDigest(signed),
  reauthenticated: true,
  by,
  at,
});

const planned = given(moderation, book).after(plan);
const sampling = planned.after(draw);
const confirmed = sampling.after(uphold(first)).after(uphold(second));
const ready = confirmed.after(grant);

describe('a batch', () => {
  test('MOD-1 is planned with a title and a seed', () => {
    expect(given(moderation, book).when({ ...plan, seed: ' ' })).toEqual({ refused: ['MOD-1'] });
    expect(given(moderation, book).when({ ...plan, title: '' })).toEqual({ refused: ['MOD-1'] });
  });

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

  test('MOD-7 receives a review again only where it was queried', () => {
    expect(sampling.when(receive(candidature(1, 2)))).toEqual({ refused: ['MOD-7'] });
    expect(sampling.after(ask(second)).when(receive(candidature(1, 2)))).toEqual({ refused: ['MOD-7'] });
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

  test('carries the scores of a received review from then on, and asks for it to be decided', () => {
    const received = sampling
      .after(uphold(second))
      .after(ask(first))
      .after(receive(candidature(1, 2, 3)));
    expect(received.state?.context).toMatchObject({
      population: [{ round: 2, scores: { 'ONE.S1': 3 } }, { round: 1 }],
      found: { 'submission-2': 'upheld' },
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

  test('K1 is not signed before its sample is upheld and its claim granted, and not twice', () => {
    for (const early of [planned, sampling, confirmed])
      expect(early.when(sign(population))).toEqual({ refused: ['K1'] });
    expect(planned.when(grant)).toEqual({ refused: ['K1'] });
    expect(sampling.when(grant)).toEqual({ refused: ['K1'] });
    expect(ready.after(sign(population)).when(sign(population))).toEqual({ refused: ['K1'] });
    expect(sampling.when(draw)).toEqual({ refused: ['K1'] });
  });

  test('K2 is moderated by a moderator of its provider', () => {
    expect(planned.when({ ...draw, by: people.provider })).toEqual({ refused: ['K2'] });
    expect(planned.when({ ...draw, by: as('moderator', people.stranger) })).toEqual({ refused: ['K2'] });
    expect(given(moderation, book).when({ ...plan, by: as('moderator', people.stranger) })).toEqual({
      refused: ['K2'],
    });
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

  test('has another digest if anything in it is another', () => {
    const changes: Partial<Candidature>[] = [
      { scores: { 'ONE.S1': 3, 'ONE.S2': 2, 'TWO.S1': 2 } },
      { gates: { C2: false } },
      { attempt: 2 },
      { round: 2 },
      { assessor: people.otherAssessor.person },
      { candidate: personId('candidate-9') },
      { review: reviewId('review-9') },
    ];
    const digests = changes.map((change) => signingDigest([{ ...first, ...change }, second]));
    expect(new Set([...digests, signingDigest(population)]).size).toBe(changes.length + 1);
  });
});

describe('a queried review', () => {
  const sealed: ReviewSealed = {
    type: 'ReviewSealed',
    cohort: cohortId('cohort-1'),
    provider: demoProvider,
    by: people.assessor,
    at,
    ...candidature(1, 2),
  };

  test('goes back to its assessor with the moderator’s queries', () => {
    const queried = sampling.after(ask(first)).facts.at(-1);
    if (queried?.type !== 'ReviewQueried') throw new Error('a query is recorded');
    expect(returnsReview(queried)).toEqual({
      type: 'ReopenReview',
      queries: [{ standard: one, says: 'Look again at E1.' }],
      by: { ...by, role: 'system' },
      at,
    });
  });

  test('comes back as it was sealed again', () => {
    expect(candidatureOf(sealed)).toEqual(candidature(1, 2));
    expect(sampling.after(ask(first)).when(receivesReview(sealed))).toEqual({ facts: ['ReviewReceived'] });
  });
});

const alphabet: Record<string, ModerationCommand> = {
  draw,
  'draw from nothing': { ...draw, population: [] },
  'uphold the first': uphold(first),
  'uphold the second': uphold(second),
  'uphold a stranger': uphold(third),
  'query the first': ask(first),
  'query nothing': ask(first, []),
  'receive the first': receive(candidature(1, 2)),
  'receive the first as it was': receive(first),
  'grant the direct claim': grant,
  'sign off': sign(population),
  'sign off after the second round': sign([candidature(1, 2), second]),
  'sign off unproved': { ...sign(population), reauthenticated: false },
  'plan again': plan,
};

describe('every path through the batch', () => {
  const paths = walk(moderation, plan, alphabet, book);

  test('reaches every state of the chart', () => {
    expect(new Set(paths.map(({ status }) => status))).toEqual(new Set(moderation.states));
  });

  test.each(paths)('$status: $title', ({ disagreements, refused }) => {
    expect(disagreements).toEqual([]);
    expect(refused.every(({ rules }) => rules.length > 0)).toBe(true);
  });

  test('gives back by replay the state that any row of commands leads to (11.14)', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(alphabet)), { maxLength: 30 }), (row) => {
        const { state, replayed, unexplained } = sent(moderation, [plan, draw, ...row], book);
        expect(replayed).toEqual(state);
        expect(unexplained).toEqual([]);
      }),
      { seed: 42, numRuns: 200 },
    );
  });
});
