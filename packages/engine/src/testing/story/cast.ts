import { personId, type Actor, type AnyFact, type PersonId, type Role } from '../../kernel/index.ts';
import { demoProvider, people } from '../people.ts';

/** Somebody of the story's provider. */
export function actor(person: string, role: Role): Actor {
  return { person: personId(person), role, provider: demoProvider };
}

/** Everybody in the story who is no candidate; what they mark, moderate and decide is kept apart. */
export const cast = {
  provider: people.provider,
  secondProvider: actor('staff-2', 'provider'),
  administrator: people.administrator,
  system: people.system,
  first: people.assessor,
  second: people.otherAssessor,
  third: actor('assessor-3', 'assessor'),
  fourth: actor('assessor-4', 'assessor'),
  moderator: people.moderator,
  secondModerator: actor('moderator-2', 'moderator'),
  reviewer: actor('moderator-3', 'moderator'),
  secondReviewer: actor('moderator-4', 'moderator'),
  officer: actor('moderator-5', 'moderator'),
  external: actor('external-1', 'externalModerator'),
  outsider: actor('external-2', 'externalModerator'),
} as const;

/** This person as the one to whom something was allocated. */
export function asAssessor(person: PersonId): Actor {
  return actor(person, 'assessor');
}

/** Who sends what follows from a fact: the product, on behalf of whoever the fact is of. */
export function following({ by, at }: AnyFact): Pick<AnyFact, 'by' | 'at'> {
  return { by: { ...by, role: 'system' }, at };
}
