import { randomUUID } from 'node:crypto';
import { instant, type Instant } from '@assay/engine';
import type { Schema } from './database.ts';
import { isDemo } from './demo/installation.ts';
import { openLibrary } from './library/library.ts';
import { openReading } from './evidence/reading/reading.ts';
import { openReceiving } from './evidence/receiving/receiving.ts';
import { openSweeping } from './evidence/receiving/sweeping.ts';
import { openFiles } from './platform/files/open.ts';
import { openIdentity } from './platform/identity/identity.ts';
import { openLog, type Log } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import type { Settings } from './platform/settings.ts';
import { openSqlite } from './platform/sqlite/open.ts';
import { projections } from './projections.ts';
import { openRelay } from './relay/relay.ts';
import type { World } from './world.ts';

/** The time of this machine, as the engine reads it. */
export const machineClock = (): Instant => instant(new Date().toISOString());

/** A world that is open, and how to close it: what is running ends first. */
export interface OpenWorld {
  readonly world: World;
  close(): Promise<void>;
}

/**
 * The composition root: opens database, files, sign-in and datasets, and brings the database up to date. `now` and
 * `freshId` are given by tests and by the demo, which must be the same every time.
 */
export async function compose(
  settings: Settings,
  given: { log?: Log; now?: () => Instant; freshId?: () => string } = {},
): Promise<OpenWorld> {
  const { log = openLog(settings.logLevel), now = machineClock, freshId = randomUUID } = given;
  const library = openLibrary();
  const { db, close } = openSqlite<Schema>(settings.database.file);
  try {
    await migrate(db);
    const demo = settings.demo && (await isDemo(db));
    const identity = await openIdentity({ db, settings: { ...settings, demo }, log });
    const { files, scan, uploads } = await openFiles(settings, log);
    const relay = openRelay(db, log);
    const reading = openReading({ db, files, log, settings });
    const unitGiven = { now, freshId, book: library.book, projections };
    const receiving = openReceiving({ db, files, reading, settings, given: unitGiven }, { folder: uploads, scan });
    const sweeping = openSweeping(receiving, now, log);
    const world: World = {
      settings,
      log,
      db,
      library,
      identity,
      files,
      receiving,
      reading,
      given: unitGiven,
      nudge: relay.nudge,
    };
    return {
      world,
      async close() {
        await Promise.all([relay.stop(), reading.stop(), sweeping.stop()]);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
