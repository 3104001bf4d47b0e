import { statementCode } from '@assay/standards';
import { shippedFrameworks } from '@assay/standards/files';
import { describe, expect, test } from 'vitest';
import { drawnOrder } from '../kernel/index.ts';
import { smallBook, someCandidature } from '../testing/index.ts';
import { drawExternalSample, type Candidature } from './index.ts';

const [npqicl] = shippedFrameworks();
if (npqicl?.scheme == null) throw new Error('no scheme is shipped');
const shipped = npqicl.scheme;
const book = smallBook(shipped);
const planned = (external: object) =>
  smallBook(shipped, { sampling: { ...shipped.sampling, external: { ...shipped.sampling.external, ...external } } });

const seed = 'from outside';
const many = (n: number) => Array.from({ length: n }, (_, index) => someCandidature(index + 1));
const orderOf = (population: readonly Candidature[]) =>
  drawnOrder(
    seed,
    population.map(({ submission }) => submission),
  );
const everyOne = () => true;
const atRandom = 'Drawn at random from those that were moderated';
const low = { 'ONE.S1': 1, 'ONE.S2': 2, 'TWO.S1': 2 };

describe('an external sample', () => {
  test.each([
    [0, 0],
    [9, 9],
    [10, 10],
    [11, 10],
    [50, 10],
    [51, 11],
    [100, 20],
  ])('of %i moderated portfolios holds %i at random: a fifth, ten at least, all where they are fewer', (n, size) => {
    expect(drawExternalSample(many(n), everyOne, seed, book)).toHaveLength(size);
  });

  test('is the first so many of the drawn order of its own seed, and says why', () => {
    const population = many(40);
    expect(drawExternalSample(population, everyOne, seed, book)).toEqual(
      orderOf(population)
        .slice(0, 10)
        .map((submission) => ({ submission, reasons: [atRandom] })),
    );
  });

  test('says so where all that were moderated are in it', () => {
    const reasons = drawExternalSample(many(10), everyOne, seed, book).map((drawn) => drawn.reasons);
    expect(reasons).toEqual(Array.from({ length: 10 }, () => ['All that were moderated are seen']));
    expect(drawExternalSample(many(11), everyOne, seed, book)[0]?.reasons).toEqual([atRandom]);
  });

  test('is drawn at random only from what was moderated', () => {
    const population = many(40);
    const order = orderOf(population);
    const odd = ({ submission }: Candidature) => order.indexOf(submission) % 2 === 1;
    expect(drawExternalSample(population, odd, seed, book).map(({ submission }) => order.indexOf(submission))).toEqual(
      Array.from({ length: 10 }, (_, n) => 2 * n + 1),
    );
  });

  test('counts what was moderated, not what is in the batch', () => {
    const population = many(120);
    const some = (n: number) => {
      const kept = new Set(orderOf(population).slice(-n));
      return drawExternalSample(population, ({ submission }) => kept.has(submission), seed, book);
    };
    expect(some(10).map(({ reasons }) => reasons)).toEqual(
      Array.from({ length: 10 }, () => ['All that were moderated are seen']),
    );
    expect(some(60)).toHaveLength(12);
  });

  const last = orderOf(many(40)).at(-1);
  const whyLast = (change: Partial<Candidature>, rules = book, moderated = true) =>
    drawExternalSample(
      many(40).map((each) => (each.submission === last ? { ...each, ...change } : each)),
      ({ submission }) => moderated || submission !== last,
      seed,
      rules,
    ).find(({ submission }) => submission === last)?.reasons;

  test('must hold every fail and every portfolio whose scores were moved, moderated or not, and says why', () => {
    const fail = 'Recommended to fail: every such portfolio is seen';
    const moved = 'A score was moved: every such portfolio is seen';
    expect(whyLast({})).toBeUndefined();
    expect(whyLast({ scores: low })).toBeUndefined();
    expect(whyLast({ scores: low, attempt: 2 })).toEqual([fail]);
    expect(whyLast({ moved: [statementCode.parse('ONE.S1')] }, book, false)).toEqual([moved]);
    expect(whyLast({ scores: low, attempt: 2, moved: [statementCode.parse('ONE.S1')] })).toEqual([fail, moved]);
  });

  test('must hold only what the scheme says', () => {
    const change = { scores: low, attempt: 2, moved: [statementCode.parse('ONE.S1')] };
    expect(whyLast(change, planned({ mandatory: [] }))).toBeUndefined();
    expect(whyLast(change, planned({ mandatory: [{ id: 'fail', says: 'Fails.' }] }))).toHaveLength(1);
    expect(whyLast(change, planned({ mandatory: [{ id: 'override', says: 'Moved.' }] }))).toHaveLength(1);
  });

  test('takes its size from the scheme', () => {
    expect(drawExternalSample(many(40), everyOne, seed, planned({ fraction: 0.5, atLeast: 0 }))).toHaveLength(20);
    expect(drawExternalSample(many(40), everyOne, seed, planned({ fraction: 0, atLeast: 0 }))).toEqual([]);
  });

  test('does not depend on the order in which the population is listed', () => {
    expect(drawExternalSample(many(30).toReversed(), everyOne, seed, book)).toEqual(
      drawExternalSample(many(30), everyOne, seed, book),
    );
  });
});
