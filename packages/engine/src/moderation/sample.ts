import { drawnBy, type Rulebook, type SubmissionId } from '../kernel/index.ts';
import type { Candidature } from './candidature.ts';
import { extremesOf } from './extremes.ts';
import { glancing } from './glance.ts';
import { byItself } from './mandatory.ts';
import type { Plan } from './plan.ts';
import { byStanding, share, type Standings } from './ratings.ts';
import { byStratum } from './strata.ts';

/** One portfolio of the sample and every reason why it is there. */
export interface Drawn {
  readonly submission: SubmissionId;
  readonly reasons: readonly string[];
}

/** How many a plan draws at random from `n`: all of a small batch, else the largest of the plan's lower bounds. */
export function randomSize(n: number, { sampling }: Rulebook): number {
  if (n <= sampling.allUpTo) return n;
  return Math.min(
    n,
    Math.max(sampling.atLeast, share(n, sampling.fraction), sampling.squareRoot ? Math.ceil(Math.sqrt(n)) : 0),
  );
}

/** A population in the order in which a seed draws it. */
export function drawnFrom(population: readonly Candidature[], seed: string): Candidature[] {
  return drawnBy(seed, population, ({ submission }) => submission);
}

/**
 * Draws the sample of a batch (scheme.md section 7) from nothing but its arguments. First what must be seen: what
 * portfolios have about them (recommended to refer or fail, borderline, prior learning, late, reopened), what their
 * assessors' standing asks (their first ones, all or a share by their rating), the first of each assessor, area and
 * site, the weakest and the strongest profile. Then at random, the first of the order that `drawnOrder` gives the seed:
 * the random share has its full size, whatever else is drawn. Every portfolio is there once, with all its reasons.
 * `disagreed` are those that an external moderator did not agree with.
 */
export function drawSample(
  population: readonly Candidature[],
  { seed }: Pick<Plan, 'seed'>,
  standings: Standings,
  book: Rulebook,
  disagreed: readonly SubmissionId[] = [],
): Drawn[] {
  const drawn = drawnBy(seed, population.map(glancing(book)), ({ candidature }) => candidature.submission);
  const [itself, standing, stratum] = [byItself(book), byStanding(drawn, standings, book), byStratum(book)];
  const { lowest, highest } = book.sampling.extremes ? extremesOf(drawn) : { lowest: null, highest: null };
  const open = new Set(disagreed);
  const wanted = randomSize(drawn.length, book);
  const { allUpTo } = book.sampling;
  const random = drawn.length <= allUpTo ? `Whole batch: all are seen up to ${allUpTo} portfolios` : 'Drawn at random';
  return drawn.flatMap((glance, place) => {
    const { submission } = glance.candidature;
    const reasons: string[] = [];
    const say = (reason: string) => {
      if (!reasons.includes(reason)) reasons.push(reason);
    };
    if (open.has(submission)) say('The external moderator did not agree');
    itself(glance, say);
    standing(glance, say);
    stratum(glance, say);
    if (glance === lowest) say('Lowest profile of the batch');
    if (glance === highest) say('Highest profile of the batch');
    if (place < wanted) say(random);
    return reasons.length > 0 ? { submission, reasons } : [];
  });
}

/** The second stage: as many again, the next of the drawn order that are not in the sample yet; all where fewer are left. */
export function doubleSample(population: readonly Candidature[], sample: readonly Drawn[], seed: string): Drawn[] {
  const known = new Set(sample.map(({ submission }) => submission));
  return drawnFrom(population, seed)
    .filter(({ submission }) => !known.has(submission))
    .slice(0, sample.length)
    .map(({ submission }) => ({ submission, reasons: ['Sample doubled: a portfolio was beyond tolerance'] }));
}
