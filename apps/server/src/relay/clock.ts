import { instant, type Instant } from '@assay/engine';

/** The relay's time. Tests bring one that they move by hand. */
export interface Clock {
  now(): Instant;
  /** Calls back once, after so many milliseconds; the answer takes that back. */
  wake(milliseconds: number, call: () => void): () => void;
}

export const machineTime: Clock = {
  now: () => instant(new Date().toISOString()),
  wake(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    // Waiting for the next message is no reason to stay alive.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** The instant so many milliseconds after another. */
export function after(at: Instant, milliseconds: number): Instant {
  return instant(new Date(Date.parse(at) + milliseconds).toISOString());
}
