import type { PersonId } from './ids.ts';
import type { Role } from './actor.ts';

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
