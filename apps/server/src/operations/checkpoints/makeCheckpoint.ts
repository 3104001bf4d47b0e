import type { Database } from '../../database.ts';
import { hashesAfter, rolling, signedText, type Checkpoint } from './checkpoint.ts';
import type { SigningKey } from './signingKey.ts';

/**
 * Signs how far the log has come. Costs what was added since the checkpoint before. Answers the new checkpoint, or null
 * where nothing was added or another process was faster.
 */
export async function makeCheckpoint(db: Database, key: SigningKey, at: string): Promise<Checkpoint | null> {
  const before = await lastCheckpoint(db);
  const previous = before?.position ?? 0;
  const { add, digest } = rolling(before?.digest ?? '');
  let position = previous;
  for await (const fact of hashesAfter(db, previous)) {
    add(fact.hash);
    ({ position } = fact);
  }
  if (position === previous) return null;
  const said = { position, previous, digest: digest(), at, key: key.publicKey };
  const made = { ...said, signature: key.sign(signedText(said)) };
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('checkpoint')
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0) === 1 ? made : null;
}

/** The checkpoint that reaches furthest, or null. */
export async function lastCheckpoint(db: Database): Promise<Checkpoint | null> {
  const last = await db.selectFrom('checkpoint').selectAll().orderBy('position', 'desc').limit(1).executeTakeFirst();
  return last ?? null;
}

/** Facts after which a checkpoint is made without waiting for the day to end. */
const manyFacts = 1000;
const day = 24 * 60 * 60 * 1000;

/** Makes a checkpoint where `many` facts came since the last, or a day has passed and any did. */
export async function checkpointWhenDue(
  db: Database,
  key: SigningKey,
  at: string,
  many: number = manyFacts,
): Promise<Checkpoint | null> {
  const before = await lastCheckpoint(db);
  const head = await db
    .selectFrom('fact')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  const fresh = (head?.position ?? 0) - (before?.position ?? 0);
  const aged = before === null || Date.parse(at) - Date.parse(before.at) >= day;
  return fresh >= many || (aged && fresh > 0) ? makeCheckpoint(db, key, at) : null;
}
