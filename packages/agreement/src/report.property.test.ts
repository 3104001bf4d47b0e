import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementReport, iccForms, metricNames, weightNames, type Coefficient } from './index.ts';
import { coefficients, differences, single } from './testing/coefficients.ts';
import { rowsOf } from './testing/rows.ts';

const fixed = { seed: 42, numRuns: 100 };

/** What is wrong with a coefficient, by name; nothing as a rule. */
function faults(name: string, coefficient: Coefficient): string[] {
  if (coefficient.value === null) {
    const sound = /^[A-Z].*\.$/.test(coefficient.reason) && Object.keys(coefficient).join() === 'value,reason';
    return sound ? [] : [`${name} gives no reason: ${coefficient.reason}`];
  }
  const { value, se, ci } = coefficient;
  const sound = [value, se, ...ci].every(Number.isFinite) && value <= 1 + 1e-12 && se >= 0;
  return sound && ci[0] <= value + 1e-9 && ci[1] >= value - 1e-9 ? [] : [`${name}: ${JSON.stringify(coefficient)}`];
}

/** Small tables with holes: often one rater, one unit, one category, or nothing at all. */
const cell = (highest: number) =>
  fc.oneof({ weight: 4, arbitrary: fc.nat({ max: highest }) }, { weight: 1, arbitrary: fc.constant(null) });
const table = fc
  .tuple(fc.nat({ max: 6 }), fc.nat({ max: 4 }), fc.nat({ max: 4 }))
  .chain(([units, raters, highest]) =>
    fc.array(fc.array(cell(highest), { minLength: raters, maxLength: raters }), { minLength: units, maxLength: units }),
  );
const anyWeights = fc.constantFrom(...weightNames);

describe('over small tables of every kind', () => {
  test('a coefficient is finite numbers in order or a reason, never NaN or infinite', () => {
    fc.assert(
      fc.property(table, anyWeights, fc.boolean(), (ratings, name, declared) => {
        const report = agreementReport(rowsOf(ratings), {
          weights: name,
          ...(declared ? { categories: [0, 1, 2, 3, 4, 5] } : {}),
        });
        expect(coefficients(report).flatMap(([which, coefficient]) => faults(which, coefficient))).toEqual([]);
      }),
      { ...fixed, numRuns: 300 },
    );
  });

  test('the order of rows, the names of units and of raters change nothing', () => {
    fc.assert(
      fc.property(table, anyWeights, fc.infiniteStream(fc.nat()), (ratings, name, keys) => {
        const rows = rowsOf(ratings);
        const shuffled = rows
          .map((row) => ({
            row: { ...row, unit: `unit ${9 - Number(row.unit)}`, rater: `rater ${9 - Number(row.rater)}` },
            key: keys.next().value ?? 0,
          }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(
          differences(agreementReport(shuffled, { weights: name }), agreementReport(rows, { weights: name })),
        ).toEqual([]);
      }),
      fixed,
    );
  });

  test('other names for nominal categories change nothing', () => {
    const names = ['red', 'Blue', 'ünder', '10 %', 'a,b'];
    fc.assert(
      fc.property(table, fc.shuffledSubarray(names, { minLength: 5 }), (ratings, labels) => {
        const named = ratings.map((row) => row.map((code) => (code === null ? null : (labels[code] ?? ''))));
        const [plain, other] = [agreementReport(rowsOf(ratings)), agreementReport(rowsOf(named))];
        for (const name of single)
          expect(differences({ ...plain, [name]: plain[name] }, { ...plain, [name]: other[name] })).toEqual([]);
        expect(
          differences(plain, {
            ...plain,
            krippendorffAlphaMetric: {
              ...plain.krippendorffAlphaMetric,
              nominal: other.krippendorffAlphaMetric.nominal,
            },
          }),
        ).toEqual([]);
      }),
      fixed,
    );
  });

  test('perfect agreement on more than one category gives 1 without doubt', () => {
    const unit = fc.record({ code: fc.nat({ max: 4 }), rated: fc.nat({ max: 3 }) });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 6 }), anyWeights, (units, name) => {
        const rated = [{ code: 0, rated: 3 }, { code: 4, rated: 3 }, ...units];
        const ratings = rated.map(({ code, rated: count }) => [0, 1, 2].map((rater) => (rater < count ? code : null)));
        const report = agreementReport(rowsOf(ratings), { weights: name, categories: [0, 1, 2, 3, 4] });
        for (const which of single) {
          if (which === 'cohenKappa' || which === 'scottPi') continue;
          const { value } = report[which];
          expect(value, which).toBeCloseTo(1, 12);
        }
        for (const metric of metricNames) expect(report.krippendorffAlphaMetric[metric].value).toBeCloseTo(1, 12);
        const complete = agreementReport(rowsOf(rated.map(({ code }) => [code, code, code])));
        for (const form of iccForms) expect(complete.icc[form].value).toBeCloseTo(1, 12);
      }),
      fixed,
    );
  });

  test('for two raters kappas of many raters are the kappas of two', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell(3), { minLength: 2, maxLength: 2 }), { maxLength: 8 }),
        anyWeights,
        (ratings, name) => {
          const report = agreementReport(rowsOf(ratings), { weights: name });
          if (report.raters !== 2) return;
          const smaller = Math.sqrt((report.units - 1) / report.units);
          const doubt = (coefficient: Coefficient, by = 1) =>
            coefficient.value === null
              ? [coefficient.reason]
              : [coefficient.value, coefficient.se * by].map((number) => number.toFixed(8));
          expect(doubt(report.cohenKappa)).toEqual(doubt(report.congerKappa, smaller));
          expect(doubt(report.scottPi)).toEqual(doubt(report.fleissKappa, smaller));
        },
      ),
      fixed,
    );
  });

  test('interval alpha is alpha with quadratic weights, nominal alpha is alpha with identity weights', () => {
    fc.assert(
      fc.property(table, (ratings) => {
        const [plain, squared] = [
          agreementReport(rowsOf(ratings)),
          agreementReport(rowsOf(ratings), { weights: 'quadratic' }),
        ];
        expect(
          differences(plain, {
            ...plain,
            krippendorffAlphaMetric: {
              ...plain.krippendorffAlphaMetric,
              nominal: plain.krippendorffAlpha,
              interval: squared.krippendorffAlpha,
            },
          }),
        ).toEqual([]);
      }),
      fixed,
    );
  });
});
