import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import { refuse, type Refusal } from '../refusal.ts';
import type { Accounts } from './accounts.ts';
import { passwordRefusal, setPassword, type PasswordRefusal } from './passwords.ts';
import type { IdentityTables } from './tables.ts';

/** Milliseconds. */
const validFor = 7 * 24 * 60 * 60 * 1000;

export type InvitationAccepted =
  | { readonly ok: true; readonly personId: string }
  | Refusal<'invitationUnknown'>
  | PasswordRefusal;

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
 * Sets the invited person's password and ends their sessions. A password that
 * is refused leaves the invitation open; otherwise it is used up.
 */
export async function acceptInvitation(
  auth: Accounts,
  db: Kysely<IdentityTables>,
  given: { readonly token: string; readonly password: string },
  now: number,
): Promise<InvitationAccepted> {
  const unknown = refuse(
    'invitationUnknown',
    'This invitation has been used, has run out, or never was. Ask for a new one.',
  );
  const tokenHash = hashOf(given.token);
  const found = await db
    .selectFrom('invitation')
    .select('personId')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  if (!found) return unknown;
  const wrong = passwordRefusal(given.password);
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
  return { ok: true, personId: taken.personId };
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
