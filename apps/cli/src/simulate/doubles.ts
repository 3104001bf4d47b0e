import {
  addDoubleMarks,
  cohenKappa,
  declaredCategories,
  emptyConfusion,
  gwetAC,
  percentAgreement,
  ratingsOfConfusion,
  tallyOf,
  weightMatrix,
  type Confusion,
} from '@assay/agreement';
import type { Rulebook } from '@assay/engine';
import type { MarkedPortfolio } from './marking.ts';

/** How far the blind second marks of a simulation agreed with the first; null where there are too few to say. */
export interface Doubled {
  readonly portfolios: number;
  readonly exact: number | null;
  readonly ac2: number | null;
  readonly kappa: number | null;
}

/** Collects double marks as a stream: what is kept is one count per pair of scores. */
export class DoubleMarks {
  readonly #codes: readonly string[];
  readonly #scores: readonly number[];
  readonly #confusion: Confusion;
  #portfolios = 0;

  constructor({ judged, highest }: Rulebook) {
    this.#codes = [...judged.keys()];
    this.#scores = Array.from({ length: highest + 1 }, (_, score) => score);
    this.#confusion = emptyConfusion(highest + 1);
  }

  add({ readings }: MarkedPortfolio): void {
    const [first, second] = readings;
    if (first === undefined || second === undefined || second.sealed.marker !== 'second') return;
    this.#portfolios++;
    const codes = this.#codes.filter((code) => Object.hasOwn(first.sealed.scores, code));
    addDoubleMarks(
      this.#confusion,
      codes.map((code) => first.sealed.scores[code] ?? 0),
      codes.map((code) => second.sealed.scores[code] ?? 0),
    );
  }

  found(): Doubled {
    const ratings = ratingsOfConfusion(this.#confusion);
    const labels = declaredCategories(this.#scores);
    const [identity, quadratic] = [weightMatrix('identity', labels), weightMatrix('quadratic', labels)];
    const tally = tallyOf(ratings);
    return {
      portfolios: this.#portfolios,
      exact: percentAgreement(tally, identity).value,
      ac2: gwetAC(tally, quadratic).value,
      kappa: cohenKappa(ratings, quadratic).value,
    };
  }
}
