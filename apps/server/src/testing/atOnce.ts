import { randomUUID } from 'node:crypto';
import { personId, providerId, type Actor, type Role } from '@assay/engine';
import { perform } from '../record/perform.ts';
import type { Unit } from '../record/unit.ts';
import type { World } from '../world.ts';

/** Somebody in a role for a provider, that of the stories where none is named. */
export function acting(person: string, role: Role, provider = 'north'): Actor {
  return { person: personId(person), role, provider: providerId(provider) };
}

/**
 * Does many things in one transaction, each as whoever of these may: what would take people weeks is there at once, by
 * the same commands.
 */
export function atOnce<Answer extends object>(
  { world }: { readonly world: World },
  actors: readonly Actor[],
  work: (unit: Unit) => Promise<Answer>,
): Promise<Answer> {
  return perform(world, { actors, commandId: randomUUID(), asked: 'at once' }, work);
}
