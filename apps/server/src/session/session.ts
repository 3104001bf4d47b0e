import { personId, providerId, roles, type Actor, type Role } from '@assay/engine';
import { AssayError } from '../record/errors.ts';
import { unlessOutOfReach } from '../platform/identity/reach.ts';
import type { World } from '../world.ts';

/** A signed-in person and every role they hold, read anew for each request: a dismissal works at once. */
export interface Session {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly actors: readonly Actor[];
}

export async function readSession(world: World, headers: Headers): Promise<Session | null> {
  const found = await world.identity.session(headers).catch((error: unknown) => unlessOutOfReach(world.db, error));
  if (found === null) return null;
  return { person: found.person, actors: await actorsOf(world, found.person.id) };
}

/** The roles a person holds, each for its provider. */
export async function actorsOf(world: World, person: string): Promise<Actor[]> {
  const rows = await world.db
    .selectFrom('appointment')
    .select(['role', 'provider'])
    .where('person', '=', person)
    .orderBy('role')
    .execute();
  return rows.flatMap(({ role, provider }) => {
    const known = roles.find((name): name is Role => name === role);
    return known === undefined ? [] : [{ person: personId(person), role: known, provider: providerId(provider) }];
  });
}

/** The providers for which the session holds a role. */
export function providersAs(session: Session, role: Role): string[] {
  return session.actors.filter((actor) => actor.role === role).flatMap(({ provider }) => provider ?? []);
}

export function signedIn(session: Session | null): Session {
  if (session === null) throw new AssayError({ code: 'notSignedIn' });
  return session;
}
