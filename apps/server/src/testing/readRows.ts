import type { Database } from '../database.ts';
import { readModels } from '../projections.ts';

/** Every row of every read model, in one order: what a rebuild must come to again. */
export async function readRows(db: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables: Record<string, readonly string[]> = {};
  for (const table of readModels) {
    const rows: readonly object[] = await db.selectFrom(table).selectAll().execute();
    tables[table] = rows.map((row) => JSON.stringify(row)).toSorted((a, b) => (a < b ? -1 : 1));
  }
  return tables;
}
