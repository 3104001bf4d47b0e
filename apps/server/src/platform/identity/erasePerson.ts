import { sql, type Transaction } from 'kysely';
import type { IdentityTables } from './tables.ts';

/**
 * Makes a person unknown: a pseudonym for their name, an address that no mail can reach, and nothing left with which
 * anybody could sign in as them. Their id stays, since the record names it. In the caller's transaction.
 */
export async function erasePerson<Schema extends IdentityTables>(
  writing: Transaction<Schema>,
  person: { readonly id: string; readonly email: string },
): Promise<void> {
  const { id, email } = person;
  // Whatever better-auth keeps for an account, now or with a plugin, it keeps by this column.
  const tables = await writing.introspection.getTables();
  const theirs = tables.filter(({ columns }) => columns.some(({ name }) => name === 'userId'));
  for (const { name } of theirs)
    await sql`delete from ${sql.table(name)} where ${sql.ref('userId')} = ${id}`.execute(writing);
  await sql`delete from verification where value = ${id} or identifier = ${email}`.execute(writing);
  await sql`delete from invitation where "personId" = ${id}`.execute(writing);
  await sql`update "user" set name = ${pseudonymOf(id)}, email = ${`${id.toLowerCase()}@erased.invalid`}, image = null
    where id = ${id}`.execute(writing);
}

/** The same one everywhere, so that a log of decisions can still be followed. */
const pseudonymOf = (id: string) => `Erased person ${id.slice(0, 6)}`;
