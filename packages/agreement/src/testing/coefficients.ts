import { iccForms } from '../icc.ts';
import { metricNames } from '../krippendorff-metric.ts';
import type { Coefficient } from '../coefficient.ts';
import type { AgreementReport } from '../report.ts';

/** The names of the coefficients that stand in a report by themselves. */
export const single = [
  'percentAgreement',
  'cohenKappa',
  'scottPi',
  'fleissKappa',
  'congerKappa',
  'gwetAC',
  'brennanPrediger',
  'krippendorffAlpha',
] as const;

/** Every coefficient of a report by name. */
export function coefficients(report: AgreementReport): [string, Coefficient][] {
  return [
    ...single.map((name): [string, Coefficient] => [name, report[name]]),
    ...metricNames.map((name): [string, Coefficient] => [`alpha ${name}`, report.krippendorffAlphaMetric[name]]),
    ...iccForms.map((form): [string, Coefficient] => [`ICC(${form})`, report.icc[form]]),
  ];
}

/** The names of the coefficients in which two reports differ. */
export function differences(one: AgreementReport, other: AgreementReport): string[] {
  const numbers = (coefficient?: Coefficient) =>
    coefficient === undefined || coefficient.value === null
      ? []
      : [coefficient.value, coefficient.se, ...coefficient.ci];
  const others = new Map(coefficients(other));
  return coefficients(one).flatMap(([name, coefficient]) => {
    const match = others.get(name);
    if (coefficient.value === null) return match?.value === null && match.reason === coefficient.reason ? [] : [name];
    const [a, b] = [numbers(coefficient), numbers(match)];
    const near = a.every(
      (number, index) => Math.abs(number - (b[index] ?? NaN)) < 1e-9 * Math.max(1, Math.abs(number)),
    );
    return near ? [] : [name];
  });
}
