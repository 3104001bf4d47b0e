import type { ComponentId, StatementCode } from '@assay/standards';
import { member, type Rulebook } from '../kernel/index.ts';
import type { Bank, Findings, Ground, Grounds, Scores } from '../scoring/index.ts';

/** The errors for which a mark is changed after release: a closed list, a difference of opinion is none of them. */
export const markingErrors = [
  'evidenceOverlooked',
  'wrongStandard',
  'scaleMisapplied',
  'procedureNotFollowed',
  'transcription',
] as const;

export type MarkingError = (typeof markingErrors)[number];

interface Reasoned {
  readonly code: MarkingError | 'malpractice';
  readonly reason: string;
}

/** One score or gate of an award put right: what it was, what it is, and the error that made it wrong. */
export type Correction = Reasoned &
  (
    | { readonly standard: StatementCode; readonly from: number; readonly to: number }
    | { readonly gate: ComponentId; readonly from: boolean; readonly to: boolean }
  );

/**
 * What a reviewer or an appeal asks to be put right. Without a code it is a difference of opinion, which changes
 * nothing.
 */
export type Change = {
  readonly code: MarkingError | null;
  readonly reason: string;
} & (
  | { readonly standard: StatementCode; readonly score: number }
  | { readonly gate: ComponentId; readonly met: boolean }
);

/** Scores of record and gates met or not: what a correction can change. */
export interface OfRecord {
  readonly scores: Scores;
  readonly gates: Readonly<Record<string, boolean>>;
}

/** A standard or a gate: where a correction is made. */
type Place = { readonly standard: StatementCode } | { readonly gate: ComponentId };

export function placeOf(place: Place): string {
  return 'standard' in place ? place.standard : place.gate;
}

/** What is on record for a standard or a gate; undefined where nothing was marked. */
export function recordedAt(place: Place, { scores, gates }: OfRecord): number | boolean | undefined {
  return 'standard' in place ? member(scores, place.standard) : member(gates, place.gate);
}

/** Whether a standard or a gate was banked before, so that this attempt was not marked on it. */
export function isBanked(place: Place, { scores, gates }: Bank): boolean {
  return 'standard' in place ? Object.hasOwn(scores, place.standard) : gates[place.gate] === true;
}

/** Places that are named a second time. */
export function namedTwice(places: readonly Place[]): string[] {
  const names = places.map(placeOf);
  return names.filter((name, index) => names.indexOf(name) < index);
}

/** Whether `to` is another score than `from` and on the scale, or the other state of a gate. */
export function isAnother(from: number | boolean | undefined, to: number | boolean, { highest }: Rulebook): boolean {
  return from !== to && (typeof to === 'boolean' || (Number.isInteger(to) && to >= 0 && to <= highest));
}

/** Scores and gates with corrections made. */
export function withCorrections({ scores, gates }: OfRecord, changes: readonly Correction[]): OfRecord {
  return {
    scores: {
      ...scores,
      ...Object.fromEntries(changes.flatMap((one) => ('standard' in one ? [[one.standard, one.to]] : []))),
    },
    gates: { ...gates, ...Object.fromEntries(changes.flatMap((one) => ('gate' in one ? [[one.gate, one.to]] : []))) },
  };
}

/** What an award would be found to rest on with corrections made. */
export function findingsWith(
  { scores, gates, allowances, attempt }: Required<Findings>,
  changes: readonly Correction[],
): Findings {
  return { ...withCorrections({ scores, gates }, changes), allowances, attempt };
}

/** The grounds once scores were corrected: the marks that were given stay beside it. */
export function correctedGrounds(grounds: Grounds, changes: readonly Correction[]): Grounds {
  const corrected = changes.flatMap((one): [string, Ground][] =>
    'standard' in one ? [[one.standard, { how: 'corrected', marks: member(grounds, one.standard)?.marks ?? [] }]] : [],
  );
  return { ...grounds, ...Object.fromEntries(corrected) };
}

/** Whether a change names its error, one of the list, and says why. */
export function isForError({ code, reason }: Change): boolean {
  return markingErrors.some((known) => known === code) && reason.trim() !== '';
}

/** What is changed to. */
export function wanted(change: Change): number | boolean {
  return 'standard' in change ? change.score : change.met;
}

/** Changes with what they change from; one that names no error, or has nothing to change, corrects nothing. */
export function correctionsOf(changes: readonly Change[], { scores, gates }: OfRecord): Correction[] {
  return changes.flatMap((change): Correction[] => {
    const { code } = change;
    if (code === null) return [];
    const why = { code, reason: change.reason.trim() };
    if ('standard' in change) {
      const from = member(scores, change.standard);
      return from === undefined ? [] : [{ standard: change.standard, from, to: change.score, ...why }];
    }
    const from = member(gates, change.gate);
    return from === undefined ? [] : [{ gate: change.gate, from, to: change.met, ...why }];
  });
}
