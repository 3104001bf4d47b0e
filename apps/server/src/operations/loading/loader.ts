import type { DatabasePlace } from '../../platform/database.ts';
import { Bundle } from './bundle.ts';
import { enterPeople, type Someone } from './people.ts';
import { openVessel } from './pour.ts';
import { openScratch } from './scratch.ts';
import { whileLoading } from './target.ts';
import { turnsIn } from './turns.ts';

/** One of the threads that load a database together, from `beginLoading` to `endLoading`. */
export interface Loader {
  /** Makes accounts; people have to be there before facts name them. */
  people(people: readonly Someone[], hash: string, at: string): void;
  take: Bundle['take'];
  settle: Bundle['settle'];
  /** Copies what was taken so far into the database. Records that were begun are ended: nothing more may come on them. */
  pour(): Promise<void>;
  close(): Promise<void>;
}

/** @param shared what `newTurns` made, the same for all threads. */
export async function openLoader(place: DatabasePlace, shared: SharedArrayBuffer): Promise<Loader> {
  const turns = turnsIn(shared);
  const scratch = await openScratch();
  const vessel = await openVessel(whileLoading(place), turns);
  const bundle = new Bundle(scratch, turns);
  return {
    people: (people, hash, at) => enterPeople(scratch, people, hash, at),
    take: (type, entered, follows) => bundle.take(type, entered, follows),
    settle: () => bundle.settle(),
    async pour() {
      await bundle.end();
      await vessel.pour(scratch);
    },
    async close() {
      await vessel.close();
      await scratch.close();
    },
  };
}
