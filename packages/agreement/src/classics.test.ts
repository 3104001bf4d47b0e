import { describe, expect, test } from 'vitest';
import {
  addDoubleMarks,
  agreementReport,
  brennanPrediger,
  cohenKappa,
  cohenKappaNullError,
  confusionFromTable,
  declaredCategories,
  emptyConfusion,
  fleissKappa,
  fleissKappaNullError,
  gwetAC,
  iccForms,
  meanSquares,
  percentAgreement,
  ratingsOfConfusion,
  ratingTable,
  tallyOf,
  weightMatrix,
  type Confusion,
} from './index.ts';
import {
  anxiety,
  cohen,
  fleiss1971,
  gwetsParadox,
  paradoxes,
  sas,
  shroutFleiss,
  threeCoders,
} from './testing/classics.ts';
import { gap, known } from './testing/known.ts';
import { rowsOf } from './testing/rows.ts';

const places = (count: number) => declaredCategories(Array.from({ length: count }, (_, place) => place));

/** Two raters' numbers as a confusion matrix of the listed categories. */
function confusionOf(pairs: readonly (readonly [number, number])[], used: readonly number[]): Confusion {
  const confusion = emptyConfusion(used.length);
  addDoubleMarks(
    confusion,
    pairs.map(([first]) => used.indexOf(first)),
    pairs.map(([, second]) => used.indexOf(second)),
  );
  return confusion;
}

describe("Fleiss' thirty patients of 1971", () => {
  const tally = () => tallyOf(ratingTable(rowsOf(fleiss1971.ratings)));

  test('have a kappa of .430 and the z of irr under chance', () => {
    const { value } = known(fleissKappa(tally()));
    expect(gap(value, fleiss1971.fleissKappa)).toBeLessThan(5.1e-8);
    expect(gap(value / (fleissKappaNullError(tally()).value ?? Number.NaN), fleiss1971.z)).toBeLessThan(5.1e-6);
  });

  test('have the variances of irrCAC, which divide by n here', () => {
    const large = ({ se }: { readonly se: number }) => (se ** 2 * 29) / 30;
    expect(gap(large(known(fleissKappa(tally()))), fleiss1971.variances.fleissKappa)).toBeLessThan(1e-12);
    expect(gap(large(known(brennanPrediger(tally()))), fleiss1971.variances.brennanPrediger)).toBeLessThan(1e-12);
    expect(gap(brennanPrediger(tally()).value, fleiss1971.brennanPrediger)).toBeLessThan(1e-12);
  });

  test('have the known kappa with quadratic weights', () =>
    expect(gap(fleissKappa(tally(), weightMatrix('quadratic', places(5))).value, fleiss1971.quadratic)).toBeLessThan(
      1e-12,
    ));

  test("have Conger's exact kappa of .442, and Cohen's kappa of .651 with z = 7 in the first two columns", () => {
    expect(gap(agreementReport(rowsOf(fleiss1971.ratings)).congerKappa.value, fleiss1971.exactKappa)).toBeLessThan(
      5.1e-4,
    );
    const pairs = fleiss1971.ratings.map(([first, second]) => [first, second] as const);
    const confusion = confusionOf(pairs, [1, 2, 3, 4, 5]);
    const { value } = known(cohenKappa(ratingsOfConfusion(confusion)));
    expect(gap(value, fleiss1971.firstTwo.kappa)).toBeLessThan(5.1e-4);
    expect(gap(value / (cohenKappaNullError(confusion).value ?? Number.NaN), fleiss1971.firstTwo.z)).toBeLessThan(0.05);
  });
});

test.each(['nominal', 'ordinal', 'interval'] as const)(
  '%s alpha of the three coders with missing ratings is the known one',
  (metric) =>
    expect(
      gap(
        agreementReport(rowsOf(threeCoders.ratings)).krippendorffAlphaMetric[metric].value,
        threeCoders.metric[metric],
      ),
    ).toBeLessThan(5.1e-4),
);

test("Cohen's kappa of 1960 is .492 and with his weights of 1968 .348", () => {
  const { table, weights, kappa, weightedKappa } = cohen;
  const ratings = ratingsOfConfusion(confusionFromTable(table));
  expect(gap(cohenKappa(ratings).value, kappa)).toBeLessThan(5.1e-4);
  expect(gap(cohenKappa(ratings, weightMatrix(weights, places(3))).value, weightedKappa)).toBeLessThan(5.1e-4);
});

