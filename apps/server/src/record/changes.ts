import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { readers } from './readers.ts';

/** A record that somebody may see, and the version that it has come to. */
export interface Change {
  readonly stream: string;
  readonly workflow: string;
  readonly version: number;
}

/** A stretch of the log of facts: where it ends, and what in it concerns one session. */
export interface Stretch {
  readonly position: number;
  readonly changes: readonly Change[];
}

const atOnce = 500;

/**
 * What changed after a position, in stretches of the log, for as long as the signal lets it: only records that the
 * session may read, and of them only that they changed. Whoever comes back with the position of the last stretch misses
 * nothing, at whichever server.
 */
export async function* changesAfter(
  world: World,
  session: Session,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<Stretch> {
  let position = from;
  while (!signal.aborted && !world.life.stopping) {
    const rows = await world.db
      .selectFrom('fact')
      .select(['position', 'stream', 'workflow', 'version'])
      .where('position', '>', position)
      .orderBy('position')
      .limit(atOnce)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) {
      if ((await world.growth.after(position, signal)) === null) return;
      continue;
    }
    ({ position } = last);
    const newest = new Map(rows.map(({ stream, workflow, version }) => [stream, { stream, workflow, version }]));
    const changes: Change[] = [];
    for (const change of newest.values()) if (await visible(world, session, change)) changes.push(change);
    if (changes.length > 0) yield { position, changes };
  }
}

async function visible(world: World, session: Session, { workflow, stream }: Change): Promise<boolean> {
  const known = await readers.get(workflow)?.(world, session, stream);
  return known !== undefined && known !== false;
}
