import type { Measure, PersonId, Rulebook } from '../kernel/index.ts';
import { standardAchieved } from '../scoring/index.ts';
import { markersOf, type Candidature } from './candidature.ts';

/**
 * What one look at a candidature tells. A draw takes one of every portfolio, in the order in which they are listed: in
 * drawn order it then need not look at all the scores again, which lie anywhere in memory.
 */
export interface Glance {
  readonly candidature: Candidature;
  /** Everybody who marked it, each once. */
  readonly markers: readonly PersonId[];
  /** How many of the scheme’s standards stand at each score; one without a score stands at 0. */
  readonly ladder: readonly number[];
  /** Whether every standard is achieved and every gate met: a pass, of which nothing more need be asked. */
  readonly clear: boolean;
}

/** Looks at candidatures under one rulebook. */
export function glancing({ judged, gates, highest }: Rulebook): (candidature: Candidature) => Glance {
  const measures: readonly Measure[] = [...judged.values()];
  const empty = Array.from({ length: highest + 1 }, () => 0);
  return (candidature) => {
    const ladder = [...empty];
    let clear = gates.every((gate) => candidature.gates[gate] === true);
    for (const measure of measures) {
      const score = candidature.scores[measure.code];
      if (!standardAchieved(score, measure)) clear = false;
      ladder[score ?? 0] = (ladder[score ?? 0] ?? 0) + 1;
    }
    return { candidature, markers: markersOf(candidature), ladder, clear };
  };
}

/** Takes down a reason why a portfolio is drawn. */
export type Say = (reason: string) => void;
