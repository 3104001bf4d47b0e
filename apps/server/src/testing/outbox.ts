import type { Schema } from '../database.ts';
import { openLog } from '../platform/log.ts';
import { openDatabase } from '../platform/database.ts';
import { databasePlace } from '../platform/settings.ts';
import type { Message } from '../record/message.ts';
import type { Lane } from '../relay/lanes.ts';
import { openRelay, type Relay } from '../relay/relay.ts';
import { migratedDatabase, type Kind } from './databases.ts';
import { manualClock } from './manualClock.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A migrated database with nothing but an outbox that tests fill, and relays on a clock that is moved by hand. */
export async function openOutbox(kind: Kind = 'sqlite') {
  const folder = await temporaryFolder();
  const database = await migratedDatabase(kind, folder.path);
  const file = databasePlace(database.url, folder.path);
  const { db, dialect, close } = openDatabase<Schema>(file);
  const closing = [close];
  const relays: Relay[] = [];
  const clock = manualClock();
  const lines: string[] = [];
  const log = openLog('warn', { write: (line) => void lines.push(line) });
  const place = { db, log, clock };

  return {
    db,
    clock,
    place,
    /** What was logged, a line each. */
    lines,
    /** The same database for another server. */
    another() {
      const more = openDatabase<Schema>(file);
      closing.push(more.close);
      return { ...place, db: more.db };
    },
    /** Opens a relay over lanes; it is stopped at the end. */
    relay(lanes: readonly Lane[], at: Pick<typeof place, 'db'> = place): Relay {
      const relay = openRelay({ ...place, ...at, takers: dialect.takers, lanes });
      relays.push(relay);
      return relay;
    },
    async put(...messages: readonly (Message & { readonly id: string })[]) {
      for (const { id, ...message } of messages) {
        await db
          .insertInto('outbox')
          .values({
            id,
            kind: message.kind,
            payload: JSON.stringify(message),
            created_at: clock.now(),
            delivered_at: null,
            endpoint: message.kind === 'webhook' ? message.endpoint : null,
          })
          .execute();
      }
    },
    row: (id: string) => db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    async [Symbol.asyncDispose]() {
      await Promise.all(relays.map((relay) => relay.stop()));
      for (const end of closing) await end();
      await database[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

export const notice = (id: string, person = 'rosa') =>
  ({ id, kind: 'notice', person, says: `This is ${id}.`, link: null }) as const;
