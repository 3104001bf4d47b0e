import type { AnyCommand, AnyFact, Rulebook, State, Workflow } from '@assay/engine';

/** A record in memory: its state, and the facts of its last command. */
export interface Kept<Context, Fact> {
  readonly state: State<Context>;
  readonly facts: readonly Fact[];
}

/** Sends commands to the engine, counts them, and hands every fact on. A simulation that is refused is a bug. */
export class Desk {
  commands = 0;
  readonly book: Rulebook;
  readonly #heard: (fact: AnyFact) => void;

  constructor(book: Rulebook, heard: (fact: AnyFact) => void) {
    this.book = book;
    this.#heard = heard;
  }

  send<Context extends object, Command extends AnyCommand, Fact extends AnyFact, const Sent extends Command>(
    workflow: Workflow<Context, Command, Fact>,
    state: State<Context> | null,
    command: Sent,
  ): Kept<Context, Fact> {
    const decision = workflow.decide(state, command, this.book);
    this.commands++;
    if (!decision.ok)
      throw new Error(`${command.type}: ${decision.refusals.map(({ rule, says }) => `${rule} ${says}`).join(' ')}`);
    for (const fact of decision.facts) this.#heard(fact);
    return { state: decision.next, facts: decision.facts };
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
