import type { Database, Writing } from '../database.ts';
import { inPieces } from './pieces.ts';

/** A record as it was read: its version, its hash, and the state that its facts came to. */
export type Loaded = ReturnType<typeof read>;

/** Undefined where there is none. */
export async function load(db: Database | Writing, id: string): Promise<(Loaded & { workflow: string }) | undefined> {
  const row = await db.selectFrom('stream').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : { ...read(row), workflow: row.workflow };
}

/** The records of one workflow by their ids; what there is not is left out. */
export async function loadAll(
  db: Database | Writing,
  workflow: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Loaded>> {
  const found = new Map<string, Loaded>();
  for (const piece of inPieces(ids)) {
    const rows = await db
      .selectFrom('stream')
      .selectAll()
      .where('id', 'in', piece)
      .where('workflow', '=', workflow)
      .execute();
    for (const row of rows) found.set(row.id, read(row));
  }
  return found;
}

function read({ version, hash, status, context }: { version: number; hash: string; status: string; context: string }) {
  return { version, hash, state: { status, context: JSON.parse(context) } };
}
