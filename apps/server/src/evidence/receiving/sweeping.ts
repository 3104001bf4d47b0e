import { instant, type Instant } from '@assay/engine';
import type { Log } from '../../platform/log.ts';
import { unfinishedFor, type Receiving } from './receiving.ts';

/** How often uploads that nobody goes on with are looked for, in milliseconds. */
const every = 60 * 60 * 1000;

/** Gives up uploads that were begun more than a day ago, at the start and every hour. `stop` lets a sweep finish. */
export function openSweeping(receiving: Receiving, now: () => Instant, log: Log): { stop(): Promise<void> } {
  const sweep = async () => {
    try {
      const before = instant(new Date(Date.parse(now()) - unfinishedFor).toISOString());
      const many = await receiving.sweep(before);
      if (many > 0) log.info({ many }, 'gave up uploads that were not finished within a day');
    } catch (error) {
      log.error({ err: error }, 'unfinished uploads could not be cleared away');
    }
  };
  let running = sweep();
  const timer = setInterval(() => {
    running = sweep();
  }, every);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
