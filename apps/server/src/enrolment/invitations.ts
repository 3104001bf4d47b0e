import { AssayError } from '../record/errors.ts';
import type { World } from '../world.ts';

/** A person and, where they are new and have no password yet, the link with which they set one. */
export interface Newcomer {
  readonly person: string;
  readonly invitation: string | null;
}

/**
 * The person with this e-mail address, or a new one. An address that is known keeps its name: nobody renames another
 * person by enrolling them. Throws AssayError (malformed) where name or address will not do.
 */
export async function findOrInvite(world: World, { name, email }: { name: string; email: string }): Promise<Newcomer> {
  const known = await world.db
    .selectFrom('user')
    .select('id')
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  if (known !== undefined) return { person: known.id, invitation: null };
  const made = await world.identity.createPerson({ name, email });
  if (!made.ok)
    throw new AssayError({
      code: 'malformed',
      fields: [{ path: made.error === 'nameMissing' ? 'name' : 'email', says: made.says }],
    });
  return { person: made.id, invitation: await world.identity.invitationLink(made.id) };
}
