import { marking, type AnyFact, type Marking, type SecondMarkingReason } from '@assay/engine';
import type { Unit } from '../record/unit.ts';

/** Asks for a second marker where there are reasons for one. */
export async function requireSecondMarker(
  unit: Unit,
  { marking: id }: Pick<Marking, 'marking'>,
  reasons: readonly SecondMarkingReason[],
  { by, at }: AnyFact,
): Promise<void> {
  if (reasons.length === 0) return;
  await unit.change(marking, id, null, () => ({
    type: 'RequireSecondMarker',
    reasons,
    by: { ...by, role: 'system' },
    at,
  }));
}
