import { createHash } from 'node:crypto';
import { statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnOrder, personId, reviewId, submissionId } from '../kernel/index.ts';
import { resultOf, type Ground } from '../scoring/index.ts';
import { smallBook, someCandidature } from '../testing/index.ts';
import { doubleSample, drawSample, randomSize, type Candidature, type Light, type Standings } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const book = smallBook(shipped);
const { ratings } = shipped.sampling;
const planned = (change: object) => smallBook(shipped, { sampling: { ...shipped.sampling, ...change } });
/** Nothing is drawn for the rating of an assessor who is green. */
const unrated = { ratings: { ...ratings, green: { ...ratings.green, fraction: 0, atLeast: 0 } } };
const withExtremes = planned(unrated);
const withoutExtremes = planned({ ...unrated, extremes: false });

const assessors = [1, 2, 3, 4].map((n) => personId(`assessor-${n}`));
/** Everybody has been moderated often, and is rated so. */
const rated = (light: Light, moderated = 9): Standings =>
  Object.fromEntries(assessors.map((assessor) => [assessor, { light, moderated }]));
const green = rated('green');

const scores = (first: number, second: number, third: number) => ({
  'ONE.S1': first,
  'ONE.S2': second,
  'TWO.S1': third,
});
const candidature = (n: number, change: Partial<Candidature> = {}) =>
  someCandidature(n, { scores: scores(3, 3, 3), ...change });
const many = (n: number) => Array.from({ length: n }, (_, index) => candidature(index + 1));
const seed = 'spring';
const plan = { seed };

/** Forty alike but for one, and that one is the last that chance would draw. */
const order = drawnOrder(
  seed,
  many(40).map(({ submission }) => submission),
);
const last = order.at(-1);
const fortyBut = (change: Partial<Candidature>) =>
  many(40).map((each) => (each.submission === last ? { ...each, ...change } : each));
const whyLast = (population: readonly Candidature[], rules = withoutExtremes, standings = green) =>
  drawSample(population, plan, standings, rules).find(({ submission }) => submission === last)?.reasons;
/** The places in drawn order of those that are drawn for this reason. */
const placesOf = (reason: string, standings: Standings, rules = withoutExtremes, population = many(40)) =>
  drawSample(population, plan, standings, rules)
    .filter(({ reasons }) => reasons.includes(reason))
    .map(({ submission }) => order.indexOf(submission));
const upTo = (n: number) => Array.from({ length: n }, (_, place) => place);

describe('the random share of a sample', () => {
  test.each([
    [0, 0],
    [1, 1],
    [14, 14],
    [15, 15],
    [16, 10],
    [100, 10],
    [101, 11],
    [144, 15],
    [400, 40],
    [1000, 100],
  ])('of %i portfolios is %i: all up to 15, then 10 or a tenth', (n, size) => {
    expect(randomSize(n, book)).toBe(size);
  });

  test.each([
    [{ atLeast: 1 }, 25, 5],
    [{ atLeast: 1 }, 26, 6],
    [{ atLeast: 1, squareRoot: false }, 25, 3],
    [{ atLeast: 1, squareRoot: false, fraction: 0 }, 25, 1],
    // In floating point 0.07 of 100 is a hair more than 7.
    [{ atLeast: 1, squareRoot: false, fraction: 0.07 }, 100, 7],
    [{ allUpTo: 5 }, 7, 7],
    [{ allUpTo: 5, atLeast: 3 }, 7, 3],
  ])('with the plan %j of %i portfolios is %i', (change, n, size) => {
    expect(randomSize(n, planned(change))).toBe(size);
  });
});

