import type { Database } from '../database.ts';

/**
 * Whether the data in this database are the demo's, or will be: it is empty. One-click sign-in hangs on this, so that
 * a real installation started without `--no-demo` by mistake lets nobody in without a password.
 */
export async function isDemo(db: Database): Promise<boolean> {
  return (await demoState(db)) !== null || (await isEmpty(db));
}

/** `loading` where loading was begun and not finished, `loaded`, or null where the data are not the demo's. */
export async function demoState(db: Database): Promise<string | null> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', 'demo').executeTakeFirst();
  return row?.value ?? null;
}

export async function setDemoState(db: Database, value: 'loading' | 'loaded'): Promise<void> {
  await db
    .insertInto('installation')
    .values({ name: 'demo', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** No person and no fact. */
export async function isEmpty(db: Database): Promise<boolean> {
  const person = await db.selectFrom('user').select('id').limit(1).executeTakeFirst();
  const fact = await db.selectFrom('fact').select('position').limit(1).executeTakeFirst();
  return person === undefined && fact === undefined;
}
