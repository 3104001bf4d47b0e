import { at } from '../coefficient.ts';
import { logitOf, type Measures } from './calibrate.ts';
import type { Design, Extreme, FacetName } from './design.ts';
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
 * The measure of an extreme element from its score moved inwards by 0.3, the others held fixed; NaN where none of its
 * observations has measured partners. Writes it into `measures`.
 */
export function measureExtreme(
  design: Design,
  measures: Measures,
  thresholds: Float64Array,
  { facet, element, side, observations }: Extreme,
): void {
  const list = measures[facet];
  list[element] = 0;
  const known = observations.filter((index) => !Number.isNaN(logitOf(design, measures, index)));
  if (known.length === 0) {
    list[element] = Number.NaN;
    return;
  }
  const target = side === 'lowest' ? extremeAdjustment : design.steps * known.length - extremeAdjustment;
  const expect = ratingScale(thresholds);
  for (let iteration = 0; iteration < 200; iteration++) {
    let [off, information] = [target, 0];
    for (const index of known) {
      const { mean, variance } = expect(logitOf(design, measures, index));
      off -= mean;
      information += variance;
    }
    const step = Math.max(-1, Math.min(1, off / information));
    list[element] = at(list, element) + design.facets[facet].sign * step;
    if (Math.abs(step) < 1e-9) return;
  }
}

/**
 * Measures of one facet with standard errors and fit. Fit: Wright and Masters (1982), Rating Scale Analysis, chapter 5.
 */
export function describe(
  design: Design,
  facet: FacetName,
  measures: Measures,
  thresholds: Float64Array,
  extremes: readonly Extreme[],
  calibrated: ReadonlySet<number>,
): Measure[] {
  const { names, of } = design.facets[facet];
  const expect = ratingScale(thresholds);
  const sides = new Map(extremes.filter((one) => one.facet === facet).map((one) => [one.element, one.side]));
  const empty = () => new Float64Array(names.length);
  const [count, fitted, information, squares, standardised] = [empty(), empty(), empty(), empty(), empty()];
  design.codes.forEach((code, index) => {
    const element = at(of, index);
    const add = (list: Float64Array, value: number) => (list[element] = at(list, element) + value);
    add(count, 1);
    const logit = logitOf(design, measures, index);
    // An element that was calibrated is judged by what it was calibrated on, an extreme one by all that is known of it.
    if (Number.isNaN(logit) || !(sides.has(element) || calibrated.has(index))) return;
    const { mean, variance } = expect(logit);
    add(fitted, 1);
    add(information, variance);
    add(squares, (code - mean) ** 2);
    add(standardised, (code - mean) ** 2 / variance);
  });
  return names.map((name, element): Measure => {
    const [observations, extreme] = [at(count, element), sides.get(element) ?? null];
    if (at(fitted, element) === 0)
      return { name, measure: null, se: null, observations, infit: null, outfit: null, extreme };
    const known = { name, measure: at(measures[facet], element), se: 1 / Math.sqrt(at(information, element)) };
    if (extreme !== null) return { ...known, observations, infit: null, outfit: null, extreme };
    const infit = at(squares, element) / at(information, element);
    return { ...known, observations, infit, outfit: at(standardised, element) / at(fitted, element), extreme };
  });
}
