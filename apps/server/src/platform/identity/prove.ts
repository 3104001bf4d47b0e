import type { Kysely } from 'kysely';
import { refuse, type Refusal } from '../refusal.ts';
import type { Accounts } from './accounts.ts';
import { verifyPassword } from './passwords.ts';
import { beginAttempt, personSubject, type TooMany } from './proofDelay.ts';
import { verifyCode } from './secondFactor.ts';
import type { IdentityTables } from './tables.ts';

/** What somebody who is signed in shows to prove who they are: the password, a code of their authenticator, or both. */
export type Shown = { readonly password?: string | undefined; readonly totp?: string | undefined };
export type Proved = { readonly ok: true } | Refusal<'notProved'> | TooMany;

/** Whether all that is shown is the person's own; nothing shown proves nothing. Wrong ones are counted and delay the next. */
export async function prove(
  auth: Accounts,
  db: Kysely<IdentityTables>,
  personId: string,
  { password, totp }: Shown,
  now: number,
): Promise<Proved> {
  if (password === undefined && totp === undefined)
    return refuse('notProved', 'Give your password, or a code from your authenticator.');
  const attempt = await beginAttempt(db, { subject: personSubject(personId), place: '' }, now);
  if (!attempt.ok) return attempt;
  const right =
    (password === undefined || (await verifyPassword(auth, personId, password))) &&
    (totp === undefined || (await verifyCode(auth, personId, totp)));
  await attempt.settle(right ? 'right' : 'wrong');
  if (right) return { ok: true };
  return refuse(
    'notProved',
    totp === undefined
      ? 'That is not your password.'
      : password === undefined
        ? 'That is not the code that your authenticator shows now.'
        : 'Password and code are not both yours.',
  );
}
