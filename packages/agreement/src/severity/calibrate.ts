import { at } from '../coefficient.ts';
import { facetNames, type Design, type FacetName } from './design.ts';
import { moveSide, moveThresholds, type Side } from './newton.ts';

export interface Convergence {
  readonly converged: boolean;
  readonly iterations: number;
  /** The largest change of a measure in the last iteration, in logits. */
  readonly largestChange: number;
  /** The largest difference of a raw score from its expectation in the last iteration, in score points. */
  readonly largestResidual: number;
}

/** One list of measures per facet, in logits; NaN for an element without a measure. */
export type Measures = Readonly<Record<FacetName, Float64Array>>;

export interface Calibration {
  readonly measures: Measures;
  readonly thresholds: Float64Array;
  readonly thresholdErrors: Float64Array;
  readonly convergence: Convergence;
}

/** Where a measure is as good as infinite, in logits. */
export const tooFar = (measure: number) => Math.abs(measure) >= 50;

const meanOf = (list: ArrayLike<number>) => {
  const known = Array.from(list).filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
};

const shift = (list: Float64Array, by: number) => list.forEach((value, index) => (list[index] = value - by));

/** The logit of observation `index`: ability less difficulty less severity. */
export function logitOf({ facets }: Design, measures: Measures, index: number): number {
  return facetNames.reduce((sum, name) => sum + facets[name].sign * at(measures[name], at(facets[name].of, index)), 0);
}

/** A facet at 0, as far as it was observed. */
function start({ facets }: Design, observations: readonly number[], name: FacetName): Side {
  const { of, names, sign } = facets[name];
  const measures = new Float64Array(names.length).fill(Number.NaN);
  for (const index of observations) measures[at(of, index)] = 0;
  return { sign, of: Int32Array.from(observations, (index) => at(of, index)), measures };
}

/**
 * Joint maximum likelihood: each facet in turn by Newton steps, then the thresholds together; standards, assessors and
 * thresholds centred at 0 after each. The likelihood is concave, so this climbs to its top, if it has one.
 * Source: Wright and Masters (1982), Rating Scale Analysis, chapter 4 (UCON); Linacre (1989), Many-Facet Rasch
 * Measurement.
 */
export function calibrate(
  design: Design,
  observations: readonly number[],
  { iterations: most = 2000, tolerance = 1e-6 } = {},
): Calibration {
  const [ability, difficulty, severity] = [
    start(design, observations, 'portfolio'),
    start(design, observations, 'standard'),
    start(design, observations, 'assessor'),
  ] as const;
  const sides: readonly Side[] = [ability, difficulty, severity];
  const codes = Int32Array.from(observations, (index) => at(design.codes, index));
  const abilities = ability.measures;
  const thresholds = new Float64Array(design.steps);
  const logits = new Float64Array(codes.length);
  const look = () => {
    logits.fill(0);
    for (const { sign, of, measures } of sides) {
      for (let index = 0; index < logits.length; index++)
        logits[index] = (logits[index] ?? 0) + sign * (measures[of[index] ?? 0] ?? 0);
    }
  };
  const centre = (list: Float64Array) => {
    const by = meanOf(list);
    shift(list, by);
    shift(abilities, by);
  };
  let thresholdErrors = new Float64Array(design.steps);
  let [iterations, largestChange, largestResidual] = [0, Infinity, Infinity];
  // Stryker disable next-line all: spares the remaining iterations, after which the caller refuses all the same.
  const runsAway = () => abilities.some(tooFar);
  while (iterations < most && largestChange > tolerance && !runsAway()) {
    iterations++;
    [largestChange, largestResidual] = [0, 0];
    for (const side of sides) {
      look();
      const { change, residual } = moveSide(side, codes, logits, thresholds);
      if (side !== ability) centre(side.measures);
      largestChange = Math.max(largestChange, change);
      largestResidual = Math.max(largestResidual, residual);
    }
    if (design.steps === 1) continue;
    look();
    const { change, errors } = moveThresholds(codes, logits, thresholds);
    centre(thresholds);
    thresholdErrors = errors;
    largestChange = Math.max(largestChange, change);
  }
  return {
    measures: { portfolio: abilities, standard: difficulty.measures, assessor: severity.measures },
    thresholds,
    thresholdErrors,
    convergence: { converged: largestChange <= tolerance, iterations, largestChange, largestResidual },
  };
}
