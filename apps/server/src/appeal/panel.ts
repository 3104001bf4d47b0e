import { personId, type PanelMember, type Party } from '@assay/engine';
import type { Writing } from '../database.ts';
import { AssayError } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';

/**
 * The members of a panel, named by id or, where they belong to nobody that the convener knows, by e-mail address. A
 * member is connected who holds any role for the provider, or stands anywhere on the portfolio. Throws AssayError
 * (malformed) for somebody who is not known here.
 */
export async function panelOf(
  tables: Writing,
  named: readonly string[],
  provider: string,
  submission: string,
): Promise<{ members: readonly PanelMember[]; involved: readonly Party[] }> {
  if (named.length === 0) return { members: [], involved: [] };
  const known = await tables
    .selectFrom('user')
    .select(['id', 'email'])
    .where(({ eb, or }) =>
      or([
        eb('id', 'in', [...named]),
        eb(
          'email',
          'in',
          named.map((name) => name.toLowerCase()),
        ),
      ]),
    )
    .execute();
  const people = named.map((name) => {
    const found = known.find(({ id, email }) => id === name || email === name.toLowerCase());
    if (found === undefined)
      throw new AssayError({
        code: 'malformed',
        fields: [{ path: 'members', says: `${name} is nobody who is known here; invite them first.` }],
      });
    return personId(found.id);
  });
  const involved = await involvedIn(tables, { are: [submission] }, people);
  const appointed = await tables
    .selectFrom('appointment')
    .select('person')
    .where('provider', '=', provider)
    .where('person', 'in', people)
    .execute();
  const connected = new Set<string>([...involved, ...appointed].map(({ person }) => person));
  return { members: people.map((person) => ({ person, connected: connected.has(person) })), involved };
}
