import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { refuse, type Refusal } from '../refusal.ts';
import type { Accounts } from './accounts.ts';
import { passwordRefusal, setPassword, type PasswordRefusal } from './passwords.ts';
import { emailSubject, forget, personSubject } from './proofDelay.ts';
import type { IdentityTables } from './tables.ts';

/** Milliseconds. */
const validFor = 7 * 24 * 60 * 60 * 1000;

export type InvitationAccepted =
  | { readonly ok: true; readonly personId: string }
  | Refusal<'invitationUnknown'>
  | PasswordRefusal;
export type InvitationOpened = { readonly ok: true; readonly personId: string } | Refusal<'invitationUnknown'>;

const unknown = refuse(
  'invitationUnknown',
  'This invitation has been used, has run out, or never was. Ask for a new one.',
);

/**
 * Makes a person's invitation, in place of any earlier one.
 *
 * @returns the token, which is kept nowhere: the table holds its hash, so a copy of the database opens no account.
 */
export async function invite(db: Kysely<IdentityTables>, personId: string, now: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const open = { tokenHash: hashOf(token), expiresAt: now + validFor };
  await db
    .insertInto('invitation')
    .values({ personId, ...open })
    .onConflict((conflict) => conflict.column('personId').doUpdateSet(open))
    .execute();
  return token;
}

/**
 * Takes the opened link as the proof of the person's address, without a password. The invitation stays open until it
 * runs out or the person signs in with the sign-on service: should that fail, the link still gives them a password.
 */
export async function openInvitation(
  auth: Accounts,
  db: Kysely<IdentityTables>,
  token: string,
  now: number,
): Promise<InvitationOpened> {
  const found = await invited(db, hashOf(token), now);
  if (!found) return unknown;
  await auth.internalAdapter.updateUser(found.personId, { emailVerified: true });
  return { ok: true, personId: found.personId };
}

/**
 * Sets the invited person's password, ends their sessions, and forgets the
 * delays of wrong passwords. A password that is refused leaves the invitation
 * open; otherwise it is used up.
 */
export async function acceptInvitation(
  auth: Accounts,
  db: Kysely<IdentityTables>,
  given: { readonly token: string; readonly password: string },
  now: number,
): Promise<InvitationAccepted> {
  const tokenHash = hashOf(given.token);
  const found = await invited(db, tokenHash, now);
  if (!found) return unknown;
  const wrong = await passwordRefusal(given.password, [found.name, found.email, ...found.email.split('@')]);
  if (wrong) return wrong;

  const hash = await auth.password.hash(given.password);
  // Taking the row decides between two who open the same link at once. A crash
  // between here and the next line costs a new invitation, never a second use.
  const taken = await db
    .deleteFrom('invitation')
    .where('tokenHash', '=', tokenHash)
    .returning('personId')
    .executeTakeFirst();
  if (!taken) return unknown;
  await setPassword(auth, taken.personId, hash);
  await auth.internalAdapter.updateUser(taken.personId, { emailVerified: true });
  await auth.internalAdapter.deleteUserSessions(taken.personId);
  await forget(db, { subject: emailSubject(found.email) });
  await forget(db, { subject: personSubject(taken.personId) });
  return { ok: true, personId: taken.personId };
}

function invited(db: Kysely<IdentityTables>, tokenHash: string, now: number) {
  return db
    .selectFrom('invitation')
    .innerJoin('user', 'user.id', 'invitation.personId')
    .select(['invitation.personId', 'user.name', 'user.email'])
    .where('invitation.tokenHash', '=', tokenHash)
    .where('invitation.expiresAt', '>', now)
    .executeTakeFirst();
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
