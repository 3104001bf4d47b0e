import type { Database } from '../database.ts';
import type { Dialect } from '../platform/dialect.ts';
import type { Log } from '../platform/log.ts';
import { after, type Clock } from './clock.ts';
import type { Lane } from './lanes.ts';
import { claim, nextDue } from './queue.ts';
import { Track } from './track.ts';

/**
 * Delivers what commits leave in the outbox: at least once, each handler acting once however often it is called.
 * Several servers may do so on one database: each takes rows for a lease, and takes over what another left.
 */
export interface Relay {
  /** Something may be waiting. */
  nudge(): void;
  /** Finishes what is being delivered and delivers no more. */
  stop(): Promise<void>;
}

/** How long a server has a row to itself, in milliseconds: far more than any delivery takes. */
const lease = 120_000;
/** The longest time without a look: another server may have gone down with something that we do not know of. */
const longestNap = 60_000;
/** The nap after a look in which another server was faster, or the database failed. */
const shortNap = 1_000;

/** Opens the relay and delivers what an earlier run left. */
export function openRelay(given: {
  readonly db: Database;
  readonly log: Log;
  readonly clock: Clock;
  readonly takers: Dialect['takers'];
  readonly lanes: readonly Lane[];
}): Relay {
  const { db, log, clock, takers } = given;
  const tracks = given.lanes.map((lane) => new Track(lane));
  const life: { stopped: boolean; again: boolean; looking: Promise<void> | null } = {
    stopped: false,
    again: false,
    looking: null,
  };
  let wakeNot = () => {};

  const nap = (milliseconds: number) => {
    wakeNot();
    wakeNot = clock.wake(milliseconds, nudge);
  };

  /** Takes what is due in a track and has room, and sets it going. Answers how much that was. */
  const fill = async (track: Track): Promise<number> => {
    const now = clock.now();
    const rows = await claim(db, takers, track.wanted(), now, after(now, lease));
    track.run(rows, (error) => {
      if (error !== undefined)
        log.error(
          { err: error },
          'what was delivered could not be marked; it is delivered again when its lease runs out',
        );
      nudge();
    });
    return rows.length;
  };

  /** Looks until nothing more can be taken, then naps until something falls due. */
  const look = async (): Promise<void> => {
    do {
      life.again = false;
      const free = tracks.filter((track) => track.room > 0);
      const due = await nextDue(
        db,
        free.map((track) => track.wanted()),
      );
      const now = clock.now();
      let taken = 0;
      for (const track of free) {
        const at = due.get(track.kind);
        if (at !== undefined && at <= now && !life.stopped) taken += await fill(track);
      }
      const [earliest] = [...due.values()].toSorted();
      const wait = earliest === undefined ? longestNap : Date.parse(earliest) - Date.parse(now);
      nap(wait > 0 ? Math.min(wait, longestNap) : shortNap);
      life.again ||= taken > 0;
    } while (life.again && !life.stopped);
  };

  function nudge(): void {
    if (life.stopped) return;
    life.again = true;
    life.looking ??= look()
      .catch((error: unknown) => {
        log.error({ err: error }, 'the outbox could not be read; it is looked at again shortly');
        life.again = false;
        nap(shortNap);
      })
      .finally(() => {
        life.looking = null;
        if (life.again) nudge();
      });
  }

  nudge();
  return {
    nudge,
    async stop() {
      life.stopped = true;
      await life.looking;
      wakeNot();
      await Promise.all(tracks.map((track) => track.ended()));
    },
  };
}
