import type { Writing } from '../../database.ts';
import type { World } from '../../world.ts';

/**
 * Takes a person's uploads from them, so that their files are deleted unless somebody else has the same. In the
 * caller's transaction: a server that stops here deletes them at its next start.
 */
export async function doom(writing: Writing, person: string, hashes: readonly string[], at: string): Promise<void> {
  for (const hash of new Set(hashes)) {
    await writing.deleteFrom('upload').where('hash', '=', hash).where('person', '=', person).execute();
    await writing
      .insertInto('doomed_file')
      .values({ hash, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/**
 * Deletes the files that were doomed and that no row refers to. Each in a transaction that holds off whoever would bring
 * the same file at this moment. Answers how many were deleted.
 */
export async function deleteDoomed({ db, files }: Pick<World, 'db' | 'files'>): Promise<number> {
  let deleted = 0;
  for (;;) {
    const next = await db.selectFrom('doomed_file').select('hash').orderBy('hash').limit(1).executeTakeFirst();
    if (next === undefined) return deleted;
    deleted += await db.transaction().execute(async (writing) => {
      const wanted = await isKept(writing, next.hash);
      if (!wanted) await files.remove(next.hash);
      await writing.deleteFrom('doomed_file').where('hash', '=', next.hash).execute();
      return wanted ? 0 : 1;
    });
  }
}

/** Whether anybody still has the file: as an upload, or in an item that was neither removed nor destroyed nor erased. */
async function isKept(writing: Writing, hash: string): Promise<boolean> {
  const uploaded = await writing.selectFrom('upload').select('person').where('hash', '=', hash).executeTakeFirst();
  if (uploaded !== undefined) return true;
  const held = await writing
    .selectFrom('item')
    .leftJoin('erasure', 'erasure.person', 'item.candidate')
    .select('item.item')
    .where('item.hash', '=', hash)
    .where('item.status', 'not in', ['removed', 'destroyed'])
    .where('erasure.person', 'is', null)
    .executeTakeFirst();
  return held !== undefined;
}
