import { at } from '../coefficient.ts';
import { logitOf } from './calibrate.ts';
import type { Design, Extreme } from './design.ts';
import { ratingScale } from './model.ts';

/** The measure of one portfolio, standard or assessor, in logits, centred at 0 for standards and assessors. */
export interface Measure {
  readonly name: string;
  /** Ability, difficulty or severity; null if no observation says anything about it. */
  readonly measure: number | null;
  /** Standard error of the measure, the other facets taken as given. */
  readonly se: number | null;
  readonly observations: number;
  /** Mean squares of the residuals, 1 as expected: weighted by information, and plain. Null for an extreme element. */
  readonly infit: number | null;
  readonly outfit: number | null;
  readonly extreme: 'lowest' | 'highest' | null;
}

/**
 * Raw score points by which an all-lowest or all-highest score is moved inwards. Source: Linacre, Facets manual (Xtreme
 * = 0.3).
 */
export const extremeAdjustment = 0.3;

/**
 * The measure of an extreme element from its score moved inwards by 0.3, the others held fixed; null where none of
 * its observations has measured partners. Writes it into `measures`.
 */
export function measureExtreme(
  design: Design,
  measures: readonly Float64Array[],
  thresholds: Float64Array,
  extreme: Extreme,
): void {
  const list = measures[extreme.facet];
  const facet = design.facets[extreme.facet];
  if (list === undefined || facet === undefined) return;
  list[extreme.element] = 0;
  const known = extreme.observations.filter((index) => !Number.isNaN(logitOf(design, measures, index)));
  if (known.length === 0) {
    list[extreme.element] = Number.NaN;
    return;
  }
  const target = extreme.side === 'lowest' ? extremeAdjustment : design.steps * known.length - extremeAdjustment;
  const expect = ratingScale(thresholds);
  for (let iteration = 0; iteration < 200; iteration++) {
    let [off, information] = [target, 0];
    for (const index of known) {
      const { mean, variance } = expect(logitOf(design, measures, index));
      off -= mean;
      information += variance;
    }
    const step = Math.max(-1, Math.min(1, off / information));
    list[extreme.element] = at(list, extreme.element) + facet.sign * step;
    if (Math.abs(step) < 1e-9) return;
  }
}

/**
 * Measures of one facet with standard errors and fit. Fit: Wright and Masters (1982), Rating Scale Analysis, chapter 5.
 */
export function describe(
  design: Design,
  place: number,
  measures: readonly Float64Array[],
  thresholds: Float64Array,
  extremes: readonly Extreme[],
  calibrated: ReadonlySet<number>,
): Measure[] {
  const facet = design.facets[place];
  if (facet === undefined) return [];
  const expect = ratingScale(thresholds);
  const extreme = new Map(extremes.filter((one) => one.facet === place).map((one) => [one.element, one]));
  const sums = facet.names.map(() => ({ count: 0, fitted: 0, information: 0, squares: 0, standardised: 0 }));
  design.codes.forEach((code, index) => {
    const element = at(facet.of, index);
    const sum = sums[element];
    if (sum === undefined) return;
    sum.count += 1;
    const logit = logitOf(design, measures, index);
    const aside = extreme.get(element);
    if (Number.isNaN(logit) || (aside === undefined && !calibrated.has(index))) return;
    const { mean, variance } = expect(logit);
    sum.fitted += 1;
    sum.information += variance;
    sum.squares += (code - mean) ** 2;
    sum.standardised += (code - mean) ** 2 / variance;
  });
  return facet.names.map((name, element) => {
    const { count, fitted, information, squares, standardised } = sums[element] ?? {
      count: 0,
      fitted: 0,
      information: 0,
      squares: 0,
      standardised: 0,
    };
    const measure = at(measures[place] ?? [], element);
    const side = extreme.get(element)?.side ?? null;
    if (Number.isNaN(measure) || fitted === 0)
      return { name, measure: null, se: null, observations: count, infit: null, outfit: null, extreme: side };
    const fit =
      side === null ? { infit: squares / information, outfit: standardised / fitted } : { infit: null, outfit: null };
    return { name, measure, se: 1 / Math.sqrt(information), observations: count, ...fit, extreme: side };
  });
}
