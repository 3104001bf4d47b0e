import { createHash, type Hash } from 'node:crypto';
import { canonical, type AnyFact, type State } from '@assay/engine';

/** One line of a log: the record, its workflow, and the fact that happened to it. */
export interface Line {
  readonly record: string;
  readonly workflow: string;
  readonly fact: AnyFact;
}

/** What a ledger amounts to: how many facts and records, and SHA-256 over the facts and over the states they led to. */
export interface Balance {
  readonly facts: number;
  readonly records: number;
  readonly digest: string;
  readonly statesDigest: string;
}

/**
 * Keeps count of facts and of the records they belong to. Records are closed cohort by cohort, so that memory does not
 * grow with the number of candidates; those that outlive a cohort are closed at the end.
 */
export class Ledger {
  readonly #facts: Hash = createHash('sha256');
  readonly #states: Hash = createHash('sha256');
  readonly #open = new Map<string, State<object>>();
  readonly #lasting = new Map<string, State<object>>();
  readonly #heard: (line: Line) => void;
  #count = 0;
  #records = 0;

  constructor(heard: (line: Line) => void = () => {}) {
    this.#heard = heard;
  }

  /** Enters a fact and the state that it led to. `lasting`: the record is not closed with its cohort. */
  enter(line: Line, state: State<object>, lasting: boolean): void {
    this.#count++;
    this.#facts.update(JSON.stringify(line.fact));
    (lasting ? this.#lasting : this.#open).set(line.record, state);
    this.#heard(line);
  }

  /** Closes the records of a cohort, in the order in which they were opened. */
  close(): void {
    this.#closeAll(this.#open);
  }

  balance(): Balance {
    this.close();
    this.#closeAll(this.#lasting);
    return {
      facts: this.#count,
      records: this.#records,
      digest: this.#facts.digest('hex'),
      statesDigest: this.#states.digest('hex'),
    };
  }

  #closeAll(states: Map<string, State<object>>): void {
    for (const [record, state] of states) this.#states.update(canonical([record, state]));
    this.#records += states.size;
    states.clear();
  }
}
