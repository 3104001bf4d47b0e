import type { Database } from '../database.ts';
import { readModels } from '../projections.ts';

/** Every row of every read model, for comparing before and after a rebuild. */
export async function readModelRows(db: Database): Promise<Record<string, string[]>> {
  const tables = await Promise.all(
    readModels.map(async (table) => {
      const rows = await db.selectFrom(table).selectAll().execute();
      return [table, rows.map((row) => JSON.stringify(row)).toSorted((a, b) => (a < b ? -1 : 1))] as const;
    }),
  );
  return Object.fromEntries(tables);
}
