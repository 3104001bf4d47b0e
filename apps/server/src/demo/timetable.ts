import { instant, type Actor, type Instant } from '@assay/engine';
import { perform } from '../record/perform.ts';
import type { Unit } from '../record/unit.ts';
import type { World } from '../world.ts';

/** One thing that somebody does in one go: one command of theirs, one transaction, one instant. */
export interface Step {
  readonly at: Instant;
  readonly by: Actor;
  /** What it is, for the log of commands and for whoever looks for a failing step. */
  readonly what: string;
  work(unit: Unit): Promise<unknown>;
}

/**
 * Performs the steps in the order of their instants, whoever they belong to, so that the record grows as it would have
 * grown: every fact is later than the one before it. Steps of one instant follow each other by a second.
 */
export async function performAll(world: World, steps: readonly Step[], freshId: () => string): Promise<void> {
  let last = 0;
  for (const { at, by, what, work } of steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    last = Math.max(Date.parse(at), last + 1000);
    const now = instant(new Date(last).toISOString());
    // Nobody is told before the whole demo is there: thousands of notices one by one would take longer than the loading.
    const then = { ...world, given: { ...world.given, now: () => now, freshId }, nudge: () => {} };
    try {
      await perform(then, { actors: [by], commandId: freshId(), asked: { demo: what } }, async (unit) => {
        await work(unit);
        return { done: what };
      });
    } catch (error) {
      throw new Error(`The demo could not be loaded: ${what} failed.`, { cause: error });
    }
  }
}
