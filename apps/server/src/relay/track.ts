import type { Lane } from './lanes.ts';
import type { Claimed } from './queue.ts';

/** A lane and what this server is delivering in it. */
export class Track {
  readonly #lane: Lane;
  readonly #running = new Map<readonly Claimed[], Promise<void>>();

  constructor(lane: Lane) {
    this.#lane = lane;
  }

  get kind() {
    return this.#lane.kind;
  }

  /** How many more messages may be taken. */
  get room(): number {
    return (this.#lane.slots - this.#running.size) * this.#lane.page;
  }

  /** What to ask the queue for: no more than there is room for, and for no endpoint more than its share. */
  wanted() {
    const held = Map.groupBy(
      [...this.#running.keys()].flat().flatMap(({ endpoint }) => endpoint ?? []),
      (endpoint) => endpoint,
    );
    const { share } = this.#lane;
    return {
      kind: this.kind,
      limit: this.room,
      crowded: [...held].filter(([, messages]) => messages.length >= share).map(([endpoint]) => endpoint),
      pick: <Row extends Pick<Claimed, 'endpoint'>>(rows: readonly Row[]): readonly Row[] => {
        const holds = new Map([...held].map(([endpoint, messages]) => [endpoint, messages.length]));
        return rows.filter(({ endpoint }) => {
          if (endpoint === null) return true;
          const already = holds.get(endpoint) ?? 0;
          holds.set(endpoint, already + 1);
          return already < share;
        });
      },
    };
  }

  /** Sets rows going; `ended` is called after each page of them, with the error where the lane threw one. */
  run(rows: readonly Claimed[], ended: (error?: unknown) => void): void {
    const { page } = this.#lane;
    for (let from = 0; from < rows.length; from += page) {
      const together = rows.slice(from, from + page);
      // The room is given back before anybody is told of it.
      const leave = (error?: unknown) => {
        this.#running.delete(together);
        ended(error);
      };
      this.#running.set(
        together,
        this.#lane.deliver(together).then(() => leave(), leave),
      );
    }
  }

  /** Resolves when nothing is being delivered. */
  async ended(): Promise<void> {
    await Promise.all(this.#running.values());
  }
}
