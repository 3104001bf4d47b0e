import type { AnyCommand, AnyFact, Rulebook, State, Workflow } from '../kernel/index.ts';

/** A record after a row of commands; those that were refused left no trace. */
export interface Sent<Context, Fact> {
  readonly state: State<Context> | null;
  readonly facts: readonly Fact[];
  /** The state that the facts alone give, after they were written down as JSON and read again. */
  readonly replayed: State<Context> | null;
  /** Commands that were refused without a rule: there should be none. */
  readonly unexplained: readonly string[];
}

/** Sends a row of commands to one record, whatever is answered. For properties over random rows. */
export function sent<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
  workflow: Workflow<Context, Command, Fact>,
  row: readonly Command[],
  book: Rulebook,
): Sent<Context, Fact> {
  let state: State<Context> | null = null;
  const facts: Fact[] = [];
  const unexplained: string[] = [];
  for (const command of row) {
    const decision = workflow.decide(state, command, book);
    if (decision.ok) {
      state = decision.next;
      facts.push(...decision.facts);
    } else if (decision.refusals.length === 0) unexplained.push(command.type);
  }
  const written: Fact[] = JSON.parse(JSON.stringify(facts));
  return { state, facts, replayed: workflow.replay(written), unexplained };
}
