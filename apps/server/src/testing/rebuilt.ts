import { readModels } from '../projections.ts';
import { rebuild } from '../record/rebuild.ts';
import { audit } from '../record/verify.ts';
import type { World } from '../world.ts';

/** What the audit says of the record, and every read model before and after it is made again from the facts alone. */
export async function rebuilt({ db, dialect }: World) {
  const audited = await audit(db);
  const before = await rowsOf(db);
  await rebuild(db, dialect);
  return { audited, before, after: await rowsOf(db) };
}

async function rowsOf(db: World['db']): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of readModels) {
    const rows = await db.selectFrom(table).selectAll().execute();
    all[table] = rows.map((row) => JSON.stringify(row)).toSorted((a, b) => (a < b ? -1 : 1));
  }
  return all;
}
