import type { Rulebook } from '../kernel/index.ts';
import { resultOf } from '../scoring/index.ts';
import type { Candidature } from './candidature.ts';
import { share } from './ratings.ts';
import { drawnFrom, type Drawn } from './sample.ts';

/**
 * Draws what an external moderator looks at (scheme.md section 7, 4): every fail, every portfolio whose scores were
 * moved, and at random from those that were moderated, all where they are few. `moderated` says of a portfolio whether
 * it was.
 */
export function drawExternalSample(
  population: readonly Candidature[],
  moderated: (candidature: Candidature) => boolean,
  seed: string,
  book: Rulebook,
): Drawn[] {
  const { atLeast, fraction, mandatory } = book.sampling.external;
  const asked = new Set(mandatory.map(({ id }) => id));
  const seen = population.filter(moderated).length;
  let left = Math.max(atLeast, share(seen, fraction));
  const whole = left >= seen;
  return drawnFrom(population, seed).flatMap((candidature) => {
    const random = moderated(candidature) && left > 0;
    if (random) left -= 1;
    const reasons = [
      ...(asked.has('fail') && resultOf(candidature, book).outcome === 'fail'
        ? ['Recommended to fail: every such portfolio is seen']
        : []),
      ...(asked.has('override') && candidature.moved.length > 0
        ? ['A score was moved: every such portfolio is seen']
        : []),
      ...(random
        ? [whole ? 'All that were moderated are seen' : 'Drawn at random from those that were moderated']
        : []),
    ];
    return reasons.length > 0 ? [{ submission: candidature.submission, reasons }] : [];
  });
}
