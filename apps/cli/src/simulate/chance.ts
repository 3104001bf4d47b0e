import { createHash } from 'node:crypto';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded dice: the same seed rolls the same on every machine. */
export interface Chance {
  /** From 0 up to but not including 1. */
  roll(): number;
  /** Roughly normal with mean 0 and standard deviation 1 (sum of twelve rolls). */
  bell(): number;
  /** True with the given probability. */
  happens(probability: number): boolean;
}

export function chance(seed: string): Chance {
  const generator = xoroshiro128plus(createHash('sha256').update(seed).digest().readInt32BE(0));
  const roll = () => (generator.next() >>> 0) / 2 ** 32;
  return {
    roll,
    bell: () => Array.from({ length: 12 }, roll).reduce((sum, value) => sum + value, -6),
    happens: (probability) => roll() < probability,
  };
}
