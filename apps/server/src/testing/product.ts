import { randomUUID } from 'node:crypto';
import { personId, submission, type Actor } from '@assay/engine';
import { perform } from '../record/perform.ts';
import type { Unit } from '../record/unit.ts';
import type { TestWorld } from './world.ts';

/** Nobody: the product itself, which sends what a deadline says. */
const product: Actor = { person: personId('assay'), role: 'system', provider: null };

/** Something that the product itself does, as one command. */
function asProduct<Answer extends object>({ world }: TestWorld, work: (unit: Unit) => Promise<Answer>) {
  const commandId = randomUUID();
  return perform(world, { actors: [product], commandId, asked: commandId }, work);
}

/** The due of a submission passes, on this day. */
export async function passDue(at: TestWorld, id: string, on: string): Promise<void> {
  at.travel(`${on}T01:00:00.000Z`);
  await asProduct(at, (unit) => unit.change(submission, id, null, (by, when) => ({ type: 'PassDue', by, at: when })));
}

/** The due of a submission passes and its late time after it, on these days; nothing was handed in. */
export async function miss(at: TestWorld, id: string, due: string, late: string): Promise<void> {
  await passDue(at, id, due);
  at.travel(`${late}T01:00:00.000Z`);
  await asProduct(at, (unit) => unit.change(submission, id, null, (by, when) => ({ type: 'PassLate', by, at: when })));
}
