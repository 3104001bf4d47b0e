import { at, unknown, type Unknown } from '../coefficient.ts';
import { calibrate, tooFar, type Convergence } from './calibrate.ts';
import {
  facetNames,
  readMarks,
  setExtremesAside,
  type Design,
  type Facet,
  type FacetName,
  type Mark,
} from './design.ts';
import { estimable } from './estimable.ts';
import { linkedSets } from './links.ts';
import { describe, measureExtreme, type Measure } from './measure.ts';

export interface ManyFacet {
  /** Ability of portfolios, difficulty of standards, severity of assessors: all in logits. */
  readonly portfolios: readonly Measure[];
  readonly standards: readonly Measure[];
  readonly assessors: readonly Measure[];
  /** Where a score and the one below it are equally likely, relative to the rest; they sum to 0. */
  readonly thresholds: readonly { readonly score: number; readonly measure: number; readonly se: number }[];
  /** Where `converged` is false the measures are not the answer: more iterations are needed, or there is no maximum. */
  readonly convergence: Convergence;
}

/** No severities can be given; where the design falls apart, `subsets` names the assessors that belong together. */
export interface Unmeasured extends Unknown {
  readonly subsets: readonly (readonly string[])[];
}

export interface ManyFacetOptions {
  /** At most this many iterations, 2000 by default. */
  readonly iterations?: number;
  /** Done when no measure changes by more, in logits; 1e-6 by default. */
  readonly tolerance?: number;
}

const unmeasured = (reason: string, subsets: readonly (readonly string[])[] = []): Unmeasured => ({
  ...unknown(reason),
  subsets,
});

function disconnected(assessors: Facet, other: Facet, observations: readonly number[]): Unmeasured | undefined {
  const subsets = linkedSets(assessors, other, observations);
  if (subsets.length < 2) return undefined;
  const named = subsets.map((names) => names.join(', ')).join(' | ');
  return unmeasured(
    `Some assessors share no ${other.facet} with the others, so their severities cannot be compared: ${named}.`,
    subsets,
  );
}

/**
 * Severity of assessors by the many-facet Rasch rating-scale model, ln P(k) / P(k - 1) = ability - difficulty -
 * severity - threshold k, by joint maximum likelihood. Standards and assessors are centred at 0, portfolios are not.
 * Elements with all-lowest or all-highest scores are set aside and measured afterwards from a score moved inwards by
 * 0.3. Scores that nobody uses are closed up. Joint estimates are stretched by about L / (L - 1), L the marks per
 * portfolio: severities from two marks per portfolio are twice too large. Marks may come in any order.
 * `value: null` for fewer than two assessors or scores that do not vary, and for a design in which sets of assessors
 * share no portfolio (or no standard) with the rest: `subsets` names them; also where so few marks fall apart so neatly
 * that the likelihood has no maximum.
 * Errors: InvalidRatings for a score that is not a whole number.
 * Source: Linacre (1989), Many-Facet Rasch Measurement; Wright and Masters (1982), Rating Scale Analysis, chapter 4.
 */
export function manyFacetSeverity(marks: Iterable<Mark>, options: ManyFacetOptions = {}): ManyFacet | Unmeasured {
  const { facets, scores } = readMarks(marks);
  const { portfolio: portfolios, standard: standards, assessor: assessors } = facets;
  if (scores.length === 0) return unmeasured('There are no marks.');
  if (assessors.names.length < 2) return unmeasured('Severity is relative: it needs two assessors or more.');
  const { observations, codes, used, extremes } = setExtremesAside(facets, scores);
  if (used.length < 2) return unmeasured('The scores do not vary enough to tell severity from ability and difficulty.');
  const apart = disconnected(assessors, portfolios, observations) ?? disconnected(assessors, standards, observations);
  if (apart !== undefined) return apart;
  if (!estimable(portfolios, standards, assessors, observations)) {
    return unmeasured(
      'Severity cannot be told from difficulty: assessors share too few standards of the same portfolios.',
    );
  }
  const design: Design = { facets, codes, steps: used.length - 1 };
  const { measures, thresholds, thresholdErrors, convergence } = calibrate(design, observations, options);
  const lists = [thresholds, ...facetNames.map((name) => measures[name])];
  if (lists.some((list) => list.some(tooFar)) || !thresholdErrors.every(Number.isFinite)) {
    return unmeasured('The scores fall apart so neatly that some measure is infinite: there are too few marks.');
  }
  // Last set aside first: its partners have measures by then. Twice, for partners that were set aside together.
  const backwards = extremes.toReversed();
  for (const extreme of backwards) measureExtreme(design, measures, thresholds, extreme);
  for (const extreme of backwards)
    if (Number.isNaN(at(measures[extreme.facet], extreme.element)))
      measureExtreme(design, measures, thresholds, extreme);
  const calibrated = new Set(observations);
  const described = (facet: FacetName) => describe(design, facet, measures, thresholds, extremes, calibrated);
  return {
    portfolios: described('portfolio'),
    standards: described('standard'),
    assessors: described('assessor'),
    thresholds: [...thresholds].map((measure, step) => ({
      score: at(used, step + 1),
      measure,
      se: at(thresholdErrors, step),
    })),
    convergence,
  };
}
