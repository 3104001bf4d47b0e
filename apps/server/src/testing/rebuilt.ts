import { expect } from 'vitest';
import { readModels } from '../projections.ts';
import { rebuild } from '../record/rebuild.ts';
import type { World } from '../world.ts';

/** Fails where the read models are not what the facts alone lead to. */
export async function expectRebuilt({ db, dialect }: Pick<World, 'db' | 'dialect'>): Promise<void> {
  const read = async () =>
    Object.fromEntries(
      await Promise.all(
        readModels.map(async (table) => {
          const rows = await db.selectFrom(table).selectAll().execute();
          return [table, rows.map((row) => JSON.stringify(row)).toSorted((a, b) => (a < b ? -1 : 1))] as const;
        }),
      ),
    );
  const before = await read();
  await rebuild(db, dialect);
  expect(await read()).toEqual(before);
}
