import { randomUUID } from 'node:crypto';
import { instant, type Instant } from '@assay/engine';
import type { Schema } from './database.ts';
import { isDemo } from './demo/installation.ts';
import { openLibrary, type Adapt } from './library/library.ts';
import { openReading } from './evidence/reading/reading.ts';
import { openReceiving } from './evidence/receiving/receiving.ts';
import { openSweeping } from './evidence/receiving/sweeping.ts';
import { openDatabase, type Heard } from './platform/database.ts';
import { openFiles } from './platform/files/open.ts';
import { openIdentity } from './platform/identity/identity.ts';
import { openLog, type Log } from './platform/log.ts';
import { refuseUnfinished } from './operations/loading/unfinished.ts';
import { migrate } from './platform/migrate.ts';
import { unobserved, type Observer } from './platform/observability/observer.ts';
import type { Settings } from './platform/settings.ts';
import { arrows } from './arrows.ts';
import { openPost } from './platform/webhooks/post.ts';
import { projections } from './projections.ts';
import { rebuild } from './record/rebuild.ts';
import { openGrowth } from './record/growth.ts';
import { machineTime } from './relay/clock.ts';
import { lanesOf } from './relay/delivery.ts';
import { openRelay } from './relay/relay.ts';
import { webhooksFor } from './relay/subscriptions.ts';
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
 * `freshId` are given by tests and by the demo, which must be the same every time; `scheme` adapts the shipped one;
 * `heard` hears of every statement.
 */
export async function compose(
  settings: Settings,
  given: {
    log?: Log;
    now?: () => Instant;
    freshId?: () => string;
    observer?: Observer;
    scheme?: Adapt;
    heard?: Heard;
  } = {},
): Promise<OpenWorld> {
  const {
    log = openLog(settings.logLevel),
    now = machineClock,
    freshId = randomUUID,
    observer = unobserved,
    scheme,
    heard,
  } = given;
  const library = openLibrary(scheme);
  const { db, dialect, close } = openDatabase<Schema>(settings.database, heard);
  try {
    // A migration may have made read models that earlier facts are not in yet.
    if ((await migrate(db, dialect)).length > 0) await rebuild(db, dialect);
    await refuseUnfinished(db);
    const demo = settings.demo && (await isDemo(db));
    const identity = await openIdentity({ db, type: settings.database.kind, settings: { ...settings, demo }, log });
    const { files, scan, uploads } = await openFiles(settings, log);
    // The demo's people have addresses that lead nowhere.
    if (settings.mail !== null && demo) log.warn('ASSAY_SMTP_URL is set; a demo sends no mail all the same');
    const mailer = settings.mail === null || demo ? null : await mailerFor(settings.mail);
    const post = openPost({ privateNets: settings.privateWebhooks });
    const place = { db, log, clock: machineTime };
    const lanes = lanesOf(place, {
      mailer,
      post,
      url: settings.url,
      secret: settings.secret,
      invitationLink: (person) => identity.invitationLink(person),
    });
    const relay = openRelay({ ...place, takers: dialect.takers, lanes });
    const unitGiven = {
      now,
      freshId,
      book: library.book,
      appraisals: library.appraisals,
      projections,
      arrows,
      messagesFor: webhooksFor,
    };
    const reading = openReading({ db, files, log, settings });
    const receiving = openReceiving({ db, files, reading, settings, given: unitGiven }, { folder: uploads, scan });
    const sweeping = openSweeping(receiving, now, log);
    const world: World = {
      settings,
      log,
      db,
      growth: openGrowth(db),
      dialect,
      library,
      identity,
      files,
      receiving,
      reading,
      given: unitGiven,
      observer,
      life: { stopping: false },
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

/** Loaded only by an installation that sends mail: the start of every other one is quicker for it. */
async function mailerFor(mail: NonNullable<Settings['mail']>) {
  const { openMailer } = await import('./platform/mail/mailer.ts');
  return openMailer(mail);
}
