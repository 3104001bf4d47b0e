import type { Role } from '@assay/engine';
import type { Database, Writing } from '../database.ts';

/** Whether a person holds a role for a provider now. */
export async function isAppointed(
  db: Database | Writing,
  person: string,
  role: Role,
  provider: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('appointment')
    .select('person')
    .where('provider', '=', provider)
    .where('person', '=', person)
    .where('role', '=', role)
    .executeTakeFirst();
  return row !== undefined;
}
