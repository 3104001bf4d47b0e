/** What the threads of one loading share: where the log ends, and whose turn it is to write. */
export interface Turns {
  /** The positions of so many facts: the first of them. Nobody else gets one of these. */
  reserve(many: number): number;
  /** Waits, on this thread, until nobody else writes; `work` is done alone. */
  alone<Answer>(work: () => Answer): Answer;
}

const [end, pen] = [0, 1] as const;

/** Memory that threads can share. */
export const newTurns = (): SharedArrayBuffer => new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);

export function turnsIn(shared: SharedArrayBuffer): Turns {
  const memory = new Int32Array(shared);
  return {
    reserve: (many) => Atomics.add(memory, end, many) + 1,
    alone(work) {
      while (Atomics.compareExchange(memory, pen, 0, 1) !== 0) Atomics.wait(memory, pen, 1);
      try {
        return work();
      } finally {
        Atomics.store(memory, pen, 0);
        Atomics.notify(memory, pen, 1);
      }
    },
  };
}
