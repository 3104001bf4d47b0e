import { createHash } from 'node:crypto';

/** The one seed of the demo. Every choice below hangs on it and on a key, never on the order of the choices. */
const seed = 'assay demo 1';

const hashOf = (key: string) => createHash('sha256').update(`${seed}/${key}`).digest();

/** A number from 0 up to, and not including, 1: the same for the same key, always. */
export function roll(key: string): number {
  return hashOf(key).readUInt32BE(0) / 2 ** 32;
}

/** A whole number from `least` to `most`, both included. */
export function between(key: string, least: number, most: number): number {
  return least + Math.floor(roll(key) * (most - least + 1));
}

/** One of a list. @throws TypeError when the list is empty. */
export function pick<Value>(key: string, list: readonly Value[]): Value {
  const chosen = list[Math.floor(roll(key) * list.length)];
  if (chosen === undefined) throw new TypeError(`There is nothing to pick from for ${key}`);
  return chosen;
}

/** The list in an order of its own. */
export function shuffled<Value>(key: string, list: readonly Value[]): Value[] {
  return list
    .map((value, index) => ({ value, place: roll(`${key}/${index}`) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ value }) => value);
}

/** Ids in the shape of a UUID version 4, the same ones in the same order every time. */
export function seededIds(): () => string {
  let count = 0;
  return () => {
    const hex = hashOf(`id/${count++}`).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
