import { day, instant, personId, providerId, type Actor, type Day, type Instant, type Role } from '@assay/engine';

/** The one simulated provider. */
export const house = providerId('simulated');

/** A simulated person in a role. */
export function by(name: string, role: Role): Actor {
  return { person: personId(name), role, provider: house };
}

/** Noon of the n-th day of the simulated month: no time of day of this machine goes into a simulation. */
export function at(n: number): Instant {
  return instant(`${calendar(n)}T12:00:00.000Z`);
}

export function calendar(n: number): Day {
  return day(`2026-03-${String(n).padStart(2, '0')}`);
}
