import { instant, personId, providerId, type Actor, type Instant, type Role } from '../kernel/index.ts';

/** The provider that everybody of `people` but the stranger belongs to. */
export const demoProvider = providerId('provider-1');

/** One actor in each role, all of one provider, and a second of some for conflicts. */
export const people = {
  candidate: actor('candidate-1', 'candidate'),
  otherCandidate: actor('candidate-2', 'candidate'),
  assessor: actor('assessor-1', 'assessor'),
  otherAssessor: actor('assessor-2', 'assessor'),
  moderator: actor('moderator-1', 'moderator'),
  provider: actor('staff-1', 'provider'),
  administrator: actor('administrator-1', 'administrator'),
  system: actor('system', 'system'),
  stranger: { ...actor('staff-9', 'provider'), provider: providerId('provider-9') },
} as const;

function actor(person: string, role: Role): Actor {
  return { person: personId(person), role, provider: demoProvider };
}

/** The same actor in another role of theirs. */
export function as(role: Role, who: Actor): Actor {
  return { ...who, role };
}

/** Noon of a day in the tests' year: `noon(3)` is 3 March 2026. */
export function noon(dayOfMarch: number): Instant {
  return instant(`2026-03-${String(dayOfMarch).padStart(2, '0')}T12:00:00.000Z`);
}
