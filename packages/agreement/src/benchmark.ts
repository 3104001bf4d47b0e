import { unknown, type Coefficient, type Unknown } from './coefficient.ts';
import { normalProbability } from './special/normal.ts';

/** Levels from the best down, each with its least value. */
export const benchmarkScales = {
  landisKoch: [
    { level: 'almost perfect', from: 0.8 },
    { level: 'substantial', from: 0.6 },
    { level: 'moderate', from: 0.4 },
    { level: 'fair', from: 0.2 },
    { level: 'slight', from: 0 },
    { level: 'poor', from: -1 },
  ],
  altman: [
    { level: 'very good', from: 0.8 },
    { level: 'good', from: 0.6 },
    { level: 'moderate', from: 0.4 },
    { level: 'fair', from: 0.2 },
    { level: 'poor', from: -1 },
  ],
  fleiss: [
    { level: 'excellent', from: 0.75 },
    { level: 'intermediate to good', from: 0.4 },
    { level: 'poor', from: -1 },
  ],
} as const;
export type BenchmarkScale = keyof typeof benchmarkScales;

export interface Benchmark {
  /** The best level that the coefficient reaches with a probability above .95. */
  readonly level: string;
  /** Each level with the probability that the coefficient lies in it or in a better one. */
  readonly cumulative: readonly { readonly level: string; readonly probability: number }[];
}

/**
 * Gwet's probabilistic benchmarking: the level of a scale is read off with the coefficient's doubt counted, as a normal
 * distribution cut to [-1, 1]. Null (as `{ value: null, reason }`) for an unknown coefficient.
 * Source: Gwet (2014), Handbook, 4th ed., chapter 6; scales: Landis and Koch (1977), Altman (1991), Fleiss (1981).
 */
export function benchmark(coefficient: Coefficient, scale: BenchmarkScale): Benchmark | Unknown {
  if (coefficient.value === null) return unknown(coefficient.reason);
  const { value, se } = coefficient;
  const levels: readonly { readonly level: string; readonly from: number }[] = benchmarkScales[scale];
  const above = (bound: number) => (se > 0 ? normalProbability((value - bound) / se) : Number(value >= bound));
  const [all, beyond] = [above(-1), se > 0 ? above(1) : 0];
  const cumulative = levels.map(({ level, from }) => ({ level, probability: (above(from) - beyond) / (all - beyond) }));
  // The last level begins at -1: all of [-1, 1] lies in it or above.
  const reached = cumulative.find(({ probability }) => probability > 0.95);
  return reached === undefined
    ? unknown('The coefficient lies outside of -1 to 1.')
    : { level: reached.level, cumulative };
}
