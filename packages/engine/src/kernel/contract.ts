import type { AnyStateMachine } from 'xstate';
import type { Actor, Permission, Relation, Role } from './actor.ts';
import type { Party } from './conflict.ts';
import type { Deadline } from './deadline.ts';
import type { Decision } from './decision.ts';
import type { PersonId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Rule } from './rule.ts';
import type { Rulebook } from './rulebook.ts';

/** What somebody wants done: an imperative, who says it and when. */
export interface AnyCommand {
  readonly type: string;
  readonly by: Actor;
  readonly at: Instant;
  /**
   * Who stands on the same portfolio in other records, and in which role: kept by whoever keeps the records, from the
   * facts themselves (`involved`). Absent: nobody does.
   */
  readonly involved?: readonly Party[];
}

/** What has happened: a past tense, who did it and when. */
export interface AnyFact {
  readonly type: string;
  readonly by: Actor;
  readonly at: Instant;
}

/** What a fact says beyond its type, actor and instant. */
export type Telling<Fact> = Omit<Fact, 'type' | 'by' | 'at'>;

/** One fact: `tell` makes it from the state before and the command, `change` gives the context once it is so. */
export interface FactDefinition<Context, Command, Fact> {
  tell(context: Context, command: Command, book: Rulebook): Telling<Fact>;
  change(context: Context, fact: Fact): Context;
}

export type FactBook<Context, Command, Fact extends AnyFact> = {
  readonly [Type in Fact['type']]: FactDefinition<Context, Command, Extract<Fact, { type: Type }>>;
};

/** Where a record stands: its state's name and what the rules need to know. Plain JSON. */
export interface State<Context> {
  readonly status: string;
  readonly context: Context;
}

/** How a record comes to be: the one command that needs no record before it. */
export interface Opening<Context, Command, Fact> {
  readonly command: string;
  readonly fact: string;
  readonly rules: readonly Rule<null, Command>[];
  tell(command: Command, book: Rulebook): Telling<Fact>;
  context(fact: Fact): Context;
}

/** Whose turn it is in a state, and the command that the product sends when the state's deadline passes. */
export interface Turn<Type extends string = string> {
  readonly owner: Role;
  readonly lapse?: Type;
}

/** A deadline that runs, and what is sent when it passes: null where passing is only told, and a person decides. */
export interface Running extends Deadline {
  readonly command: string | null;
}

export interface Workflow<Context, Command extends AnyCommand, Fact extends AnyFact> {
  readonly name: string;
  readonly machine: AnyStateMachine;
  readonly opening: string;
  /** Every command, the opening one first. */
  readonly commands: readonly Command['type'][];
  /** Every state, in the chart's order. */
  readonly states: readonly string[];
  /** Whose turn it is in each state; null where nothing can follow. */
  readonly turns: Readonly<Record<string, Turn | null>>;
  /** The deadline that runs in a state, if one does. */
  deadline(state: State<Context>): Running | null;
  /** Who may send which command. */
  readonly may: Readonly<Record<Command['type'], readonly Permission[]>>;
  /** The roles that may send a command, however they stand to the record. */
  rolesFor(command: string): readonly Role[];
  /** Every rule that the opening or a step of this workflow asks, once each. */
  readonly rules: readonly Pick<Rule<Context, Command>, 'id' | 'says'>[];
  /** Decides a command on a record (null: not yet opened). Pure: same arguments, same answer. */
  decide(state: State<Context> | null, command: Command, book: Rulebook): Decision<State<Context>, Fact>;
  /** The state after a recorded fact. Asks no rule: what is recorded is so. Throws on a fact the state cannot have had. */
  evolve(state: State<Context> | null, fact: Fact): State<Context>;
  /** The state after all facts of one record, in order; null for none. */
  replay(facts: Iterable<Fact>): State<Context> | null;
  /** Whether this actor's role and standing allow the command, whatever the state. */
  allows(state: State<Context> | null, command: Command): boolean;
  /** The commands that the record's state knows and this actor's role and relation allow; details may still stand against one. */
  open(state: State<Context>, actor: Actor): readonly Command['type'][];
  /** The steps that a state knows: command, target, fact and rules, for charts and help. */
  steps(
    status: string,
  ): readonly { command: string; target: string; fact: string; rules: readonly { id: string; says: string }[] }[];
}

/** What can be asked of a workflow without knowing which: its chart, its permissions, and how a recorded fact changes a state. */
export interface AnyWorkflow {
  readonly name: string;
  readonly opening: string;
  readonly commands: readonly string[];
  readonly states: readonly string[];
  readonly turns: Readonly<Record<string, Turn | null>>;
  readonly rules: readonly { readonly id: string; readonly says: string }[];
  /** The deadline that runs in a state, if one does. */
  deadline(state: State<object>): Running | null;
  evolve(state: State<object> | null, fact: AnyFact): State<object>;
  steps(
    status: string,
  ): readonly { command: string; target: string; fact: string; rules: readonly { id: string; says: string }[] }[];
}

export interface WorkflowDefinition<Context extends object, Command extends AnyCommand, Fact extends AnyFact> {
  readonly name: string;
  readonly machine: AnyStateMachine;
  /** Every fact but the opening one. */
  readonly facts: Partial<FactBook<Context, Command, Fact>>;
  readonly opening: Opening<Context, Command, Fact>;
  readonly may: Readonly<Record<Command['type'], readonly Permission[]>>;
  /** Whose turn it is, for every state of the chart; null exactly where the chart leads no further. */
  readonly turns: Readonly<Record<string, Turn<Command['type']> | null>>;
  /** The deadline that a context carries; left out where no clock ever runs. */
  deadline?(context: Context): Deadline | null;
  /** How an actor stands to a record; to one that is being opened, the command stands in for it. */
  relation(context: Context | null, actor: Actor, command?: Command): readonly Relation[];
  /**
   * Who already stands on the record in which role, so that nobody acts in two conflicting ones. A record with many
   * people may answer for the one person who is asked about, and leave the others out.
   */
  parties(context: Context, person: PersonId): readonly Party[];
}
