import { instant, londonDay } from '@assay/engine';
import { dropOldDrafts } from '../../drafts/drafts.ts';
import { removeExpired } from '../../platform/identity/removeExpired.ts';
import type { World } from '../../world.ts';
import { deleteDoomed } from '../files/doomedFiles.ts';
import { doomUnusedUploads } from './unusedUploads.ts';
import { retainAndDestroy, type WorkDone } from './work.ts';

/** What one run did. */
export interface Retained extends WorkDone {
  readonly unused: number;
  readonly files: number;
}

/** Keeps what must be kept, and removes what need not be: see tooling/docs/privacy.md. Twice is the same as once. */
export async function runRetention(world: World): Promise<Retained> {
  const work = await retainAndDestroy(world);
  const unused = await doomUnusedUploads(world);
  const files = await deleteDoomed(world);
  await removeExpired(world.db, world.given.now());
  await dropOldDrafts(world.db, world.given.now());
  return { ...work, unused, files };
}

/** Runs it once on each day in London; null where it ran today already. */
export async function retentionWhenDue(world: World): Promise<Retained | null> {
  const today = londonDay(instant(world.given.now()));
  const { db } = world;
  const last = await db.selectFrom('installation').select('value').where('name', '=', 'retention').executeTakeFirst();
  if (last?.value === today) return null;
  const done = await runRetention(world);
  await db
    .insertInto('installation')
    .values({ name: 'retention', value: today })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: today }))
    .execute();
  return done;
}
