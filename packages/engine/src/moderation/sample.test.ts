import { createHash } from 'node:crypto';
import { shippedFrameworks } from '@assay/standards/files';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnOrder, personId, reviewId, submissionId } from '../kernel/index.ts';
import { resultOf } from '../scoring/index.ts';
import { smallBook } from '../testing/index.ts';
import { drawSample, randomSize, type Candidature } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const book = smallBook(shipped);
const planned = (change: object) => smallBook(shipped, { sampling: { ...shipped.sampling, ...change } });
const withoutExtremes = planned({ extremes: false });

const scores = (first: number, second: number, third: number) => ({
  'ONE.S1': first,
  'ONE.S2': second,
  'TWO.S1': third,
});
const candidature = (n: number, change: Partial<Candidature> = {}): Candidature => ({
  submission: submissionId(`submission-${n}`),
  review: reviewId(`review-${n}`),
  candidate: personId(`candidate-${n}`),
  assessor: personId('assessor-1'),
  attempt: 1,
  round: 1,
  scores: scores(3, 3, 3),
  gates: { C2: true },
  ...change,
});
const many = (n: number) => Array.from({ length: n }, (_, index) => candidature(index + 1));
const seed = 'spring';

/** Forty alike but for one, and that one is the last that chance would draw. */
const last = drawnOrder(
  seed,
  many(40).map(({ submission }) => submission),
).at(-1);
const fortyBut = (change: Partial<Candidature>) =>
  many(40).map((each) => (each.submission === last ? { ...each, ...change } : each));
const whyLast = (population: readonly Candidature[], rules = withoutExtremes) =>
  drawSample(population, seed, rules).find(({ submission }) => submission === last)?.reasons;

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
    [{ allUpTo: 5 }, 7, 7],
    [{ allUpTo: 5, atLeast: 3 }, 7, 3],
  ])('with the plan %j of %i portfolios is %i', (change, n, size) => {
    expect(randomSize(n, planned(change))).toBe(size);
  });
});

describe('a sample', () => {
  test.each([1, 2, 15])('of %i portfolios is the whole batch, and says so', (n) => {
    const sample = drawSample(many(n), seed, book);
    expect(new Set(sample.map(({ submission }) => submission))).toEqual(
      new Set(many(n).map(({ submission }) => submission)),
    );
    for (const { reasons } of sample) expect(reasons).toContain('Whole batch: all are seen up to 15 portfolios');
  });

  test('of nothing is nothing', () => {
    expect(drawSample([], seed, book)).toEqual([]);
  });

  test('of sixteen is drawn at random', () => {
    const sample = drawSample(many(16), seed, withoutExtremes);
    expect(sample).toHaveLength(10);
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
    expect(drawSample(many(40), seed, withoutExtremes).map(({ submission }) => submission)).toEqual(byHand);
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
    [
      'a fail at the last attempt',
      { scores: scores(0, 3, 3), attempt: 2 },
      'Recommended to fail: every such portfolio is seen',
    ],
    ['a second round', { round: 2 }, 'Reopened: every such portfolio is seen'],
    ['an assessor nobody else had', { assessor: personId('assessor-2') }, 'One of each assessor’s'],
  ])('must hold %s, and says why', (_what, change, reason) => {
    expect(whyLast(fortyBut(change))).toEqual([reason]);
  });

  test('says every reason of a portfolio, not only the first', () => {
    expect(whyLast(fortyBut({ scores: scores(0, 3, 3), round: 2, assessor: personId('assessor-2') }), book)).toEqual([
      'Recommended to refer: every such portfolio is seen',
      'Reopened: every such portfolio is seen',
      'One of each assessor’s',
      'Lowest profile of the batch',
    ]);
  });

  test('holds the strongest profile', () => {
    expect(whyLast(fortyBut({ scores: scores(3, 3, 4) }), book)).toEqual(['Highest profile of the batch']);
    expect(whyLast(fortyBut({ scores: scores(3, 3, 4) }), withoutExtremes)).toBeUndefined();
  });

  test('holds the weakest profile, told by its lowest scores and not by a sum: 2, 4, 4 is weaker than 3, 3, 3', () => {
    expect(whyLast(fortyBut({ scores: scores(2, 4, 4) }), book)).toEqual(['Lowest profile of the batch']);
    expect(whyLast(fortyBut({ scores: scores(4, 4, 2) }), book)).toEqual(['Lowest profile of the batch']);
  });

  test('names no extremes in a batch of one', () => {
    expect(drawSample(many(1), seed, book)[0]?.reasons).toEqual([
      'One of each assessor’s',
      'Whole batch: all are seen up to 15 portfolios',
    ]);
  });
});

/** Any batch: mostly passes, some refers, some second rounds, up to four assessors. */
const anyBatch = fc
  .array(
    fc.record({
      scores: fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
        .map(([a, b, c]) => scores(a, b, c)),
      round: fc.constantFrom(1, 1, 1, 2),
      attempt: fc.constantFrom(1, 2),
      assessor: fc.constantFrom('assessor-1', 'assessor-2', 'assessor-3', 'assessor-4').map(personId),
    }),
    { maxLength: 60 },
  )
  .map((changes) => changes.map((change, n) => candidature(n, change)));
const fixed = { seed: 42, numRuns: 200 };

describe('any sample', () => {
  test('is drawn again from plan, seed and population, whatever the population’s order (11.9)', () => {
    fc.assert(
      fc.property(
        anyBatch.chain((batch) =>
          fc.tuple(fc.constant(batch), fc.shuffledSubarray(batch, { minLength: batch.length })),
        ),
        fc.string(),
        ([batch, shuffled], anySeed) => {
          expect(drawSample(shuffled, anySeed, book)).toEqual(drawSample(batch, anySeed, book));
        },
      ),
      fixed,
    );
  });

  test('contains the mandatory set, one of each assessor and at least the random share (11.9)', () => {
    fc.assert(
      fc.property(anyBatch, fc.string(), (batch, anySeed) => {
        const drawn = new Set(drawSample(batch, anySeed, book).map(({ submission }) => submission));
        const seen = batch.filter(({ submission }) => drawn.has(submission));
        const mandatory = batch
          .filter((each) => resultOf(each, book).outcome !== 'pass' || each.round > 1)
          .map(({ submission }) => submission);
        expect([...drawn]).toEqual(expect.arrayContaining(mandatory));
        expect(new Set(seen.map(({ assessor }) => assessor))).toEqual(new Set(batch.map(({ assessor }) => assessor)));
        expect(drawn.size).toBeGreaterThanOrEqual(randomSize(batch.length, book));
      }),
      fixed,
    );
  });

  test('holds nothing twice, nothing from elsewhere, and nothing without a reason', () => {
    fc.assert(
      fc.property(anyBatch, fc.string(), (batch, anySeed) => {
        const sample = drawSample(batch, anySeed, book);
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
    new Set(drawSample(many(40), with_, withoutExtremes).map(({ submission }) => submission));
  expect(drawn('spring')).not.toEqual(drawn('summer'));
});
