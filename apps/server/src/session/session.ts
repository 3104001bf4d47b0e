import { instant, londonDay, personId, providerId, roles, type Actor, type Instant, type Role } from '@assay/engine';
import { AssayError } from '../record/errors.ts';
import { unlessOutOfReach } from '../platform/identity/reach.ts';
import type { World } from '../world.ts';
import { withheldRoles } from './second-factor.ts';

/** A signed-in person and every role they hold, read anew for each request: a dismissal works at once. */
export interface Session {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  /** Nobody where the second factor is missing, so that nothing that asks for a role is done by mistake. */
  readonly actors: readonly Actor[];
  /** Whether this session passed a second factor, has yet to, or need not. */
  readonly secondFactor: 'done' | 'missing' | 'notNeeded';
  /** The roles that wait for the second factor. */
  readonly withheld: readonly Role[];
  /** When the person last proved in this session who they are, after signing in. */
  readonly provedAt: Instant | null;
}

export async function readSession(world: World, headers: Headers): Promise<Session | null> {
  const found = await world.identity.session(headers).catch((error: unknown) => unlessOutOfReach(world.db, error));
  if (found === null) return null;
  const held = await actorsOf(world, found.person.id);
  const passed = found.secondFactor.passedAt !== null;
  const withheld = passed ? [] : withheldRoles(world, held);
  return {
    id: found.sessionId,
    person: found.person,
    actors: withheld.length > 0 ? [] : held,
    secondFactor: passed ? 'done' : withheld.length > 0 ? 'missing' : 'notNeeded',
    withheld,
    provedAt: found.provedAt === null ? null : instant(found.provedAt),
  };
}

/** The roles a person holds, each for its provider; one whose last day has passed is not held any more. */
export async function actorsOf(world: World, person: string): Promise<Actor[]> {
  const rows = await world.db
    .selectFrom('appointment')
    .select(['role', 'provider', 'until'])
    .where('person', '=', person)
    .orderBy('role')
    .execute();
  // The clock is asked only where a day hangs on it.
  const today = rows.some(({ until }) => until !== null) ? londonDay(world.given.now()) : '';
  return rows.flatMap(({ role, provider, until }) => {
    const known = roles.find((name): name is Role => name === role);
    if (known === undefined || (until !== null && until < today)) return [];
    return [{ person: personId(person), role: known, provider: providerId(provider) }];
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
