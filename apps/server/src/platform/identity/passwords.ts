import { refuse, type Refusal } from '../refusal.ts';
import type { Accounts } from './accounts.ts';
import { isCommon } from './commonPasswords.ts';

/** Length in characters; longer ones are refused because hashing them would cost us, not the guesser. */
export const shortestPassword = 12;
export const longestPassword = 128;

export type PasswordRefusal = Refusal<'passwordTooShort' | 'passwordTooLong' | 'passwordTooCommon'>;

/** What is wrong with a new password, or null. `known` is what a guesser knows of the person: name and address. */
export async function passwordRefusal(
  password: string,
  known: readonly string[] = [],
): Promise<PasswordRefusal | null> {
  if (password.length < shortestPassword) {
    return refuse(
      'passwordTooShort',
      `A password needs at least ${shortestPassword} characters; this one has ${password.length}.`,
    );
  }
  if (password.length > longestPassword) {
    return refuse(
      'passwordTooLong',
      `A password may have at most ${longestPassword} characters; this one has ${password.length}.`,
    );
  }
  if (await isCommon(password, known)) {
    return refuse(
      'passwordTooCommon',
      'This password is a common one, or close to one, and would be guessed soon. Choose several words that do not belong together.',
    );
  }
  return null;
}

/** Gives a person a password, in place of any earlier one. `hash` comes from `auth.password.hash`. */
export async function setPassword(auth: Accounts, personId: string, hash: string): Promise<void> {
  const account = await auth.internalAdapter.findCredentialAccount(personId);
  if (account) {
    await auth.internalAdapter.updatePassword(personId, hash);
    return;
  }
  await auth.internalAdapter.linkAccount({
    userId: personId,
    providerId: 'credential',
    accountId: personId,
    password: hash,
  });
}

/** Whether this is the person's password now; false for a person without one, or nobody. */
export async function verifyPassword(auth: Accounts, personId: string, password: string): Promise<boolean> {
  if (password.length > longestPassword) return false;
  const account = await auth.internalAdapter.findCredentialAccount(personId);
  if (!account?.password) return false;
  return auth.password.verify({ hash: account.password, password });
}
