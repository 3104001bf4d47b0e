import type { PersonId, ProviderId } from './ids.ts';

/** Every role there is, scheme.md section 2; `system` acts for the product itself, on a fact already decided. */
export const roles = [
  'candidate',
  'assessor',
  'moderator',
  'externalModerator',
  'provider',
  'administrator',
  'system',
] as const;

export type Role = (typeof roles)[number];

/** Who acts, in which of their roles, and for which provider (null: for none). */
export interface Actor {
  readonly person: PersonId;
  readonly role: Role;
  readonly provider: ProviderId | null;
}

/**
 * How an actor stands to the record acted on.
 * `own`: it is the actor's own work. `allocated`: the actor was given it to judge.
 * `sameProvider`: actor and record belong to one provider. `anyone`: always so.
 */
export const relations = ['own', 'allocated', 'sameProvider', 'anyone'] as const;

export type Relation = (typeof relations)[number];

/** One way of being allowed: this role, standing so to the record. */
export interface Permission {
  readonly role: Role;
  readonly relation: Relation;
}

/** `may('assessor', 'allocated')` reads: an assessor may, where the record is allocated to them. */
export function may(role: Role, relation: Relation): Permission {
  return { role, relation };
}
