import { at } from '../coefficient.ts';
import type { Facet } from './design.ts';

/**
 * Whether severity and difficulty can be told apart at all: the design of standards and assessors, portfolios taken
 * out, has the rank that it should have (elements less the two origins). Catches what pairs of facets do not show, as
 * when each assessor has standards of their own except on portfolios that nobody else marked.
 * Source: Weeks and Williams (1964), Technometrics 6, 319-324, on connectedness as rank.
 */
export function estimable(
  portfolios: Facet,
  standards: Facet,
  assessors: Facet,
  observations: readonly number[],
): boolean {
  const place = new Map<string, number>();
  const placeOf = (facet: Facet, index: number) => {
    const key = `${facet.facet} ${at(facet.of, index)}`;
    const known = place.get(key) ?? place.size;
    place.set(key, known);
    return known;
  };
  const marks = observations.map((index) => ({
    portfolio: at(portfolios.of, index),
    pair: [placeOf(standards, index), placeOf(assessors, index)],
  }));
  const size = place.size;
  const matrix = new Float64Array(size * size);
  const add = (k: number, l: number, value: number) => {
    matrix[k * size + l] = at(matrix, k * size + l) + value;
  };
  const shares = new Map<number, { marks: number; counts: Map<number, number> }>();
  for (const { portfolio, pair } of marks) {
    const share = shares.get(portfolio) ?? { marks: 0, counts: new Map<number, number>() };
    shares.set(portfolio, share);
    share.marks += 1;
    for (const k of pair) {
      share.counts.set(k, (share.counts.get(k) ?? 0) + 1);
      for (const l of pair) add(k, l, 1);
    }
  }
  for (const { marks: total, counts } of shares.values()) {
    for (const [k, count] of counts) for (const [l, other] of counts) add(k, l, (-count * other) / total);
  }
  return rankOf(matrix, size) === size - 2;
}

/** The rank of a symmetric positive semidefinite matrix, by elimination with the largest diagonal entry first. */
function rankOf(matrix: Float64Array, size: number): number {
  const diagonal = (k: number) => at(matrix, k * size + k);
  const left = new Set(Array.from({ length: size }, (_, k) => k));
  const tolerance = 1e-9 * Math.max(...[...left].map(diagonal));
  for (;;) {
    const [pivot] = [...left].toSorted((a, b) => diagonal(b) - diagonal(a));
    if (pivot === undefined || !(diagonal(pivot) > tolerance)) return size - left.size;
    left.delete(pivot);
    const head = diagonal(pivot);
    for (const k of left) {
      const factor = at(matrix, k * size + pivot) / head;
      for (const l of left) matrix[k * size + l] = at(matrix, k * size + l) - factor * at(matrix, pivot * size + l);
    }
  }
}
