import { providerId, type ProviderId } from '@assay/engine';
import { AssayError, notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import { house } from '../session/setup.ts';
import type { World } from '../world.ts';

/** The provider for whom the session acts as staff. Throws notFound where it acts for none. */
export function ownProvider(session: Session): ProviderId {
  const [first] = providersAs(session, 'provider');
  if (first === undefined) throw notFound('provider of yours');
  return providerId(first);
}

/** The provider that is named, for an administrator or its own staff; the session's own where none is. Throws notFound. */
export function actingFor(session: Session, named: ProviderId | undefined): ProviderId {
  if (named === undefined) return ownProvider(session);
  const allowed =
    session.actors.some(({ role }) => role === 'administrator') || providersAs(session, 'provider').includes(named);
  if (!allowed) throw notFound('provider of yours');
  return named;
}

/** Throws K2 where the session holds no administrator's role: what administrators see is theirs alone. */
export function asAdministrator(session: Session): void {
  if (session.actors.some(({ role }) => role === 'administrator')) return;
  throw new AssayError({ code: 'refused', refusals: [{ rule: 'K2', says: 'Only an administrator may do this.' }] });
}

/** Every provider but the installation's own record, by name. */
export async function allProviders(
  world: World,
  session: Session,
): Promise<{ provider: string; name: string; people: number }[]> {
  asAdministrator(session);
  const rows = await world.db
    .selectFrom('provider')
    .leftJoin('appointment', 'appointment.provider', 'provider.provider')
    .select(({ fn }) => ['provider.provider', 'provider.name', fn.count('appointment.person').as('people')])
    .where('provider.provider', '!=', house)
    .groupBy(['provider.provider', 'provider.name'])
    .orderBy('provider.name')
    .execute();
  return rows.map(({ provider, name, people }) => ({ provider, name, people: Number(people) }));
}

export async function myProvider(world: World, session: Session) {
  const owner = ownProvider(session);
  const { name } = await world.db
    .selectFrom('provider')
    .select('name')
    .where('provider', '=', owner)
    .executeTakeFirstOrThrow();
  const { version } = await world.db
    .selectFrom('stream')
    .select('version')
    .where('id', '=', owner)
    .executeTakeFirstOrThrow();
  const appointed = await world.db
    .selectFrom('appointment')
    .select(['person', 'role', 'until'])
    .where('provider', '=', owner)
    .where('role', 'in', ['assessor', 'moderator', 'externalModerator', 'provider', 'administrator'])
    .execute();
  const people = await world.identity.people(appointed.map(({ person }) => person));
  const roles = Map.groupBy(appointed, ({ person }) => person);
  return {
    provider: owner,
    name,
    version,
    people: [...people.values()]
      .map((person) => ({
        id: person.id,
        name: person.name,
        email: person.email,
        roles: (roles.get(person.id) ?? []).map(({ role }) => role).toSorted(),
        /** The last days of the roles that end. */
        ends: (roles.get(person.id) ?? []).flatMap(({ role, until }) => (until === null ? [] : [{ role, until }])),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}
