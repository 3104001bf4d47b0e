import { setTimeout as pause } from 'node:timers/promises';
import { AssayError } from '../record/errors.ts';
import { perform } from '../record/perform.ts';
import type { World } from '../world.ts';
import { clock, lapses } from './lapses.ts';

/** What became of the deadlines that had passed. */
export interface Passed {
  readonly sent: number;
  /** The engine refused: something else has to happen first. They are tried again. */
  readonly refused: number;
}

const atOnce = 100;

type Clocked = Pick<World, 'db' | 'dialect' | 'given' | 'nudge' | 'log' | 'observer'>;

/**
 * Sends what is due. Several servers may do so at once: each deadline's command has one id, so it is sent once, by
 * whoever is first, and the others find the deadline gone.
 *
 * @param leave records to leave alone, because what was due on them was refused a moment ago.
 */
export async function passDeadlines(world: Clocked, leave: Map<string, string> = new Map()): Promise<Passed> {
  let sent = 0;
  let refused = 0;
  let after = { at: '', stream: '' };
  for (;;) {
    const due = await world.db
      .selectFrom('deadline')
      .select(['stream', 'at', 'command'])
      .where('command', 'in', [...lapses.keys()])
      // A deadline is the last instant at which it is still kept.
      .where('at', '<', world.given.now())
      .where(({ eb, or, and }) =>
        or([eb('at', '>', after.at), and([eb('at', '=', after.at), eb('stream', '>', after.stream)])]),
      )
      .orderBy('at')
      .orderBy('stream')
      .limit(atOnce)
      .execute();
    for (const row of due) {
      after = row;
      if (leave.get(row.stream) === row.at) continue;
      if (await send(world, row)) sent++;
      else {
        refused++;
        leave.set(row.stream, row.at);
      }
    }
    if (due.length < atOnce) return { sent, refused };
  }
}

async function send(
  world: Clocked,
  { stream, at, command }: { stream: string; at: string; command: string | null },
): Promise<boolean> {
  const lapse = lapses.get(command ?? '');
  if (lapse === undefined) return false;
  const asked = { stream, at, command };
  try {
    await perform(world, { actors: [clock], commandId: `${command} ${stream} ${at}`, asked }, async (unit) => {
      const still = await (
        await unit.tables()
      )
        .selectFrom('deadline')
        .select('stream')
        .where('stream', '=', stream)
        .where('at', '=', at)
        .where('command', '=', command)
        .executeTakeFirst();
      if (still !== undefined) await lapse(unit, stream);
      return asked;
    });
    return true;
  } catch (error) {
    if (!(error instanceof AssayError)) throw error;
    const { trouble } = error;
    if (trouble.code !== 'refused') throw error;
    world.log.warn(
      { stream, command, rules: trouble.refusals.map(({ rule }) => rule) },
      'a deadline passed, and what follows is refused for now',
    );
    return false;
  }
}

/** A clock that ticks until it is stopped. */
export interface Clock {
  stop(): Promise<void>;
}

/** How often to look, in milliseconds: deadlines are the ends of days. */
const tick = 30_000;
/** After how many looks what was refused is tried again. */
const patience = 60;

/** Looks for deadlines that have passed, at once and from then on. */
export function startClock(world: Clocked): Clock {
  const stopping = new AbortController();
  const leave = new Map<string, string>();
  const running = (async () => {
    for (let looks = 1; !stopping.signal.aborted; looks++) {
      if (looks % patience === 0) leave.clear();
      await passDeadlines(world, leave).catch((error: unknown) =>
        world.log.error({ err: error }, 'deadlines could not be looked at; they are looked at again'),
      );
      await pause(tick, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