describe('a sample', () => {
  test.each([1, 2, 15])('of %i portfolios is the whole batch, and says so', (n) => {
    const sample = drawSample(many(n), plan, green, book);
    expect(new Set(sample.map(({ submission }) => submission))).toEqual(
      new Set(many(n).map(({ submission }) => submission)),
    );
    for (const { reasons } of sample) expect(reasons).toContain('Whole batch: all are seen up to 15 portfolios');
  });

  test('of nothing is nothing', () => {
    expect(drawSample([], plan, {}, book)).toEqual([]);
  });

  test('of sixteen is drawn at random', () => {
    const sample = drawSample(many(16), plan, green, withoutExtremes);
    expect(sample).toHaveLength(10);
    expect(sample.every(({ reasons }) => reasons.includes('Drawn at random'))).toBe(true);
  });

  test('is drawn at random also where that is everybody, in a batch that is not small', () => {
    const sample = drawSample(many(16), plan, green, planned({ ...unrated, atLeast: 16 }));
    expect(sample).toHaveLength(16);
    expect(sample.every(({ reasons }) => reasons.includes('Drawn at random'))).toBe(true);
  });

  test('is what anyone gets who sorts by the SHA-256 of seed, slash and id and takes the first ten', () => {
    const byHand = many(40)
      .map(({ submission }) => ({
        submission,
        key: createHash('sha256').update(`${seed}/${submission}`).digest('hex'),
      }))
      .toSorted((a, b) => a.key.localeCompare(b.key))
      .slice(0, 10)
      .map(({ submission }) => submission);
    expect(drawSample(many(40), plan, green, withoutExtremes).map(({ submission }) => submission)).toEqual(byHand);
  });

  test('leaves out the last by chance when nothing speaks for it', () => {
    expect(whyLast(fortyBut({}))).toBeUndefined();
  });

  test.each([
    [
      'a standard below the threshold',
      { scores: scores(3, 1, 3) },
      'Recommended to refer: every such portfolio is seen',
    ],
    ['a gate that is not met', { gates: { C2: false } }, 'Recommended to refer: every such portfolio is seen'],
    ['no score for a standard', { scores: { 'ONE.S1': 3 } }, 'Recommended to refer: every such portfolio is seen'],
    ['no standard achieved at all', { scores: scores(1, 1, 1) }, 'Recommended to refer: every such portfolio is seen'],
    [
      'a fail at the last attempt',
      { scores: scores(0, 3, 3), attempt: 2 },
      'Recommended to fail: every such portfolio is seen',
    ],
    [
      'an area that is only just achieved, where a score was moved',
      { scores: scores(3, 2, 3), moved: [statementCode.parse('ONE.S1')] },
      'Borderline, with a score that was moved: every such portfolio is seen',
    ],
    [
      'prior learning',
      { priorLearning: [statementCode.parse('ONE.S1')] },
      'Prior learning: every such portfolio is seen',
    ],
    ['one that was late', { late: true }, 'Late: every such portfolio is seen'],
    ['a second round', { round: 2 }, 'Reopened: every such portfolio is seen'],
    ['an assessor nobody else had', { assessor: personId('assessor-2') }, 'One of each assessor’s'],
    [
      'a second marker nobody else had',
      { alsoMarked: [{ assessor: personId('assessor-2'), review: reviewId('review-9') }] },
      'One of each assessor’s',
    ],
    ['a site nobody else has', { site: 'North' }, 'One of each site’s'],
  ])('must hold %s, and says why', (_what, change, reason) => {
    expect(whyLast(fortyBut(change))).toEqual([reason]);
  });

  test.each([
    ['nothing in it was moved', { scores: scores(3, 2, 3) }],
    ['what was moved is in another area', { scores: scores(3, 2, 3), moved: [statementCode.parse('TWO.S1')] }],
    ['the area is well achieved', { scores: scores(3, 3, 2), moved: [statementCode.parse('ONE.S1')] }],
    ['what was moved is no standard', { scores: scores(2, 2, 2), moved: [statementCode.parse('ONE.K1')] }],
  ])('is not drawn as borderline where %s', (_what, change) => {
    expect(whyLast(fortyBut(change))).toBeUndefined();
  });

  test('holds a pass by allowance no more than any other pass', () => {
    const tolerant = smallBook(shipped, {
      profile: 'tolerant',
      sampling: { ...shipped.sampling, ...unrated, extremes: false },
    });
    const allowed = { scores: scores(1, 3, 3), allowances: { ONE: 'Shown in the discussion.' } };
    expect(whyLast(fortyBut(allowed), tolerant)).toBeUndefined();
    expect(whyLast(fortyBut({ scores: scores(1, 3, 3) }), tolerant)).toEqual([
      'Recommended to refer: every such portfolio is seen',
    ]);
  });

  test('must hold one that meets one gate of two', () => {
    const { components } = shipped;
    const gated = smallBook(shipped, {
      components: components.map((component) => ({
        ...component,
        areas: ['ONE', 'TWO'],
        route: null,
        gate: ['C4', 'C5'].includes(component.id),
      })),
      sampling: { ...shipped.sampling, ...unrated, extremes: false },
    });
    const both = many(40).map((each) => ({ ...each, gates: { C4: true, C5: each.submission !== last } }));
    expect(whyLast(both, gated)).toEqual(['Recommended to refer: every such portfolio is seen']);
  });

  test('must hold only what the scheme says', () => {
    const all = { scores: scores(2, 1, 3), round: 2, late: true, moved: [statementCode.parse('ONE.S1')] };
    const change = { ...all, priorLearning: [statementCode.parse('TWO.S1')] };
    const without = planned({ ...unrated, extremes: false, mandatory: [] });
    expect(whyLast(fortyBut(change), without)).toBeUndefined();
    const late = planned({ ...unrated, extremes: false, mandatory: [{ id: 'late', says: 'Late.' }] });
    expect(whyLast(fortyBut(change), late)).toEqual(['Late: every such portfolio is seen']);
  });

  test('says every reason of a portfolio, not only the first', () => {
    const change = { scores: scores(0, 3, 3), round: 2, late: true, assessor: personId('assessor-2'), site: 'North' };
    expect(whyLast(fortyBut(change), withExtremes)).toEqual([
      'Recommended to refer: every such portfolio is seen',
      'Late: every such portfolio is seen',
      'Reopened: every such portfolio is seen',
      'One of each assessor’s',
      'One of each site’s',
      'Lowest profile of the batch',
    ]);
  });

  test('holds the strongest profile', () => {
    expect(whyLast(fortyBut({ scores: scores(3, 3, 4) }), withExtremes)).toEqual(['Highest profile of the batch']);
    expect(whyLast(fortyBut({ scores: scores(3, 3, 4) }))).toBeUndefined();
    expect(whyLast(fortyBut({ scores: scores(4, 4, 4) }), withExtremes)).toEqual(['Highest profile of the batch']);
  });

  test('holds the weakest profile, told by its lowest scores and not by a sum: 2, 4, 4 is weaker than 3, 3, 3', () => {
    expect(whyLast(fortyBut({ scores: scores(2, 4, 4) }), withExtremes)).toEqual(['Lowest profile of the batch']);
    expect(whyLast(fortyBut({ scores: scores(4, 4, 2) }), withExtremes)).toEqual(['Lowest profile of the batch']);
  });

  test('takes a standard without a score as the lowest of scores', () => {
    const weak = fortyBut({ scores: { 'ONE.S1': 4, 'ONE.S2': 4 } });
    expect(whyLast(weak, withExtremes)).toContain('Lowest profile of the batch');
  });

  test('takes, among profiles that are alike, the first drawn as the weakest and the last drawn as the strongest', () => {
    const reasonsAt = (place: number) =>
      drawSample(many(40), plan, green, withExtremes).find(({ submission }) => submission === order[place])?.reasons;
    expect(reasonsAt(0)).toContain('Lowest profile of the batch');
    expect(reasonsAt(39)).toEqual(['Highest profile of the batch']);
  });

  test('names no extremes in a batch of one, and both in a batch of two', () => {
    expect(drawSample(many(1), plan, green, withExtremes)[0]?.reasons).toEqual([
      'One of each assessor’s',
      'One judged in each area',
      'Whole batch: all are seen up to 15 portfolios',
    ]);
    const two = [candidature(1), candidature(2, { scores: scores(4, 4, 4) })];
    expect(drawSample(two, plan, green, withExtremes).map(({ reasons }) => reasons.at(-2))).toEqual([
      'Highest profile of the batch',
      'Lowest profile of the batch',
    ]);
  });

  test('holds what an external moderator did not agree with, before all other reasons', () => {
    const drawn = drawSample(fortyBut({ round: 2 }), plan, green, withoutExtremes, [submissionId(String(last))]);
    expect(drawn.at(-1)).toEqual({
      submission: last,
      reasons: ['The external moderator did not agree', 'Reopened: every such portfolio is seen'],
    });
  });
});

