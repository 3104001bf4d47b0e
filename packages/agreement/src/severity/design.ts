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

export type Facets = Readonly<Record<FacetName, Facet>>;

export interface Design {
  readonly facets: Facets;
  /** The category of each observation, 0 to `steps`. */
  readonly codes: Int32Array;
  readonly steps: number;
}

/** An element whose scores are all lowest or all highest among the observations that were left when it was found. */
export interface Extreme {
  readonly facet: FacetName;
  readonly element: number;
  readonly side: 'lowest' | 'highest';
  readonly observations: readonly number[];
}

/** The marks as columns. Errors: InvalidRatings for a score that is not a whole number. */
export function readMarks(marks: Iterable<Mark>): { facets: Facets; scores: number[] } {
  const list = [...marks];
  const scores = list.map(({ score }) => {
    if (!Number.isInteger(score)) throw new InvalidRatings(`A score is a whole number; ${score} is not.`);
    return score;
  });
  const column = (facet: FacetName, sign: 1 | -1): Facet => {
    const places = new Map<string, number>();
    const of = Int32Array.from(list, (mark) => {
      const name = String(mark[facet]);
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return place;
    });
    return { facet, names: [...places.keys()], of, sign };
  };
  const facets = {
    portfolio: column('portfolio', 1),
    standard: column('standard', -1),
    assessor: column('assessor', -1),
  };
  return { facets, scores };
}

/**
 * Scores as categories 0, 1, … without gaps, of which `observations` use all: any other score joins the next lower used
 * one, or the lowest.
 */
export function recode(
  scores: readonly number[],
  observations: readonly number[],
): { codes: Int32Array; used: number[] } {
  const used = [...new Set(observations.map((index) => at(scores, index)))].toSorted((a, b) => a - b);
  const codes = Int32Array.from(scores, (score) => used.filter((one, place) => place > 0 && one <= score).length);
  return { codes, used };
}

function extremesAmong(
  { facet, of }: Facet,
  codes: Int32Array,
  steps: number,
  observations: readonly number[],
): Extreme[] {
  const own = Map.groupBy(observations, (index) => at(of, index));
  return [...own].flatMap(([element, list]): Extreme[] => {
    const sum = list.reduce((total, index) => total + at(codes, index), 0);
    if (sum > 0 && sum < steps * list.length) return [];
    return [{ facet, element, side: sum > 0 ? 'highest' : 'lowest', observations: list }];
  });
}

/**
 * Sets extreme elements aside until none is left: their likelihood has no maximum. What remains can be calibrated;
 * the extremes are measured afterwards, last found first. Source: Wright and Stone (1979), Best Test Design.
 */
export function setExtremesAside(facets: Facets, scores: readonly number[]) {
  const extremes: Extreme[] = [];
  let observations = scores.map((_, index) => index);
  for (;;) {
    const { codes, used } = recode(scores, observations);
    const steps = used.length - 1;
    const found =
      steps < 1 ? [] : facetNames.flatMap((name) => extremesAmong(facets[name], codes, steps, observations));
    if (found.length === 0) return { observations, codes, used, extremes };
    extremes.push(...found);
    const gone = new Set(found.flatMap((extreme) => extreme.observations));
    observations = observations.filter((index) => !gone.has(index));
  }
}
