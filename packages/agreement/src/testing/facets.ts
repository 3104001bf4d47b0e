import { manyFacetSeverity, type ManyFacet, type ManyFacetOptions } from '../severity/many-facet.ts';
import type { Mark } from '../severity/design.ts';
import { seeded } from './seeded.ts';

/** Measures that there are. Throws the reason where there are none. */
export function measured(marks: readonly Mark[], options?: ManyFacetOptions): ManyFacet {
  const answer = manyFacetSeverity(marks, options);
  if ('reason' in answer) throw new Error(answer.reason);
  return answer;
}

export const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);

export const mark = (portfolio: string, standard: string, assessor: string, score: number): Mark => ({
  portfolio,
  standard,
  assessor,
  score,
});

/** As many numbers, evenly from -reach to reach. */
export const spread = (count: number, reach: number): number[] =>
  Array.from({ length: count }, (_, index) => reach * ((2 * index) / (count - 1) - 1));

export interface Truth {
  readonly abilities: readonly number[];
  readonly difficulties: readonly number[];
  readonly severities: readonly number[];
  readonly thresholds: readonly number[];
}

/** The probabilities of categories 0, 1, … at a logit: ln P(k) / P(k - 1) = logit - threshold k. */
export function chances(logit: number, thresholds: readonly number[]): number[] {
  let exponent = 0;
  const weights = [1, ...thresholds.map((threshold) => Math.exp((exponent += logit - threshold)))];
  return weights.map((weight) => weight / sum(weights));
}

/** Marks drawn from the rating-scale model; each portfolio is marked by two neighbouring assessors of a ring. */
export function simulate({ abilities, difficulties, severities, thresholds }: Truth, seed: number): Mark[] {
  const random = seeded(seed);
  return abilities.flatMap((ability, n) =>
    [n % severities.length, (n + 1) % severities.length].flatMap((j) =>
      difficulties.map((difficulty, i) => {
        const draw = random();
        let [score, passed] = [-1, 0];
        for (const chance of chances(ability - difficulty - (severities[j] ?? 0), thresholds)) {
          if (passed <= draw) score++;
          passed += chance;
        }
        return mark(`P${n}`, `S${i}`, `A${j}`, score);
      }),
    ),
  );
}