test.each(['plain', 'linear'] as const)('%s kappa and its two standard errors are those that SAS prints', (name) => {
  const confusion = confusionFromTable(sas.table);
  const weights = weightMatrix(name === 'plain' ? 'identity' : 'linear', places(3));
  const { value, se } = known(cohenKappa(ratingsOfConfusion(confusion), weights));
  const answer = [value, se, cohenKappaNullError(confusion, weights).value];
  sas[name].forEach((expected, index) => expect(gap(answer[index], expected)).toBeLessThan(5.1e-5));
});

describe('the anxiety ratings of irr', () => {
  const pairs = anxiety.ratings.map(([, second, third]) => [second, third] as const);

  test.each(['identity', 'linear', 'quadratic'] as const)('%s kappa and its z are those of kappa2', (name) => {
    const confusion = confusionOf(pairs, anxiety.used);
    const weights = weightMatrix(name, places(5));
    const { value } = known(cohenKappa(ratingsOfConfusion(confusion), weights));
    const [expected, z] = anxiety.kappas[name];
    expect(gap(value, expected)).toBeLessThan(5.1e-8);
    expect(gap(value / (cohenKappaNullError(confusion, weights).value ?? Number.NaN), z)).toBeLessThan(5.1e-7);
  });

  test('custom weights may forgive a step', () => {
    const { disagreement, kappa } = anxiety.forgiving;
    const confusion = confusionOf(pairs, anxiety.used);
    const weights = weightMatrix(
      disagreement.map((_, k) => disagreement.map((__, l) => 1 - (disagreement[Math.abs(k - l)] ?? Number.NaN) / 2)),
      places(5),
    );
    const { value } = known(cohenKappa(ratingsOfConfusion(confusion), weights));
    expect(gap(value, kappa[0])).toBeLessThan(5.1e-8);
    expect(gap(value / (cohenKappaNullError(confusion, weights).value ?? Number.NaN), kappa[1])).toBeLessThan(5.1e-7);
  });

  test('two-way agreement of one rating is that of icc, with its interval', () => {
    const { value, ci } = known(agreementReport(rowsOf(anxiety.ratings)).icc['2,1']);
    [value, ...ci].forEach((number, index) =>
      expect(gap(number, anxiety.icc[index] ?? Number.NaN)).toBeLessThan(5.1e-4),
    );
  });
});

test('where nearly all pass, kappa falls below zero and AC1 stays beside percent agreement', () => {
  const ratings = ratingsOfConfusion(confusionFromTable(gwetsParadox.table));
  expect(gap(percentAgreement(tallyOf(ratings)).value, gwetsParadox.percentAgreement)).toBeLessThan(5e-5);
  expect(gap(cohenKappa(ratings).value, gwetsParadox.cohenKappa)).toBeLessThan(5e-5);
  expect(gap(gwetAC(tallyOf(ratings)).value, gwetsParadox.gwetAC)).toBeLessThan(5e-5);
});

test.each(paradoxes)(
  'a percent agreement of $percentAgreement comes with a kappa of $cohenKappa in a table of Feinstein and Cicchetti',
  ({ table, percentAgreement: agreed, cohenKappa: kappa, gwetAC: ac }) => {
    const ratings = ratingsOfConfusion(confusionFromTable(table));
    expect(gap(percentAgreement(tallyOf(ratings)).value, agreed)).toBeLessThan(1e-12);
    expect(gap(cohenKappa(ratings).value, kappa)).toBeLessThan(5.1e-3);
    expect(gap(gwetAC(tallyOf(ratings)).value, ac)).toBeLessThan(1e-12);
  },
);

describe('the six targets and four judges of Shrout and Fleiss', () => {
  const { ratings, squares, icc, printed, intervals } = shroutFleiss;

  test.each(iccForms)('ICC(%s) is the printed one, with the F-based interval', (form) => {
    const { value, ci } = known(agreementReport(rowsOf(ratings)).icc[form]);
    expect(gap(value, icc[form])).toBeLessThan(1e-9);
    expect(gap(value, printed[form])).toBeLessThan(5e-3);
    expect(gap(ci[0], intervals[form][0])).toBeLessThan(5.1e-8);
    expect(gap(ci[1], intervals[form][1])).toBeLessThan(5.1e-8);
  });

  test('the mean squares are the published ones', () => {
    const computed = meanSquares(ratings.flat(), 4);
    if ('value' in computed) throw new Error(computed.reason);
    for (const source of ['R', 'W', 'C', 'E'] as const)
      expect(gap(computed[source], squares[source])).toBeLessThan(1e-9);
    expect(computed).toMatchObject({ units: 6, raters: 4 });
  });
});