describe('the share of an assessor', () => {
  test('is everything of one who is red, and of one nobody knows', () => {
    expect(placesOf('Marked by an assessor rated red', rated('red'), book)).toEqual(upTo(40));
    expect(placesOf('Marked by an assessor rated red', {}, book)).toEqual(upTo(40));
  });

  test('is as many as the scheme says of one nobody knows', () => {
    const trusting = planned({ ratings: { ...ratings, newAssessor: 'green' } });
    expect(placesOf('Marked by an assessor rated green', {}, trusting)).toEqual(upTo(6));
  });

  test('is half of theirs for one who is amber, in drawn order and rounded up', () => {
    expect(placesOf('Marked by an assessor rated amber', rated('amber'), book)).toEqual(upTo(20));
    const thirtyNine = many(40).filter(({ submission }) => submission !== last);
    expect(placesOf('Marked by an assessor rated amber', rated('amber'), book, thirtyNine)).toEqual(upTo(20));
  });

  test('is three or 15 % of theirs for one who is green, whichever is more', () => {
    expect(placesOf('Marked by an assessor rated green', green, book)).toEqual(upTo(6));
    const few = many(40).filter(({ submission }) => order.indexOf(submission) < 18);
    expect(placesOf('Marked by an assessor rated green', green, book, few)).toEqual(upTo(3));
  });

  test.each([
    [0, 3],
    [1, 2],
    [2, 1],
    [3, 0],
    [9, 0],
  ])('holds after %i moderated portfolios the first %i of this batch', (moderated, first) => {
    const places = placesOf('Among the first portfolios of an assessor', rated('green', moderated));
    expect(places).toEqual(upTo(first));
  });

  test('holds no first portfolios where the scheme asks for none', () => {
    const without = planned({ ...unrated, mandatory: [{ id: 'late', says: 'Late.' }] });
    expect(placesOf('Among the first portfolios of an assessor', {}, without)).toEqual([]);
  });

  test('is counted for each assessor apart, first marker or not', () => {
    const population = many(40).map((each) => ({
      ...each,
      ...(order.indexOf(each.submission) % 2 === 0
        ? { assessor: personId('assessor-2') }
        : { alsoMarked: [{ assessor: personId('assessor-3'), review: reviewId('review-9') }] }),
    }));
    const standings = {
      ...green,
      'assessor-2': { light: 'amber' as const, moderated: 9 },
      'assessor-3': { light: 'green' as const, moderated: 1 },
    };
    // Twenty each: half of the amber one’s, the first two of the one who is not known for long.
    expect(placesOf('Marked by an assessor rated amber', standings, withoutExtremes, population)).toEqual(
      upTo(10).map((n) => 2 * n),
    );
    expect(placesOf('Among the first portfolios of an assessor', standings, withoutExtremes, population)).toEqual([
      1, 3,
    ]);
  });

  test('is told once of a portfolio that two of the same rating marked, and counted once for one who marked twice', () => {
    const two = fortyBut({ alsoMarked: [{ assessor: personId('assessor-1'), review: reviewId('review-9') }] });
    expect(placesOf('Marked by an assessor rated amber', rated('amber'), withoutExtremes, two)).toEqual(upTo(20));
    const both = many(40).map((each) => ({
      ...each,
      alsoMarked: [{ assessor: personId('assessor-2'), review: reviewId('review-9') }],
    }));
    expect(drawSample(both, plan, rated('red'), withoutExtremes)[20]?.reasons).toEqual([
      'Marked by an assessor rated red',
    ]);
  });
});

