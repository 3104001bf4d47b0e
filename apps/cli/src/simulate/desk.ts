import type { Actor, AnyCommand, AnyFact, ProviderId, Role, Rulebook, State, Together, Workflow } from '@assay/engine';
import type { Ledger } from './ledger.ts';
import { by, house } from './people.ts';

/** A record in memory: its id, its state, and the facts of its last command. */
export interface Kept<Context, Fact> {
  readonly id: string;
  readonly state: State<Context>;
  readonly facts: readonly Fact[];
}

/** What a command put on one record. */
export interface Entered {
  readonly workflow: string;
  readonly stream: string;
  readonly next: State<object>;
  readonly facts: readonly AnyFact[];
}

/** Hears of every command that was sent, and of all that it put on the record. */
export type Hearing = (command: AnyCommand, entered: readonly Entered[]) => void;

/** Sends commands to the engine, counts them, and enters every fact. A simulation that is refused is a bug. */
export class Desk {
  commands = 0;
  readonly book: Rulebook;
  /** The provider whose desk it is. */
  readonly house: ProviderId;
  /** The product itself, sending what follows or what has lapsed. */
  readonly product: Actor;
  readonly #ledger: Pick<Ledger, 'enter'>;
  readonly #hears: Hearing;

  constructor(book: Rulebook, ledger: Pick<Ledger, 'enter'>, provider: ProviderId = house, hears: Hearing = () => {}) {
    this.book = book;
    this.house = provider;
    this.product = by('system', 'system', provider);
    this.#ledger = ledger;
    this.#hears = hears;
  }

  /** A person of this provider in a role. */
  by(name: string, role: Role): Actor {
    return by(name, role, this.house);
  }

  /** Opens a record under an id, or, given one that is kept, sends it a command. Answers it as it is then. */
  send<Context extends object, Command extends AnyCommand, Fact extends AnyFact, const Sent extends Command>(
    workflow: Workflow<Context, Command, Fact>,
    record: string | Kept<Context, Fact>,
    command: Sent,
    lasting = false,
  ): Kept<Context, Fact> {
    const [id, before] = typeof record === 'string' ? [record, null] : [record.id, record.state];
    const decision = workflow.decide(before, command, this.book);
    this.commands++;
    if (!decision.ok)
      throw new Error(
        `${id}, ${command.type}: ${decision.refusals.map(({ rule, says }) => `${rule} ${says}`).join(' ')}`,
      );
    const { next, facts } = decision;
    this.#hears(command, [{ workflow: workflow.name, stream: id, next, facts }]);
    return this.#enter(workflow, id, next, facts, lasting);
  }

  /** Enters what was decided together on a command. */
  enter<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
    workflow: Workflow<Context, Command, Fact>,
    command: Command,
    decided: Extract<Together<Context, Fact>, { ok: true }>['decided'],
  ): Kept<Context, Fact>[] {
    this.commands += decided.length;
    this.#hears(
      command,
      decided.map(({ id, next, facts }) => ({ workflow: workflow.name, stream: id, next, facts })),
    );
    return decided.map(({ id, next, facts }) => this.#enter(workflow, id, next, facts, false));
  }

  #enter<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
    workflow: Workflow<Context, Command, Fact>,
    id: string,
    state: State<Context>,
    facts: readonly Fact[],
    lasting: boolean,
  ): Kept<Context, Fact> {
    for (const fact of facts) this.#ledger.enter({ record: id, workflow: workflow.name, fact }, state, lasting);
    return { id, state, facts };
  }
}

/** The one fact of a type among those of a command. */
export function factOf<Fact extends AnyFact, Type extends Fact['type']>(
  facts: readonly Fact[],
  type: Type,
): Extract<Fact, { type: Type }> {
  const found = facts.find((fact): fact is Extract<Fact, { type: Type }> => fact.type === type);
  if (found === undefined) throw new Error(`${type} was expected`);
  return found;
}
