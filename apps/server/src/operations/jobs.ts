import type { World } from '../world.ts';
import { checkpointWhenDue, makeCheckpoint } from './checkpoints/makeCheckpoint.ts';
import { openSigningKey } from './checkpoints/signingKey.ts';
import { retentionWhenDue } from './retention/retention.ts';

/** Work that nobody asks for and that is due from time to time. Each piece asks itself whether it is. */
export interface Jobs {
  /** Finishes the piece that is running, marks how far the log came, and starts no other. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks at what is due. */
const minute = 60_000;

/** Looks at once and every minute. A piece that fails is told in the log and tried again at the next look. */
export function openJobs(world: World): Jobs {
  const { db, given, log, settings } = world;
  const key = openSigningKey(settings.dataDir);
  const pieces: readonly { readonly name: string; run(): Promise<unknown> }[] = [
    { name: 'retention', run: () => retentionWhenDue(world) },
    { name: 'checkpoint', run: () => checkpointWhenDue(db, key, given.now()) },
  ];
  const life = { stopped: false };
  let running: Promise<void> = Promise.resolve();

  const attempt = async ({ name, run }: (typeof pieces)[number]): Promise<void> => {
    try {
      await run();
    } catch (error) {
      log.error({ err: error, job: name }, 'a job failed; it is tried again at the next look');
    }
  };
  const inTurn = async (before: Promise<void>): Promise<void> => {
    await before;
    for (const piece of pieces) if (!life.stopped) await attempt(piece);
  };
  const look = (): void => {
    running = inTurn(running);
  };
  look();
  const timer = setInterval(look, minute);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      life.stopped = true;
      await running;
      await attempt({ name: 'checkpoint', run: () => makeCheckpoint(db, key, given.now()) });
    },
  };
}
