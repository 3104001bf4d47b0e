import { getIP } from 'better-auth/api';
import type { Kysely } from 'kysely';
import { addressHeader } from './configuration.ts';
import type { Door } from './doors.ts';
import { emailSubject, personSubject, type Guessed } from './proofDelay.ts';
import type { IdentityTables } from './tables.ts';

/** Whose guess this is; null where better-auth counts by itself: codes between the password and the session. */
export async function guessedBy(
  db: Kysely<IdentityTables>,
  {
    door,
    personId,
    email,
    headers,
  }: {
    readonly door: Door;
    /** Who is signed in; null where nobody is. */
    readonly personId: string | null;
    readonly email: unknown;
    readonly headers: Headers;
  },
): Promise<Guessed | null> {
  if (personId !== null) return { subject: personSubject(personId), place: '' };
  if (door.counts !== 'address' || typeof email !== 'string') return null;
  return { subject: emailSubject(email), place: await knownPlace(db, email, headers) };
}

/**
 * The address of the request where the person is signed in from it already, else nothing: whoever guesses from
 * elsewhere delays themselves and not the person where they work.
 */
async function knownPlace(db: Kysely<IdentityTables>, email: string, headers: Headers): Promise<string> {
  if (!headers.has(addressHeader)) return '';
  // As better-auth wrote it into the session: of an IPv6 address the network.
  const address = getIP(headers, { advanced: { ipAddress: { ipAddressHeaders: [addressHeader] } } });
  if (address === null) return '';
  const known = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select('session.id')
    .where('user.email', '=', email.trim().toLowerCase())
    .where('session.ipAddress', '=', address)
    .limit(1)
    .executeTakeFirst();
  return known === undefined ? '' : address;
}
