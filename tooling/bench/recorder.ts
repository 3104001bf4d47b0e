import type { AnyCommand, AnyFact, Decision, Rulebook, State, Workflow } from '../../packages/engine/src/index.ts';
import { bare, type Bare } from '../../packages/engine/src/testing/index.ts';

/** The same answers as a workflow's `decide`, written as a plain switch. */
export type ByHand<Context, Command, Fact> = (
  state: State<Context> | null,
  command: Command,
  book: Rulebook,
) => Decision<State<Context>, Fact>;

/** One recorded command, and three ways of doing it again. */
export interface Step {
  readonly workflow: string;
  readonly command: string;
  /** Through the engine, from the state that was recorded. */
  decide(): Decision<State<object>, AnyFact>;
  /** By xstate alone, from the snapshot that the record's step before left. */
  transition(): void;
  byHand(): Decision<State<object>, AnyFact>;
  /** Not decided again: the recorded facts change the state. */
  replay(): State<object> | null;
}

/** A record in memory: its state, and how to send it a command. */
export interface Kept<Context, Command, Fact> {
  readonly workflow: string;
  /** The record's machine without the engine. */
  readonly chart: Bare;
  state: State<Context>;
  /** Sends a command that must be accepted and answers its facts. */
  send(command: Command): readonly Fact[];
}

/** Sends commands through `decide` and keeps them for being done again. A journey that is refused is a bug. */
export class Recorder {
  readonly steps: Step[] = [];
  readonly facts: AnyFact[] = [];
  readonly records: Pick<Kept<object, never, AnyFact>, 'workflow' | 'state' | 'chart'>[] = [];
  readonly book: Rulebook;

  constructor(book: Rulebook) {
    this.book = book;
  }

  /** Opens a record. */
  open<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
    workflow: Workflow<Context, Command, Fact>,
    byHand: ByHand<Context, Command, Fact>,
    opening: Command,
  ): Kept<Context, Command, Fact> {
    const { book, steps, facts, records } = this;
    const begun = accepted(workflow.decide(null, opening, book), opening);
    const chart = bare(workflow.machine, begun.next.context);
    const step = (
      before: State<Context> | null,
      command: Command,
      happened: readonly Fact[],
      transition: () => void,
    ): Step => ({
      workflow: workflow.name,
      command: command.type,
      decide: () => workflow.decide(before, command, book),
      transition,
      byHand: () => byHand(before, command, book),
      replay: () => happened.reduce<State<Context> | null>(workflow.evolve, before),
    });
    const kept: Kept<Context, Command, Fact> = {
      workflow: workflow.name,
      chart,
      state: begun.next,
      send(command) {
        const before = kept.state;
        const decided = accepted(workflow.decide(before, command, book), command);
        const event = { ...command, book };
        steps.push(step(before, command, decided.facts, () => chart.take(event)));
        facts.push(...decided.facts);
        kept.state = decided.next;
        return decided.facts;
      },
    };
    steps.push(step(null, opening, begun.facts, () => chart.begin()));
    facts.push(...begun.facts);
    records.push(kept);
    return kept;
  }
}

function accepted<Next, Fact>(decision: Decision<Next, Fact>, { type }: AnyCommand) {
  if (decision.ok) return decision;
  throw new Error(`${type} was refused: ${decision.refusals.map(({ rule, says }) => `${rule} ${says}`).join(' ')}`);
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
