import type { PersonId } from './ids.ts';
import type { Actor, Role } from './actor.ts';

/** A person who already stands in a role on the record. */
export interface Party {
  readonly person: PersonId;
  readonly role: Role;
}

/** Roles that one person never holds together on one portfolio (scheme.md section 2). */
const conflicting: Readonly<Record<Role, readonly Role[]>> = {
  candidate: ['assessor', 'moderator', 'externalModerator', 'provider', 'administrator'],
  assessor: ['candidate', 'moderator', 'externalModerator'],
  moderator: ['candidate', 'assessor', 'externalModerator'],
  externalModerator: ['candidate', 'assessor', 'moderator'],
  provider: ['candidate'],
  administrator: ['candidate'],
  system: [],
};

/** The role in which the person already stands on the record and which conflicts with `role`; undefined for none. */
export function conflictOf(person: PersonId, role: Role, parties: readonly Party[]): Role | undefined {
  return parties.find((party) => party.person === person && conflicting[role].includes(party.role))?.role;
}

/** Who has acted in which role, by the facts of a portfolio's records; the product itself is nobody. Each once. */
export function involved(facts: Iterable<{ readonly by: Actor }>): Party[] {
  const found = new Map<string, Party>();
  for (const { by } of facts) {
    if (by.role !== 'system') found.set(`${by.role} ${by.person}`, { person: by.person, role: by.role });
  }
  return [...found.values()];
}