describe('a stratified sample', () => {
  const banked: Ground = { how: 'banked', marks: [] };
  const marked: Ground = { how: 'marked', marks: [] };
  const bankedIn = (grounds: Record<string, Ground>) => many(40).map((each) => ({ ...each, grounds }));
  const one = { 'ONE.S1': banked, 'ONE.S2': { ...banked, how: 'priorLearning' as const } };

  test('holds the first drawn of each site, and none for a site that nobody named', () => {
    const population = many(40).map((each) => {
      const place = order.indexOf(each.submission);
      return { ...each, site: [null, 'North', 'South'][place % 3] ?? null };
    });
    expect(placesOf('One of each site’s', green, withoutExtremes, population)).toEqual([1, 2]);
  });

  test('holds the first that was judged in each area, whatever else it is banked in', () => {
    const population = bankedIn(one).map((each) => (each.submission === last ? { ...each, grounds: {} } : each));
    // Area TWO appears with the first, area ONE only with the last, of which no ground is told.
    expect(placesOf('One judged in each area', green, withoutExtremes, population)).toEqual([0, 39]);
  });

  test('takes an area as judged where one standard of it was', () => {
    const population = bankedIn(one).map((each) =>
      each.submission === last ? { ...each, grounds: { ...one, 'ONE.S2': marked } } : each,
    );
    expect(placesOf('One judged in each area', green, withoutExtremes, population)).toEqual([0, 39]);
  });

  test('says one reason where one portfolio is the first of several areas', () => {
    expect(placesOf('One judged in each area', green)).toEqual([0]);
  });

  test('is stratified by what the scheme says', () => {
    const population = fortyBut({ assessor: personId('assessor-2'), site: 'North', grounds: {} });
    expect(whyLast(population, planned({ ...unrated, extremes: false, stratifyBy: [] }))).toBeUndefined();
    expect(whyLast(population, planned({ ...unrated, extremes: false, stratifyBy: ['site'] }))).toEqual([
      'One of each site’s',
    ]);
  });
});

