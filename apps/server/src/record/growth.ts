import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database.ts';

/** How often the log is looked at while somebody waits for it to grow, in milliseconds: other servers write to it too. */
const tick = 500;

/** The end of the log of facts, for those who wait for it to move. */
export interface Growth {
  /** The position of the last fact. */
  end(): Promise<number>;
  /** Waits until the log goes on after a position; answers where it ends then, or null where the signal came first. */
  after(position: number, signal: AbortSignal): Promise<number | null>;
}

/** One look at a time serves everybody who waits; nobody waits, nobody looks. */
export function openGrowth(db: Database): Growth {
  const end = async () => {
    const row = await db
      .selectFrom('fact')
      .select(({ fn }) => fn.max('position').as('position'))
      .executeTakeFirst();
    return row?.position ?? 0;
  };
  let looking: Promise<number> | null = null;
  const look = (): Promise<number> => {
    looking ??= pause(tick, undefined, { ref: false })
      .then(end)
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  return {
    end,
    async after(position, signal) {
      while (!signal.aborted) {
        const reached = await look();
        if (reached > position) return reached;
      }
      return null;
    },
  };
}
