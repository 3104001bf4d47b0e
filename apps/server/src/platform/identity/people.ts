import type { Kysely } from 'kysely';
import { z } from 'zod';
import { refuse, type Refusal } from '../refusal.ts';
import type { Accounts } from './accounts.ts';
import { passwordRefusal, setPassword, type PasswordRefusal } from './passwords.ts';
import type { Person } from './person.ts';
import type { IdentityTables } from './tables.ts';

export type NewPerson = { readonly name: string; readonly email: string; readonly password?: string };
export type PersonCreated =
  | { readonly ok: true; readonly id: string }
  | Refusal<'emailTaken' | 'emailInvalid' | 'nameMissing'>
  | PasswordRefusal;

/**
 * Makes an account. With a password the person can sign in at once; without
 * one they need an invitation first.
 */
export async function createPerson(auth: Accounts, input: NewPerson): Promise<PersonCreated> {
  const name = input.name.trim();
  const email = input.email.trim().toLowerCase();
  if (name === '') return refuse('nameMissing', 'A person needs a name.');
  if (!z.email().safeParse(email).success) {
    return refuse('emailInvalid', `"${email}" is not an e-mail address.`);
  }
  const { password } = input;
  const wrong = password === undefined ? null : await passwordRefusal(password, [name, email, ...email.split('@')]);
  if (wrong) return wrong;

  const taken = refuse('emailTaken', `${email} belongs to another account.`);
  if (await auth.internalAdapter.findUserByEmail(email)) return taken;
  const hash = password === undefined ? null : await auth.password.hash(password);
  try {
    const user = await auth.internalAdapter.createUser(
      { name, email, emailVerified: hash !== null },
      { method: 'admin' },
    );
    if (hash !== null) await setPassword(auth, user.id, hash);
    return { ok: true, id: user.id };
  } catch (error) {
    // Somebody may have been faster between the look and the write; the unique index decides.
    if (await auth.internalAdapter.findUserByEmail(email)) return taken;
    throw error;
  }
}

/** Few enough for one statement on either database. */
const atOnce = 500;

/** Looks people up by id. Unknown ids are absent from the answer. */
export async function peopleByIds(
  db: Kysely<IdentityTables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, Person>();
  for (let from = 0; from < wanted.length; from += atOnce) {
    const rows = await db
      .selectFrom('user')
      .select(['id', 'name', 'email'])
      .where('id', 'in', wanted.slice(from, from + atOnce))
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}
