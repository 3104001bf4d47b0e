import type { Label } from '../categories.ts';
import { at, InvalidRatings } from '../coefficient.ts';

/** One score given by one assessor for one standard of one portfolio, a whole number. */
export interface Mark {
  readonly portfolio: Label;
  readonly standard: Label;
  readonly assessor: Label;
  readonly score: number;
}

export const facetNames = ['portfolio', 'standard', 'assessor'] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * One side of the design: `of[i]` is the element that observation i belongs to; `sign` how its measure enters the
 * logit.
 */
export interface Facet {
  readonly facet: FacetName;
  readonly names: readonly string[];
  readonly of: Int32Array;
  /** Ability raises the expected score, difficulty and severity lower it. */
  readonly sign: 1 | -1;
}

export interface Design {
  readonly facets: readonly Facet[];
  /** The category of each observation, 0 to `steps`. */
  readonly codes: Int32Array;
  readonly steps: number;
}

/** An element whose scores are all lowest or all highest among the observations that were left when it was found. */
export interface Extreme {
  readonly facet: number;
  readonly element: number;
  readonly side: 'lowest' | 'highest';
  readonly observations: readonly number[];
}

/** The marks as columns. Errors: InvalidRatings for a score that is not a whole number. */
export function readMarks(marks: Iterable<Mark>): { facets: Facet[]; scores: number[] } {
  const columns = facetNames.map((facet) => ({ facet, places: new Map<string, number>(), of: new Array<number>() }));
  const scores: number[] = [];
  for (const mark of marks) {
    if (!Number.isInteger(mark.score)) throw new InvalidRatings(`A score is a whole number; ${mark.score} is not.`);
    scores.push(mark.score);
    for (const { facet, places, of } of columns) {
      const name = String(mark[facet]);
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      of.push(place);
    }
  }
  const facets = columns.map(({ facet, places, of }) => {
    const sign: 1 | -1 = facet === 'portfolio' ? 1 : -1;
    return { facet, names: [...places.keys()], of: Int32Array.from(of), sign };
  });
  return { facets, scores };
}

/** Scores as categories 0, 1, … without gaps: a score that is not among the used ones joins the next lower used one. */
export function recode(
  scores: readonly number[],
  observations: readonly number[],
): { codes: Int32Array; used: number[] } {
  const used = [...new Set(observations.map((index) => at(scores, index)))].toSorted((a, b) => a - b);
  const code = new Map(
    [...new Set(scores)].map((score) => [
      score,
      Math.max(
        0,
        used.findLastIndex((one) => one <= score),
      ),
    ]),
  );
  return { codes: Int32Array.from(scores, (score) => code.get(score) ?? 0), used };
}

function extremesAmong(
  facet: Facet,
  place: number,
  codes: Int32Array,
  steps: number,
  observations: readonly number[],
): Extreme[] {
  const sums = new Float64Array(facet.names.length);
  const own: number[][] = facet.names.map(() => []);
  for (const index of observations) {
    const element = at(facet.of, index);
    sums[element] = at(sums, element) + at(codes, index);
    own[element]?.push(index);
  }
  return own.flatMap((list, element): Extreme[] => {
    const sum = at(sums, element);
    if (list.length === 0 || (sum > 0 && sum < steps * list.length)) return [];
    return [{ facet: place, element, side: sum > 0 ? 'highest' : 'lowest', observations: list }];
  });
}

/**
 * Sets extreme elements aside until none is left: their likelihood has no maximum. What remains can be calibrated;
 * the extremes are measured afterwards, last found first. Source: Wright and Stone (1979), Best Test Design.
 */
export function setExtremesAside(facets: readonly Facet[], scores: readonly number[]) {
  const extremes: Extreme[] = [];
  let observations = scores.map((_, index) => index);
  for (;;) {
    const { codes, used } = recode(scores, observations);
    const steps = used.length - 1;
    const found =
      steps < 1 ? [] : facets.flatMap((facet, place) => extremesAmong(facet, place, codes, steps, observations));
    if (found.length === 0) return { observations, codes, used, extremes };
    extremes.push(...found);
    const gone = facets.map(
      (_, place) => new Set(found.filter(({ facet }) => facet === place).map(({ element }) => element)),
    );
    observations = observations.filter((index) => !facets.some(({ of }, place) => gone[place]?.has(at(of, index))));
  }
}
