import { drawnOrder, type Rulebook, type SubmissionId } from '../kernel/index.ts';
import { resultOf } from '../scoring/index.ts';
import type { Candidature } from './candidature.ts';

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
    Math.max(sampling.atLeast, Math.ceil(n * sampling.fraction), sampling.squareRoot ? Math.ceil(Math.sqrt(n)) : 0),
  );
}

/**
 * Draws the sample of a batch (scheme.md section 7). First what must be seen, each with its reason: every
 * recommendation to refer or fail, every reopened review, one portfolio of each assessor, the strongest and the
 * weakest profile. Then at random, in the order that `drawnOrder` gives
 * the seed, until the random share is full. Anyone with plan, seed and population draws the same.
 */
export function drawSample(population: readonly Candidature[], seed: string, book: Rulebook): Drawn[] {
  const reasons = new Map<SubmissionId, string[]>();
  const draw = (submission: SubmissionId, reason: string) =>
    reasons.set(submission, [...(reasons.get(submission) ?? []), reason]);
  const order = drawnOrder(
    seed,
    population.map(({ submission }) => submission),
  );
  const place = new Map(order.map((submission, index) => [submission, index]));
  const drawn = population.toSorted((a, b) => (place.get(a.submission) ?? 0) - (place.get(b.submission) ?? 0));

  for (const candidature of drawn) {
    const { outcome } = resultOf(candidature, book);
    if (outcome !== 'pass') draw(candidature.submission, `Recommended to ${outcome}: every such portfolio is seen`);
    if (candidature.round > 1) draw(candidature.submission, 'Reopened: every such portfolio is seen');
  }
  const byAssessor = Map.groupBy(drawn, ({ assessor }) => assessor);
  for (const marked of byAssessor.values()) {
    const [first] = marked;
    if (first !== undefined) draw(first.submission, 'One of each assessor’s');
  }
  if (book.sampling.extremes && drawn.length > 1) {
    const ranked = weakestFirst(drawn, book);
    const [lowest, highest] = [ranked[0], ranked.at(-1)];
    if (lowest !== undefined) draw(lowest.submission, 'Lowest profile of the batch');
    if (highest !== undefined) draw(highest.submission, 'Highest profile of the batch');
  }
  const wanted = randomSize(population.length, book);
  const whole = wanted === population.length;
  for (const { submission } of drawn.slice(0, wanted)) {
    draw(submission, whole ? `Whole batch: all are seen up to ${book.sampling.allUpTo} portfolios` : 'Drawn at random');
  }
  return order.flatMap((submission) => {
    const why = reasons.get(submission);
    return why === undefined ? [] : [{ submission, reasons: why }];
  });
}

/**
 * Profiles from weakest to strongest: by the lowest score, then by the next lowest, and so on. Nothing is added up, so
 * no area weighs more for holding more standards. For choosing the extremes only: it is no result.
 */
function weakestFirst(population: readonly Candidature[], book: Rulebook): Candidature[] {
  return population
    .map((candidature) => ({
      candidature,
      ladder: [...book.judged.keys()].map((code) => candidature.scores[code] ?? 0).toSorted((a, b) => a - b),
    }))
    .toSorted((a, b) => a.ladder.map((score, rung) => score - (b.ladder[rung] ?? 0)).find((apart) => apart !== 0) ?? 0)
    .map(({ candidature }) => candidature);
}
