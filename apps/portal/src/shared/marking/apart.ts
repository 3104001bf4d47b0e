import type { Scheme } from '@assay/standards';

import type { MarkingView, RouterOutputs } from '../server.ts';
import { scaleName } from './wording.ts';

export type Difference = MarkingView['differences'][number];
export type Rest = RouterOutputs['marking']['rest']['places'][number];
export type Given = Rest['marks'][number];
/** What these sentences need of a scheme. */
type Figures = Pick<Scheme, 'scale' | 'threshold' | 'secondMarking'>;
/** A score, or whether a gate is met. */
export type Value = number | boolean;

export const markerWords: Readonly<Record<string, string>> = {
  first: 'First marker',
  second: 'Second marker',
  third: 'Third marker',
};

/** "2 Meets" for a score, "Met" for a gate. */
export function valueWords(value: Value, scheme: Figures): string {
  if (typeof value === 'boolean') return value ? 'Met' : 'Not met';
  return `${value} ${scaleName(scheme, value)}`;
}

export function isAchieved(value: Value, scheme: Figures): boolean {
  return typeof value === 'boolean' ? value : value >= scheme.threshold;
}

const listed = (values: readonly string[]) => new Intl.ListFormat('en-GB').format(values);

/** How a score or a judgement of record came about, in one sentence; null while nothing stands on record. */
export function howItStands({ marks, record, how }: Rest | Difference, scheme: Figures): string | null {
  if (record === null || how === null) return null;
  const stands = valueWords(record, scheme);
  const given = listed(
    marks
      .map(({ mark }) => mark)
      .toSorted((a, b) => Number(a) - Number(b))
      .map((mark) => (typeof mark === 'number' ? String(mark) : valueWords(mark, scheme).toLowerCase())),
  );
  switch (how) {
    case 'median':
      return typeof record === 'number'
        ? `${given}: the middle one of the three is the score of record, ${stands}.`
        : `${given}: what two of the three say stands. ${stands}.`;
    case 'conferred':
      return `Agreed in conference: ${stands}.`;
    case 'lower':
      return `${given} lie on the same side of the line, so the lower is the score of record: ${stands}.`;
    case 'marked':
      return marks.length > 1 ? `Both markers gave ${stands}.` : `One marker was asked: ${stands}.`;
    case 'banked':
      return `Achieved in an earlier attempt and banked: ${stands}.`;
    case 'priorLearning':
      return `Achieved by prior learning: ${stands}.`;
    case 'corrected':
      return `Corrected after a review of marking: ${stands}.`;
  }
}

/** The rule that a sentence of `howItStands` rests on; none where one marker’s mark simply stands. */
export function ruleOf(how: Rest['how']): string | null {
  switch (how) {
    case 'median':
    case 'conferred':
    case 'lower':
      return 'R12';
    case 'banked':
      return 'R8';
    case 'priorLearning':
      return 'R14';
    default:
      return null;
  }
}

/** R12 of the scheme: where two marks lie apart. */
export function apartWords({ secondMarking: { discrepancy }, threshold }: Figures): string {
  const { scoresApart, acrossThreshold } = discrepancy;
  return `differ by ${scoresApart} or more${acrossThreshold ? `, or the line between ${threshold - 1} and ${threshold} runs between them` : ''}`;
}

/** R11 of the scheme: why a portfolio is marked by two. */
export function secondReasonWords(reason: string, { secondMarking }: Figures): string {
  switch (reason) {
    case 'firstPortfolios':
      return `one of the first marker’s first ${secondMarking.firstPortfolios} portfolios`;
    case 'resubmission':
      return 'a resubmission';
    default:
      return 'drawn by the plan, as every so manieth portfolio is';
  }
}
