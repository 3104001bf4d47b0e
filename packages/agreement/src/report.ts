import { brennanPrediger } from './brennan-prediger.ts';
import type { Label } from './categories.ts';
import { at, unknown, type Coefficient } from './coefficient.ts';
import { condensed } from './condense.ts';
import { cohenKappa, congerKappa } from './conger.ts';
import { fleissKappa, scottPi } from './fleiss.ts';
import { gwetAC } from './gwet.ts';
import { intraclassCorrelation, type IccForm } from './icc.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { krippendorffMetric, type MetricName } from './krippendorff-metric.ts';
import { percentAgreement } from './percent.ts';
import { ratingTable, type RatingRow, type RatingTable } from './ratings.ts';
import { tallyOf } from './tally.ts';
import { weightMatrix, type Weights, type WeightSpec } from './weights.ts';

export interface ReportOptions {
  /** `identity` by default; a square of numbers is in the order of `categories`. */
  readonly weights?: WeightSpec;
  /** What raters could choose, used or not; left out, the categories found. */
  readonly categories?: readonly Label[];
  readonly level?: number;
}

export interface AgreementReport {
  /** Units and raters with at least one rating. */
  readonly units: number;
  readonly raters: number;
  readonly categories: readonly Label[];
  readonly weights: Weights['name'];
  readonly percentAgreement: Coefficient;
  readonly cohenKappa: Coefficient;
  readonly scottPi: Coefficient;
  readonly fleissKappa: Coefficient;
  readonly congerKappa: Coefficient;
  /** AC1 with identity weights, AC2 with others. */
  readonly gwetAC: Coefficient;
  readonly brennanPrediger: Coefficient;
  /** Alpha with the report's weights; not Krippendorff's ordinal metric where these are ordinal. */
  readonly krippendorffAlpha: Coefficient;
  /** Alpha with Krippendorff's own metrics, whatever the weights. */
  readonly krippendorffAlphaMetric: Readonly<Record<MetricName, Coefficient>>;
  readonly icc: Readonly<Record<IccForm, Coefficient>>;
}

function iccOf({ labels, codes, raters }: RatingTable, form: IccForm, options: { level?: number }): Coefficient {
  const { numbers } = labels;
  if (numbers === null) return unknown('The categories are not numbers, so ratings have no variance.');
  if (Array.from(codes).some((code) => code < 0))
    return unknown('Some ratings are missing; an intraclass correlation needs every rater on every unit.');
  return intraclassCorrelation(
    Float64Array.from(codes, (code) => at(numbers, code)),
    raters,
    form,
    options,
  );
}

/**
 * Every coefficient of a table of ratings, each `{ value, se, ci }` or `{ value: null, reason }`; no unit, shares and
 * coefficients of at most 1. Two-rater coefficients are null for other numbers of raters, ICC where a rating is
 * missing.
 * Errors: InvalidRatings for a rating outside the declared categories, a unit rated twice by one rater, malformed
 * weights, or weights that need an order which undeclared labels do not have. Sources: see each coefficient.
 */
export function agreementReport(
  rows: Iterable<RatingRow>,
  { weights: spec = 'identity', categories, level = 0.95 }: ReportOptions = {},
): AgreementReport {
  const table = ratingTable(rows, categories);
  const weights = weightMatrix(spec, table.labels);
  const ratings = condensed(table);
  const tally = tallyOf(ratings);
  const options = { level };
  const metric = (name: MetricName) => krippendorffMetric(tally, table.labels, name, options);
  const icc = (form: IccForm) => iccOf(table, form, options);
  return {
    units: table.unitNames.length,
    raters: table.raters,
    categories: table.labels.labels,
    weights: weights.name,
    percentAgreement: percentAgreement(tally, weights, options),
    cohenKappa: cohenKappa(ratings, weights, options),
    scottPi: scottPi(ratings, weights, options),
    fleissKappa: fleissKappa(tally, weights, options),
    congerKappa: congerKappa(ratings, weights, options),
    gwetAC: gwetAC(tally, weights, options),
    brennanPrediger: brennanPrediger(tally, weights, options),
    krippendorffAlpha: krippendorffAlpha(tally, weights, options),
    krippendorffAlphaMetric: {
      nominal: metric('nominal'),
      ordinal: metric('ordinal'),
      interval: metric('interval'),
      ratio: metric('ratio'),
    },
    icc: {
      '1,1': icc('1,1'),
      '2,1': icc('2,1'),
      '3,1': icc('3,1'),
      '1,k': icc('1,k'),
      '2,k': icc('2,k'),
      '3,k': icc('3,k'),
    },
  };
}