describe('a doubled sample', () => {
  const first = drawSample(many(40), plan, green, withoutExtremes);

  test('adds as many again, the next of the same drawn order, and says why', () => {
    const added = doubleSample(many(40), first, seed);
    expect(added.map(({ submission }) => submission)).toEqual(order.slice(10, 20));
    expect(new Set(added.flatMap(({ reasons }) => reasons))).toEqual(
      new Set(['Sample doubled: a portfolio was beyond tolerance']),
    );
  });

  test('passes over what is drawn already, and adds all where fewer are left', () => {
    const scattered = order
      .filter((_submission, place) => place % 3 === 0)
      .map((submission) => ({ submission, reasons: [] }));
    const left = order.filter((_submission, place) => place % 3 !== 0);
    expect(doubleSample(many(40), scattered, seed).map(({ submission }) => submission)).toEqual(left.slice(0, 14));
    const most = order.slice(0, 35).map((submission) => ({ submission, reasons: [] }));
    expect(doubleSample(many(40), most, seed).map(({ submission }) => submission)).toEqual(order.slice(35));
  });
});

/** Any batch: mostly passes, some refers, some second rounds, up to four assessors, some double marking and sites. */
const anyBatch = fc
  .array(
    fc.record({
      scores: fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
        .map(([a, b, c]) => scores(a, b, c)),
      round: fc.constantFrom(1, 1, 1, 2),
      attempt: fc.constantFrom(1, 2),
      late: fc.constantFrom(false, false, true),
      assessor: fc.constantFrom(...assessors),
      alsoMarked: fc.constantFrom([], [], [{ assessor: personId('assessor-5'), review: reviewId('review-9') }]),
      moved: fc.constantFrom([], [], [statementCode.parse('ONE.S2')]),
      priorLearning: fc.constantFrom([], [], [], [statementCode.parse('TWO.S1')]),
      site: fc.constantFrom(null, 'North', 'South'),
    }),
    { maxLength: 60 },
  )
  .map((changes) => changes.map((change, n) => candidature(n, change)));
