import { notFound } from '../../record/errors.ts';
import type { Session } from '../../session/session.ts';
import type { World } from '../../world.ts';

const isAdministrator = (session: Session) => session.actors.some(({ role }) => role === 'administrator');

/** Whoever is asked about, for themselves and for administrators. Throws notFound for anybody else, and for nobody. */
export async function personFor(world: World, session: Session, person: string) {
  if (session.person.id !== person && !isAdministrator(session)) throw notFound('person');
  const found = (await world.identity.people([person])).get(person);
  if (found === undefined) throw notFound('person');
  return found;
}
