import { instant } from '@assay/engine';
import type { Clock } from '../relay/clock.ts';

/** A clock that stands still until it is moved; what falls due meanwhile is called in its order. */
export function manualClock(start = '2026-03-10T09:00:00.000Z') {
  let now = Date.parse(start);
  const waiting = new Map<symbol, { at: number; call: () => void }>();
  const clock: Clock = {
    now: () => instant(new Date(now).toISOString()),
    wake(milliseconds, call) {
      const key = Symbol('waiting');
      waiting.set(key, { at: now + milliseconds, call });
      return () => waiting.delete(key);
    },
  };
  return {
    ...clock,
    /** How long until the next call, in milliseconds; null where nothing waits. */
    nap: () => (waiting.size === 0 ? null : Math.min(...[...waiting.values()].map(({ at }) => at)) - now),
    advance(milliseconds: number) {
      now += milliseconds;
      const due = [...waiting].filter(([, { at }]) => at <= now).toSorted(([, a], [, b]) => a.at - b.at);
      for (const [key, { call }] of due) {
        waiting.delete(key);
        call();
      }
    },
  };
}
