import type { Findings, Rulebook } from '../../packages/engine/src/index.ts';
import { chance } from './chance.ts';

/**
 * Made-up findings, a stretch at a time, so that memory does not grow with their number. About one portfolio in twenty
 * has standards below the threshold. Each was text before: that is how a state comes out of a database.
 */
export function* portfolios(many: number, book: Rulebook, seed = 1): Generator<readonly Findings[]> {
  const dice = chance(seed);
  const codes = [...book.judged.keys()];
  const one = (): Findings => {
    const weak = dice() < 0.05;
    const score = () =>
      weak && dice() < 0.1 ? Math.floor(dice() * book.threshold) : between(dice, book.threshold, book.highest);
    const scores = codes.map((code) => `"${code}":${score()}`);
    const gates = book.gates.map((gate) => `"${gate}":${dice() < 0.995}`);
    return JSON.parse(`{"scores":{${scores.join()}},"gates":{${gates.join()}},"attempt":${dice() < 0.9 ? 1 : 2}}`);
  };
  for (let done = 0; done < many; done += stretch) yield Array.from({ length: Math.min(stretch, many - done) }, one);
}

const stretch = 10_000;

function between(dice: () => number, low: number, high: number): number {
  return low + Math.floor(dice() * (high - low + 1));
}
