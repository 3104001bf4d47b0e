// The only door: ratings in, coefficients out, each with its doubt.
export { InvalidRatings, type Coefficient, type Estimate, type Unknown } from './coefficient.ts';
export { declaredCategories, foundCategories, type Categories, type Label } from './categories.ts';
export {
  weightMatrix,
  weightNames,
  type Weights,
  type WeightName,
  type WeightSpec,
  type WeightSquare,
} from './weights.ts';
export { denseRatings, ratingTable, type RatingRow, type Ratings, type RatingTable } from './ratings.ts';
export { tallier, tallyOf, type Pattern, type Tallier, type Tally } from './tally.ts';
export { addDoubleMarks, confusionFromTable, emptyConfusion, ratingsOfConfusion, type Confusion } from './confusion.ts';
export { type CoefficientOptions } from './observed.ts';
export { percentAgreement } from './percent.ts';
export { cohenKappa, congerKappa } from './conger.ts';
export { cohenKappaNullError } from './cohen-null.ts';
export { bangdiwalaB } from './bangdiwala.ts';
export { fleissKappa, scottPi } from './fleiss.ts';
export { fleissKappaNullError } from './fleiss-null.ts';
export { gwetAC } from './gwet.ts';
export { brennanPrediger } from './brennan-prediger.ts';
export { krippendorffAlpha } from './krippendorff.ts';
export { krippendorffMetric, metricNames, type MetricName } from './krippendorff-metric.ts';
export { iccForms, intraclassCorrelation, meanSquares, type IccForm, type MeanSquares } from './icc.ts';
export { bootstrap, type BootstrapOptions } from './bootstrap.ts';
export { bootstrapConfusions, bootstrapRatings } from './bootstrap-ratings.ts';
export { benchmark, benchmarkScales, type Benchmark, type BenchmarkScale } from './benchmark.ts';
export { meanSignedDifference, type DoubleMark } from './difference.ts';
export { passRateFunnel, type FunnelOptions, type FunnelPoint } from './funnel.ts';
export {
  monitoringThresholds,
  verdictOn,
  verdictOnBenchmark,
  type Light,
  type Thresholds,
  type Verdict,
} from './verdict.ts';
export { manyFacetSeverity, type ManyFacet, type ManyFacetOptions, type Unmeasured } from './severity/many-facet.ts';
export { type Mark } from './severity/design.ts';
export { type Measure } from './severity/measure.ts';
export { type Convergence } from './severity/calibrate.ts';
export { agreementReport, type AgreementReport, type ReportOptions } from './report.ts';
export { betaQuantile, incompleteBeta } from './special/beta.ts';
export { binomialAtLeast, fQuantile, tProbability, tQuantile } from './special/distributions.ts';
export { normalProbability, normalQuantile } from './special/normal.ts';
