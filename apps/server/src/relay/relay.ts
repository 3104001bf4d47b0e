import type { Database } from '../database.ts';
import type { Log } from '../platform/log.ts';
import type { Message } from '../record/projection.ts';
import { handlers } from './handlers.ts';

/** Delivers what commits leave in the outbox: at least once, each handler acting once however often it is called. */
export interface Relay {
  /** Something may be waiting. */
  nudge(): void;
  /** Finishes what is being delivered and delivers no more. */
  stop(): Promise<void>;
}

const atOnce = 100;

/** Opens the relay and delivers what an earlier run left. */
export function openRelay(db: Database, log: Log): Relay {
  let running: Promise<void> | null = null;
  let again = false;
  const life = { stopped: false };

  const deliver = async (): Promise<void> => {
    do {
      again = false;
      const waiting = await db
        .selectFrom('outbox')
        .selectAll()
        .where('delivered_at', 'is', null)
        .orderBy('created_at')
        .orderBy('id')
        .limit(atOnce)
        .execute();
      for (const row of waiting) {
        if (life.stopped) return;
        const message: Message = JSON.parse(row.payload);
        await db.transaction().execute(async (writing) => {
          await handlers[message.kind](writing, row.id, message, row.created_at);
          await writing
            .updateTable('outbox')
            .set({ delivered_at: new Date().toISOString() })
            .where('id', '=', row.id)
            .execute();
        });
      }
      again ||= waiting.length === atOnce;
    } while (again && !life.stopped);
  };

  const nudge = (): void => {
    if (life.stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = deliver()
      .catch((error: unknown) =>
        log.error({ err: error }, 'the outbox could not be delivered; it is tried again with the next message'),
      )
      .finally(() => {
        running = null;
        if (again) nudge();
      });
  };

  nudge();
  return {
    nudge,
    async stop() {
      life.stopped = true;
      await running;
    },
  };
}