const anyStanding = fc.record({
  light: fc.constantFrom('red' as const, 'amber' as const, 'green' as const),
  moderated: fc.integer({ min: 0, max: 5 }),
});
const anyStandings: fc.Arbitrary<Standings> = fc.dictionary(
  fc.constantFrom('assessor-1', 'assessor-2', 'assessor-5'),
  anyStanding,
);
const fixed = { seed: 42, numRuns: 200 };
const markers = ({ assessor, alsoMarked }: Candidature) => [assessor, ...alsoMarked.map((marked) => marked.assessor)];

describe('any sample', () => {
  test('is drawn again from plan, seed, standings and population, whatever the population’s order (11.9)', () => {
    fc.assert(
      fc.property(
        anyBatch.chain((batch) =>
          fc.tuple(fc.constant(batch), fc.shuffledSubarray(batch, { minLength: batch.length })),
        ),
        fc.string(),
        anyStandings,
        ([batch, shuffled], anySeed, standings) => {
          expect(drawSample(shuffled, { seed: anySeed }, standings, book)).toEqual(
            drawSample(batch, { seed: anySeed }, standings, book),
          );
        },
      ),
      fixed,
    );
  });

  test('contains the mandatory set, each assessor and site, and at least the random share (11.9)', () => {
    fc.assert(
      fc.property(anyBatch, fc.string(), anyStandings, (batch, anySeed, standings) => {
        const drawn = new Set(
          drawSample(batch, { seed: anySeed }, standings, book).map(({ submission }) => submission),
        );
        const seen = batch.filter(({ submission }) => drawn.has(submission));
        const light = (assessor: string) => standings[assessor]?.light ?? 'red';
        const mandatory = batch
          .filter(
            (each) =>
              resultOf(each, book).outcome !== 'pass' ||
              each.round > 1 ||
              each.late ||
              each.priorLearning.length > 0 ||
              (each.moved.length > 0 && Math.min(each.scores['ONE.S1'] ?? 0, each.scores['ONE.S2'] ?? 0) === 2) ||
              markers(each).some((assessor) => light(assessor) === 'red'),
          )
          .map(({ submission }) => submission);
        expect([...drawn]).toEqual(expect.arrayContaining(mandatory));
        expect(new Set(seen.flatMap(markers))).toEqual(new Set(batch.flatMap(markers)));
        const sites = (among: readonly Candidature[]) => new Set(among.flatMap(({ site }) => site ?? []));
        expect(sites(seen)).toEqual(sites(batch));
        expect(drawn.size).toBeGreaterThanOrEqual(randomSize(batch.length, book));
        for (const assessor of new Set(batch.flatMap(markers))) {
          const theirs = (among: readonly Candidature[]) =>
            among.filter((each) => markers(each).includes(assessor)).length;
          const { fraction, atLeast } = ratings[light(assessor)];
          const first = 3 - (standings[assessor]?.moderated ?? 0);
          const least = Math.max(first, atLeast, Math.ceil(theirs(batch) * fraction));
          expect(theirs(seen)).toBeGreaterThanOrEqual(Math.min(theirs(batch), least));
        }
      }),
      fixed,
    );
  });

  test('holds nothing twice, nothing from elsewhere, and nothing without a reason', () => {
    fc.assert(
      fc.property(anyBatch, fc.string(), anyStandings, (batch, anySeed, standings) => {
        const sample = drawSample(batch, { seed: anySeed }, standings, book);
        const ids = sample.map(({ submission }) => submission);
        expect(new Set(ids).size).toBe(ids.length);
        expect(batch.map(({ submission }) => submission)).toEqual(expect.arrayContaining(ids));
        for (const { reasons } of sample) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(new Set(reasons).size).toBe(reasons.length);
        }
      }),
      fixed,
    );
  });
});

test('another seed draws another sample', () => {
  const drawn = (with_: string) =>
    new Set(drawSample(many(40), { seed: with_ }, green, withoutExtremes).map(({ submission }) => submission));
  expect(drawn('spring')).not.toEqual(drawn('summer'));
});
