import { AssayError, notFound } from '../record/errors.ts';
import type { World } from '../world.ts';
import { providersAs, type Session } from './session.ts';

/** What a person sees of their own account. */
export async function ownAccount(world: World, { person, secondFactor }: Session) {
  return {
    person,
    secondFactor,
    hasPassword: await world.identity.hasPassword(person.id),
    /** Backup codes that are left; null without an authenticator. */
    backupCodes: await world.identity.backupCodes(person.id),
  };
}

/** A person's sessions for a screen, the newest first; `current` is the one that asks. */
export async function sessionLines(world: World, person: string, current: string | null) {
  const lines = await world.identity.sessions(person);
  return lines.map((line) => ({ ...line, current: line.id === current }));
}

/** The person of this id; throws notFound where there is none. */
export async function somebody(world: World, person: string): Promise<string> {
  if (!(await world.identity.people([person])).has(person)) throw notFound('person');
  return person;
}

/** Roles whose accounts a provider's staff cannot open anew: they are independent of it, or stand above it. */
const beyondProviders = ['moderator', 'externalModerator', 'administrator'];

/**
 * Throws where the session may not make a person a new invitation, with which they choose another password: an
 * administrator may for anybody, a provider's staff for its candidates, assessors and staff who are in no other.
 */
export async function mayInvite(world: World, session: Session, person: string): Promise<void> {
  if (session.actors.some(({ role }) => role === 'administrator')) return void (await somebody(world, person));
  const own = providersAs(session, 'provider');
  const held = await world.db
    .selectFrom('appointment')
    .select(['role', 'provider'])
    .where('person', '=', person)
    .execute();
  if (!held.some(({ provider }) => own.includes(provider))) throw notFound('person');
  if (held.every(({ role, provider }) => own.includes(provider) && !beyondProviders.includes(role))) return;
  throw new AssayError({
    code: 'refused',
    refusals: [
      {
        rule: 'K2',
        says: 'Only an administrator may give a new invitation to a moderator, an administrator, or somebody who also belongs to another provider.',
      },
    ],
  });
}
