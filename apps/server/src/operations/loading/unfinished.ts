import type { Database } from '../../database.ts';

/** A database cannot be loaded, or was not loaded to the end; the message is for the operator. */
export class LoadingError extends Error {
  override name = 'LoadingError';
}

/** What the database says of a loading that is under way or was cut off; null where there is none. */
export async function loadingMark(db: Database): Promise<string | null> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', 'loading').executeTakeFirst();
  return row?.value ?? null;
}

/** @throws LoadingError where the database holds half of what was to be loaded. */
export async function refuseUnfinished(db: Database): Promise<void> {
  if ((await loadingMark(db)) !== null)
    throw new LoadingError(
      'This database was being loaded by assay simulate, and that was cut off or still goes on. Wait for it, or drop the database and load it anew.',
    );
}
