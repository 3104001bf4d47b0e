import {
  appeal,
  evidence,
  malpractice,
  marking,
  personId,
  review,
  submission,
  type Actor,
  type Instant,
} from '@assay/engine';
import type { Changed, Unit } from '../record/unit.ts';

/** The product itself, which sends what follows from a deadline that has passed. */
export const clock: Actor = { person: personId('clock'), role: 'system', provider: null };

type Lapse = (unit: Unit, stream: string) => Promise<Pick<Changed<object, object>, 'version' | 'status'>>;

const sent = <const Type extends string>(type: Type) => ({
  as: (by: Actor, at: Instant) => ({ type, by, at }),
});

/** What is sent when a deadline passes, by the command's name as the engine's turns have it. */
export const lapses: ReadonlyMap<string, Lapse> = new Map<string, Lapse>([
  ['LapseCorrection', (unit, id) => unit.change(evidence, id, null, sent('LapseCorrection').as)],
  ['PassDue', (unit, id) => unit.change(submission, id, null, sent('PassDue').as)],
  ['PassLate', (unit, id) => unit.change(submission, id, null, sent('PassLate').as)],
  ['LapseAllocation', (unit, id) => unit.change(review, id, null, sent('LapseAllocation').as)],
  ['LapseConference', (unit, id) => unit.change(marking, id, null, sent('LapseConference').as)],
  ['LapseAppeal', (unit, id) => unit.change(appeal, id, null, sent('LapseAppeal').as)],
  ['LapseAnswer', (unit, id) => unit.change(malpractice, id, null, sent('LapseAnswer').as)],
]);
