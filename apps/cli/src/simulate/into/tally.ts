import { createHash } from 'node:crypto';
import type { Line } from '../ledger.ts';

/** Counts a provider's facts, and the judgements among them; their digest is a ledger's. */
export class Tally {
  readonly #digest = createHash('sha256');
  #facts = 0;
  #judgements = 0;

  enter({ fact }: Line): void {
    this.#facts++;
    if (fact.type === 'StandardJudged') this.#judgements++;
    this.#digest.update(JSON.stringify(fact));
  }

  found(): { readonly facts: number; readonly judgements: number; readonly digest: string } {
    return { facts: this.#facts, judgements: this.#judgements, digest: this.#digest.digest('hex') };
  }
}
