import { statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { batchId, cohortId, drawnOrder, personId, reviewId } from '../kernel/index.ts';
import { as, demoProvider, given, noon, people, smallBook, someCandidature } from '../testing/index.ts';
import {
  drawSample,
  moderation,
  planDigest,
  recordsModerated,
  remarksSubmissions,
  signingDigest,
  type Candidature,
  type ModerationCommand,
  type OrderRemarking,
} from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const { scheme } = npqicl;
const { ratings } = scheme.sampling;
// One is drawn at random, and nothing besides.
const book = smallBook(scheme, {
  sampling: {
    ...scheme.sampling,
    allUpTo: 0,
    atLeast: 1,
    fraction: 0,
    squareRoot: false,
    extremes: false,
    stratifyBy: [],
    mandatory: [],
    ratings: { ...ratings, newAssessor: 'green', green: { ...ratings.green, fraction: 0, atLeast: 0 } },
  },
});

const at = noon(20);
const by = people.moderator;
const { assessor, otherAssessor } = people;
const critical = statementCode.parse('ONE.S2');

/** Six portfolios in the order in which the seed draws them; the other assessor marked the fourth and the fifth. */
const drawn = drawnOrder(
  'spring',
  [1, 2, 3, 4, 5, 6].map((n) => someCandidature(n).submission),
).map((submission, place) => {
  const mine = place === 3 || place === 4;
  return {
    ...someCandidature(Number(submission.replace('submission-', ''))),
    ...(mine ? { assessor: otherAssessor.person } : {}),
  };
});
const [first, second, third, fourth, fifth, sixth] = drawn;
if (!first || !second || !third || !fourth || !fifth || !sixth) throw new Error('there are six');

const plan: ModerationCommand = {
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
const draw = (population: readonly Candidature[] = drawn): ModerationCommand => ({
  type: 'DrawSample',
  population,
  standings: {},
  by,
  at,
});
const uphold = ({ submission }: Candidature): ModerationCommand => ({
  type: 'UpholdReview',
  submission,
  note: 'Sound.',
  by,
  at,
});
/** A query with a mark on the critical standard: 1 is beyond tolerance of a 2, 2 is not. */
const ask = ({ submission }: Candidature, mark = 1): ModerationCommand => ({
  type: 'QueryReview',
  submission,
  queries: [{ standard: critical, says: 'Look again.', mark }],
  by,
  at,
});
const receive = (candidature: Candidature): ModerationCommand => ({
  type: 'ReceiveReview',
  candidature,
  by: people.system,
  at,
});
const again = (candidature: Candidature, change: Partial<Candidature> = {}): Candidature => ({
  ...candidature,
  round: candidature.round + 1,
  ...change,
});
/** Marked again by somebody who had not marked it. */
const anew = (candidature: Candidature) => again(candidature, { assessor: personId('assessor-9') });
const order = (who = assessor): OrderRemarking => ({
  type: 'OrderRemarking',
  assessor: who.person,
  reason: ' Beyond tolerance twice. ',
  by,
  at,
});
const redraw: ModerationCommand = {
  type: 'RedrawSample',
  standings: { 'assessor-1': { light: 'green', moderated: 9 } },
  by,
  at,
};

const sampling = given(moderation, book).after(plan).after(draw());
type Scene = typeof sampling;
const after = (scene: Scene, ...commands: readonly ModerationCommand[]): Scene =>
  commands.reduce((each, command) => each.after(command), scene);
/** Queried beyond tolerance, agreed on again by the same assessor, and upheld. */
const corrected = (candidature: Candidature, mark = 1) => [
  ask(candidature, mark),
  receive(again(candidature)),
  uphold(candidature),
];
const samples = ({ state }: Scene) => state?.context.sample.map(({ submission }) => submission);

describe('stage one', () => {
  test('confirms the batch where nothing was beyond tolerance', () => {
    expect(samples(sampling)).toEqual([first.submission]);
    expect(after(sampling, uphold(first)).state?.status).toBe('confirmed');
    expect(after(sampling, ...corrected(first, 2)).state?.status).toBe('confirmed');
  });

  test('doubles the sample where one was, though it is upheld now, and says whose marks it was', () => {
    const doubled = after(sampling, ...corrected(first));
    expect(doubled.facts.at(-1)).toEqual({
      type: 'SampleDoubled',
      submission: first.submission,
      round: 2,
      assessors: ['assessor-1'],
      criticalFlip: false,
      note: 'Sound.',
      marks: {},
      was: 'returned',
      added: [{ submission: second.submission, reasons: ['Sample doubled: a portfolio was beyond tolerance'] }],
      doubted: ['assessor-1'],
      by,
      at,
    });
    expect(doubled.state).toMatchObject({ status: 'doubled', context: { beyond: [], doubted: ['assessor-1'] } });
    expect(samples(doubled)).toEqual([first.submission, second.submission]);
    expect(doubled.when(uphold(third))).toEqual({ refused: ['MOD-4'] });
  });

  test('remembers a portfolio that was beyond tolerance, once, whatever is asked of it later', () => {
    const asked = after(sampling, ask(first), receive(again(first)), ask(first), receive(again(again(first))));
    expect(asked.state?.context.beyond).toEqual([first.submission]);
    expect(after(asked, ask(first, 2)).state?.context.beyond).toEqual([first.submission]);
    expect(after(sampling, ask(first, 2)).state?.context.beyond).toEqual([]);
  });

  test('confirms the batch where nobody is left to draw: every portfolio was upheld one by one', () => {
    const alone = given(moderation, book)
      .after(plan)
      .after(draw([first]));
    expect(after(alone, ...corrected(first)).state?.status).toBe('confirmed');
  });

  test('tells the standing of the assessors of the uphold that doubles it', () => {
    const doubled = after(sampling, ...corrected(first)).facts.at(-1);
    expect(doubled && recordsModerated(doubled)).toMatchObject([
      { assessor: 'assessor-1', command: { within: true, confirmed: false } },
    ]);
  });
});

const doubled = after(sampling, ...corrected(first));
const missed = after(doubled, ...corrected(second));

describe('stage two', () => {
  test('confirms the batch where nothing of it was beyond tolerance', () => {
    expect(after(doubled, uphold(second)).facts.at(-1)).toMatchObject({ type: 'SampleUpheld' });
    expect(after(doubled, uphold(second)).state?.status).toBe('confirmed');
    expect(after(doubled, ...corrected(second, 2)).state?.status).toBe('confirmed');
  });

  test('waits for a queried portfolio as stage one does', () => {
    const away = after(doubled, ask(second));
    expect(away.when(uphold(second))).toEqual({ refused: ['MOD-5'] });
    expect(away.when(receive(second))).toEqual({ refused: ['MOD-13'] });
    expect(away.when(receive(again(third)))).toEqual({ refused: ['MOD-7'] });
    expect(after(away, receive(again(second))).when(uphold(first))).toEqual({ facts: ['ReviewUpheld'] });
  });

  test('asks for a re-marking where one was, and says of whom', () => {
    expect(missed.facts.at(-1)).toMatchObject({
      type: 'RemarkingRequired',
      submission: second.submission,
      was: 'returned',
      concerned: ['assessor-1'],
    });
    expect(missed.state).toMatchObject({ status: 'remarking', context: { concerned: ['assessor-1'] } });
    const told = missed.facts.at(-1);
    expect(told && recordsModerated(told)).toMatchObject([{ assessor: 'assessor-1' }]);
  });

  test('asks for it of everybody whose marks were beyond tolerance, in either stage, alone or with another', () => {
    const pair = drawn.map((each) =>
      each === second
        ? {
            ...each,
            assessor: otherAssessor.person,
            alsoMarked: [{ assessor: personId('assessor-3'), review: reviewId('r-3') }],
          }
        : each === sixth
          ? { ...each, alsoMarked: [{ assessor: personId('assessor-3'), review: reviewId('r-6') }] }
          : each,
    );
    const both = after(given(moderation, book).after(plan).after(draw(pair)), ...corrected(first), ask(second));
    const back = pair.find(({ submission }) => submission === second.submission);
    if (back === undefined) throw new Error('the second is there');
    expect(after(both, receive(again(back)), uphold(second)).state).toMatchObject({
      status: 'remarking',
      context: { concerned: ['assessor-1', 'assessor-2', 'assessor-3'] },
    });
  });

  test('asks for none of an assessor all of whose work was seen, and confirms where that is everybody', () => {
    const theirs = drawn.map((each, place) => ({
      ...each,
      assessor: place < 2 ? assessor.person : otherAssessor.person,
    }));
    const [one, two] = theirs;
    if (one === undefined || two === undefined) throw new Error('there are six');
    const scene = given(moderation, book).after(plan).after(draw(theirs));
    expect(after(scene, ...corrected(one), ...corrected(two)).facts.at(-1)).toMatchObject({ type: 'SampleUpheld' });
  });

  test('confirms where stage two was within tolerance though assessors of stage one have unseen work', () => {
    expect(after(doubled, uphold(second)).state?.context.doubted).toEqual(['assessor-1']);
    expect(after(doubled, uphold(second)).state?.status).toBe('confirmed');
  });
});

const ordered = after(missed, order());

describe('a re-marking', () => {
  test('MOD-21 is ordered with a reason', () => {
    expect(missed.when({ ...order(), reason: ' ' })).toEqual({ refused: ['MOD-21'] });
    expect(missed.when(order())).toEqual({ facts: ['AssessorReplaced'] });
  });

  test('MOD-22 is ordered of work that no moderator has upheld', () => {
    const nobody = { ...order(), assessor: personId('assessor-9') };
    expect(sampling.when(nobody)).toEqual({ refused: ['MOD-22'] });
    const alone = given(moderation, book)
      .after(plan)
      .after(draw([first, fourth]));
    const upheld = after(alone, ...corrected(first));
    expect(upheld.state?.status).toBe('doubled');
    expect(upheld.when(order())).toEqual({ refused: ['MOD-22'] });
    expect(upheld.when(order(otherAssessor))).toEqual({ facts: ['AssessorReplaced'] });
    expect(ordered.when(order())).toEqual({ refused: ['MOD-22'] });
  });

  test('MOD-23 is ordered once every queried review of the assessor is back', () => {
    const away = after(sampling, ask(first));
    expect(away.says(order())).toEqual([
      `A re-marking is ordered once every queried review of the assessor has come back. Away: ${first.submission}.`,
    ]);
    expect(away.when(order())).toEqual({ refused: ['MOD-23'] });
    expect(away.when(order(otherAssessor))).toEqual({ facts: ['AssessorReplaced'] });
    expect(after(away, receive(again(first))).when(order())).toEqual({ facts: ['AssessorReplaced'] });
  });

  test('takes from an assessor everything that was not upheld, and says who is still to be ordered', () => {
    const byId = (list: readonly Candidature[]) =>
      list
        .map(({ submission, marking }) => ({ submission, marking }))
        .toSorted((a, b) => (a.submission < b.submission ? -1 : 1));
    expect(ordered.facts.at(-1)).toEqual({
      type: 'AssessorReplaced',
      assessor: 'assessor-1',
      reason: 'Beyond tolerance twice.',
      portfolios: byId([third, sixth]),
      concerned: [],
      by,
      at,
    });
    // What was drawn and not upheld goes too, and what came back from a query.
    const early = after(sampling, ask(first), receive(again(first)), order()).facts.at(-1);
    expect(early).toMatchObject({ portfolios: byId([first, second, third, sixth]), concerned: [] });
    expect(after(sampling, order(otherAssessor)).facts.at(-1)).toMatchObject({ portfolios: byId([fourth, fifth]) });
  });

  test('asks nothing of others where a moderator orders it of their own accord', () => {
    const voluntary = after(doubled, order(otherAssessor));
    expect(voluntary.state).toMatchObject({ status: 'remarking', context: { concerned: [] } });
    expect(after(voluntary, receive(anew(fourth)), receive(anew(fifth))).state?.status).toBe('remarked');
  });

  test('sends every marking to others', () => {
    const fact = ordered.facts.at(-1);
    if (fact?.type !== 'AssessorReplaced') throw new Error('it was ordered');
    const command = {
      type: 'RemarkSubmission',
      reason: 'Beyond tolerance twice.',
      by: { ...by, role: 'system' },
      at,
    };
    expect(remarksSubmissions(fact)).toEqual(fact.portfolios.map(({ marking }) => ({ marking, command })));
  });

  test('MOD-24 receives only what is away', () => {
    expect(ordered.when(receive(anew(again(first))))).toEqual({ refused: ['MOD-24'] });
    expect(ordered.when(receive(anew(fourth)))).toEqual({ refused: ['MOD-24'] });
    expect(after(ordered, receive(anew(third))).when(receive(anew(anew(third))))).toEqual({ refused: ['MOD-24'] });
    expect(ordered.when(receive(anew(third)))).toEqual({ facts: ['ReviewReceived'] });
  });

  test('MOD-25 is done by assessors who had not marked it', () => {
    const also = (who: string) => [{ assessor: personId(who), review: reviewId('review-9') }];
    expect(ordered.when(receive(again(third)))).toEqual({ refused: ['MOD-25'] });
    expect(ordered.when(receive({ ...anew(third), alsoMarked: also('assessor-1') }))).toEqual({ refused: ['MOD-25'] });
    expect(ordered.when(receive({ ...anew(third), alsoMarked: also('assessor-8') }))).toEqual({
      facts: ['ReviewReceived'],
    });
    const pair = drawn.map((each) => ({ ...each, alsoMarked: also('assessor-7') }));
    const sent = after(given(moderation, book).after(plan).after(draw(pair)), order());
    expect(sent.when(receive({ ...anew(third), assessor: personId('assessor-7') }))).toEqual({ refused: ['MOD-25'] });
  });

  test('MOD-25 lets a queried portfolio come back from the same assessor meanwhile', () => {
    const both = after(sampling, ask(first), order(otherAssessor));
    expect(both.when(receive(again(first)))).toEqual({ facts: ['ReviewReceived'] });
    expect(both.when(receive(again(fourth, { assessor: otherAssessor.person })))).toEqual({ refused: ['MOD-25'] });
  });

  test('MOD-13 MOD-17 comes back in a later round and whole', () => {
    expect(ordered.when(receive({ ...anew(third), round: 1 }))).toEqual({ refused: ['MOD-13'] });
    expect(ordered.when(receive({ ...anew(third), gates: {} }))).toEqual({ refused: ['MOD-17'] });
  });

  test('is finished when everything that was away is back', () => {
    const finished = after(ordered, receive(anew(third)), receive(anew(sixth)));
    expect(finished.facts.at(-1)).toEqual({
      type: 'RemarkingFinished',
      candidature: anew(sixth),
      by: people.system,
      at,
    });
    expect(finished.state?.status).toBe('remarked');
    const both = after(sampling, ask(first), order(otherAssessor), receive(anew(fourth)), receive(anew(fifth)));
    expect(both.state?.status).toBe('remarking');
    expect(after(both, receive(again(first))).state?.status).toBe('remarked');
  });

  test('is not finished while one is still to be ordered', () => {
    const theirs = drawn.map((each) => (each === second ? { ...each, assessor: otherAssessor.person } : each));
    const back = again(second, { assessor: otherAssessor.person });
    const two = after(given(moderation, book).after(plan).after(draw(theirs)), ...corrected(first), ask(second));
    const concerned = after(two, receive(back), uphold(second));
    expect(concerned.state?.context.concerned).toEqual(['assessor-1', 'assessor-2']);
    const one = after(concerned, order(), receive(anew(third)), receive(anew(sixth)));
    expect(one.state).toMatchObject({ status: 'remarking', context: { concerned: ['assessor-2'] } });
    expect(one.when(redraw)).toEqual({ refused: ['K1'] });
    expect(after(one, order(otherAssessor), receive(anew(fourth)), receive(anew(fifth))).state?.status).toBe(
      'remarked',
    );
  });

  test('asks for no order of an assessor all of whose unseen work another order has sent away', () => {
    const pair = drawn.map((each) =>
      each === second || each === third
        ? { ...each, alsoMarked: [{ assessor: personId('assessor-3'), review: reviewId('review-9') }] }
        : each,
    );
    const back = pair.find(({ submission }) => submission === second.submission);
    if (back === undefined) throw new Error('the second is there');
    const two = after(given(moderation, book).after(plan).after(draw(pair)), ...corrected(first), ask(second));
    const concerned = after(two, receive(again(back)), uphold(second));
    expect(concerned.state?.context.concerned).toEqual(['assessor-1', 'assessor-3']);
    expect(after(concerned, order()).state?.context.concerned).toEqual([]);
  });

  test('can be ordered again of who marked again', () => {
    const back = after(ordered, receive(anew(third)));
    const third9 = { ...order(), assessor: personId('assessor-9') };
    expect(back.when(third9)).toEqual({ facts: ['AssessorReplaced'] });
    expect(after(back, third9).when(receive({ ...anew(anew(third)), assessor: personId('assessor-8') }))).toEqual({
      facts: ['ReviewReceived'],
    });
  });

  test('K1 lets nothing be decided or signed until it is drawn anew', () => {
    const finished = after(ordered, receive(anew(third)), receive(anew(sixth)));
    for (const scene of [missed, ordered, finished])
      for (const command of [uphold(third), ask(third), sign(scene)])
        expect(scene.when(command)).toEqual({ refused: ['K1'] });
    expect(finished.when(order())).toEqual({ refused: ['K1'] });
  });

  test('is followed by a draw with the next seed, from the batch as it now is', () => {
    const finished = after(ordered, receive(anew(third)), receive(anew(sixth)));
    const drawnAgain = after(finished, redraw);
    const { population = [] } = finished.state?.context ?? {};
    const standings = { 'assessor-1': { light: 'green' as const, moderated: 9 } };
    expect(drawnAgain.facts.at(-1)).toEqual({
      type: 'SampleRedrawn',
      draw: 2,
      seed: 'spring/2',
      version: 1,
      plan: planDigest({ version: 1, seed: 'spring', everyKth: null }, book),
      standings,
      sample: drawSample(population, { seed: 'spring/2' }, standings, book),
      by,
      at,
    });
    const { state } = drawnAgain;
    expect(state).toMatchObject({
      status: 'sampling',
      context: { draw: 2, seed: 'spring', beyond: [], doubted: [], concerned: [] },
    });
    expect(state?.context.population.find(({ submission }) => submission === third.submission)).toEqual(anew(third));
    expect(state?.context.found.toSorted()).toEqual(['drawn', ...Array.from({ length: 5 }, () => 'unseen')]);
  });

  test('K2 is ordered and followed up by a moderator', () => {
    const finished = after(ordered, receive(anew(third)), receive(anew(sixth)));
    for (const who of [assessor, people.provider, as('moderator', people.stranger)]) {
      expect(missed.when({ ...order(), by: who })).toEqual({ refused: ['K2'] });
      expect(finished.when({ ...redraw, by: who })).toEqual({ refused: ['K2'] });
    }
    expect(ordered.when({ ...receive(anew(third)), by })).toEqual({ refused: ['K2'] });
  });

  test('counts who ordered it and who drew again among the moderators, and K4 keeps them from assessing', () => {
    const other = { ...by, person: personId('moderator-2') };
    const third3 = { ...by, person: personId('moderator-3') };
    const finished = after(missed, { ...order(), by: other }, receive(anew(third)), receive(anew(sixth)));
    expect(after(finished, { ...redraw, by: third3 }).state?.context.moderators).toEqual([
      'moderator-1',
      'moderator-2',
      'moderator-3',
    ]);
    expect(finished.when({ ...redraw, by: { ...by, person: personId('assessor-9') } })).toEqual({ refused: ['K4'] });
  });
});

const sign = ({ state }: Scene): ModerationCommand => ({
  type: 'SignOff',
  statement: 'Moderated.',
  digest: signingDigest(state?.context.population ?? []),
  reauthenticated: true,
  by,
  at,
});

test('K1 a portfolio that is away, with a query or to be marked again, is signed off on no path', () => {
  const away = [after(sampling, ask(first)), after(doubled, ask(second)), ordered];
  for (const scene of away) {
    for (const command of [
      sign(scene),
      { type: 'GrantDirectClaim', reason: 'Now.', by, at } as const,
      { type: 'DrawExternalSample', seed: 'now', by: { ...by, role: 'externalModerator' }, at } as const,
    ])
      expect(scene.when(command)).toEqual({ refused: ['K1'] });
  }
});
