import { personId, type PersonId } from '@assay/engine';
import type { World } from '../world.ts';
import { administrator, assessors, candidates, moderators, staff, type CandidateRole, type Role } from './cast.ts';

/** Of every demo person. It is printed at start and guards nothing: the demo lets anyone in with one click. */
export const demoPassword = 'assay demo 2026';

/** Somebody of the cast with an account. */
export interface Player {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
}

export interface Players {
  readonly administrator: Player;
  readonly staff: readonly Player[];
  readonly moderators: readonly Player[];
  readonly assessors: readonly (Player & { readonly severity: number })[];
  readonly candidates: readonly (Player & CandidateRole)[];
}

/** Makes an account for everybody, all at once: hashing a password is slow on purpose and uses every core. */
export async function createPlayers(world: World): Promise<Players> {
  const all = <Part extends Role>(roles: readonly Part[]) => Promise.all(roles.map((role) => account(world, role)));
  const [[first], ...others] = await Promise.all([
    all([administrator]),
    all(staff),
    all(moderators),
    all(assessors),
    all(candidates),
  ]);
  if (first === undefined) throw new TypeError('The cast has no administrator');
  const [ofStaff, ofModerators, ofAssessors, ofCandidates] = others;
  return {
    administrator: first,
    staff: ofStaff,
    moderators: ofModerators,
    assessors: ofAssessors,
    candidates: ofCandidates,
  };
}

async function account<Part extends Role>(world: World, role: Part): Promise<Part & { readonly id: PersonId }> {
  const made = await world.identity.createPerson({ name: role.name, email: role.email, password: demoPassword });
  if (!made.ok) throw new Error(`The demo could not make ${role.name}: ${made.says}`);
  return { ...role, id: personId(made.id) };
}
