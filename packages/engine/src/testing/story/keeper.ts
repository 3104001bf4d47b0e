import {
  instant,
  involved,
  type AnyCommand,
  type AnyFact,
  type Instant,
  type Party,
  type Refusal,
  type Rulebook,
  type State,
  type Workflow,
} from '../../kernel/index.ts';
import { naming } from './naming.ts';
import { asTold, candidateIn, Stuck, type Attempts, type Knowledge, type Step } from './step.ts';

interface Entry {
  readonly portfolios: ReadonlySet<string>;
  readonly acted: readonly Party[];
  readonly whose: readonly Party[];
}

/** Keeps the records of a story by their ids, and remembers every step that was taken and every refusal met. */
export class Keeper {
  readonly book: Rulebook;
  readonly steps: Step[] = [];
  readonly refusals: Refusal[] = [];
  /** The instant at which the next commands are sent. */
  now: Instant = instant('2026-01-05T12:00:00.000Z');
  readonly attempts: Attempts;
  readonly #knowledge: Knowledge;
  readonly #entries: Entry[] = [];

  constructor(book: Rulebook, attempts: Attempts = asTold, knowledge: Knowledge = 'whoActed') {
    this.book = book;
    this.attempts = attempts;
    this.#knowledge = knowledge;
  }

  /** The commands that follow are sent at noon of this day. */
  on(day: string): void {
    this.now = instant(`${day}T12:00:00.000Z`);
  }

  /** Opens a record that belongs to these portfolios, under the story's book or another. */
  open<Context extends object, Command extends AnyCommand, Fact extends AnyFact, const Sent extends Command>(
    workflow: Workflow<Context, Command, Fact>,
    id: string,
    command: Sent,
    portfolios: readonly string[],
    book: Rulebook = this.book,
  ): Kept<Context, Command, Fact> {
    const kept = new Kept<Context, Command, Fact>(this, workflow, id, portfolios, book);
    this.#entries.push(kept);
    kept.send(command);
    return kept;
  }

  /** Who acted in which role on any of these portfolios so far, in whichever record. */
  involvedIn(portfolios: ReadonlySet<string>): Party[] {
    if (this.#knowledge === 'nobody') return [];
    return this.#entries.flatMap((entry) =>
      [...entry.portfolios].some((one) => portfolios.has(one))
        ? [...entry.acted, ...(this.#knowledge === 'whoActed' ? [] : entry.whose)]
        : [],
    );
  }
}

/** A record as it is kept: what it is now, and everything that happened to it. */
export class Kept<Context extends object, Command extends AnyCommand, Fact extends AnyFact> {
  readonly id: string;
  readonly book: Rulebook;
  readonly portfolios: ReadonlySet<string>;
  readonly facts: Fact[] = [];
  /** Who acted on it in which role. */
  acted: readonly Party[] = [];
  readonly #keeper: Keeper;
  readonly #workflow: Workflow<Context, Command, Fact>;
  #state: State<Context> | null = null;

  constructor(
    keeper: Keeper,
    workflow: Workflow<Context, Command, Fact>,
    id: string,
    portfolios: readonly string[],
    book: Rulebook,
  ) {
    this.#keeper = keeper;
    this.#workflow = workflow;
    this.id = id;
    this.portfolios = new Set(portfolios);
    this.book = book;
  }

  get state(): State<Context> {
    if (this.#state === null) throw new Stuck(`${this.id} is not open`);
    return this.#state;
  }

  get context(): Context {
    return this.state.context;
  }

  /** The candidate whose record it is. */
  get whose(): Party[] {
    return this.#state === null ? [] : candidateIn(this.#state.context);
  }

  /** Sends a command with all that is known of who stands on its portfolios. One that is refused ends the story. */
  send<const Sent extends Command>(command: Sent): this {
    const known = this.#keeper.involvedIn(this.portfolios);
    const refusals: Refusal[] = [];
    for (const attempt of this.#keeper.attempts<Command>(command)) {
      const sent = { ...attempt, involved: known };
      const decision = this.#workflow.decide(this.#state, sent, this.book);
      if (decision.ok) {
        this.#take(sent, decision.next, decision.facts);
        return this;
      }
      refusals.push(...decision.refusals);
      this.#keeper.refusals.push(...decision.refusals);
    }
    throw new Stuck(`${this.id}, ${command.type}: ${refusals.map(({ rule, says }) => `${rule} ${says}`).join(' ')}`);
  }

  /** The last fact of a type that happened to it. */
  fact<Type extends Fact['type']>(type: Type): Extract<Fact, { type: Type }> {
    const found = this.facts.findLast((fact): fact is Extract<Fact, { type: Type }> => fact.type === type);
    if (found === undefined) throw new Stuck(`${this.id} has no ${type}`);
    return found;
  }

  #take(command: Command, next: State<Context>, facts: readonly Fact[]): void {
    const [workflow, before, book] = [this.#workflow, this.#state, this.book];
    this.#state = next;
    this.facts.push(...facts);
    this.acted = involved(this.facts);
    this.#keeper.steps.push({
      workflow: workflow.name,
      record: this.id,
      portfolios: this.portfolios,
      command,
      before,
      after: next,
      facts,
      deadline: workflow.deadline(next),
      again: ({ named, ...otherwise }) =>
        workflow.decide(before, { ...(named === undefined ? command : naming(command, named)), ...otherwise }, book),
    });
  }
}
