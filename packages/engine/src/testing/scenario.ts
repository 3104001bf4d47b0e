import type { AnyCommand, AnyFact, Rulebook, State, Workflow } from '../kernel/index.ts';

/** A record brought to a state by commands, on which one more can be tried. */
export interface Scenario<Context, Command extends AnyCommand, Fact extends AnyFact> {
  readonly state: State<Context> | null;
  readonly facts: readonly Fact[];
  /** Sends a command that must be accepted; throws with the refusals otherwise. */
  after(command: Command): Scenario<Context, Command, Fact>;
  /** The types of the facts a command would record, or the ids of the rules that refuse it. */
  when(command: Command): { readonly facts: readonly string[] } | { readonly refused: readonly string[] };
  /** The sentences with which a command would be refused; none if it would not. */
  says(command: Command): readonly string[];
}

/** Given nothing yet: the start of a scenario for one workflow under one rulebook. */
export function given<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
  workflow: Workflow<Context, Command, Fact>,
  book: Rulebook,
): Scenario<Context, Command, Fact> {
  const at = (state: State<Context> | null, facts: readonly Fact[]): Scenario<Context, Command, Fact> => ({
    state,
    facts,
    after(command) {
      const decision = workflow.decide(state, command, book);
      if (!decision.ok)
        throw new Error(
          `${command.type} was refused: ${decision.refusals.map(({ rule, says }) => `${rule} ${says}`).join(' ')}`,
        );
      return at(decision.next, [...facts, ...decision.facts]);
    },
    when(command) {
      const decision = workflow.decide(state, command, book);
      return decision.ok
        ? { facts: decision.facts.map(({ type }) => type) }
        : { refused: decision.refusals.map(({ rule }) => rule) };
    },
    says(command) {
      const decision = workflow.decide(state, command, book);
      return decision.ok ? [] : decision.refusals.map(({ says }) => says);
    },
  });
  return at(null, []);
}
