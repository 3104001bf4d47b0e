import {
  personId,
  type Actor,
  type AnyCommand,
  type AnyFact,
  type Decision,
  type Party,
  type Running,
  type State,
} from '../../kernel/index.ts';
import type { Named } from './naming.ts';

/** What is changed about a command that is sent once more: who sends it, who stands elsewhere, who is named in it. */
export interface Otherwise {
  readonly by?: Actor;
  readonly involved?: readonly Party[];
  /** Who is named in the command as whom it gives a part, and in which field (`namings`). */
  readonly named?: Named;
}

/** One command of the story as it was taken, on one record. */
export interface Step {
  /** The workflow by the name that the record carries. */
  readonly workflow: string;
  readonly record: string;
  /** The portfolios that the record belongs to. */
  readonly portfolios: ReadonlySet<string>;
  readonly command: AnyCommand;
  readonly before: State<object> | null;
  readonly after: State<object>;
  readonly facts: readonly AnyFact[];
  /** The deadline that runs in the state after it. */
  readonly deadline: Running | null;
  /** What is decided on the same state of the same record where something of the command is otherwise. */
  again(otherwise: Otherwise): Decision<State<object>, AnyFact>;
}

/** What is tried for a command of the story, in this order, until one is taken. */
export type Attempts = <Command extends AnyCommand>(command: Command) => readonly Command[];

export const asTold: Attempts = (command) => [command];

/**
 * What a command is told of who stands on its portfolios in other records: nobody; who acted (`involved`); or also
 * whose portfolios they are, who may not have acted yet.
 */
export type Knowledge = 'nobody' | 'whoActed' | 'whoActedAndWhose';

/** The story cannot go on: a command was refused, or what should follow from it did not. */
export class Stuck extends Error {}

/** The candidate whose record it is, as its state names them; none where it is nobody’s. */
export function candidateIn(context: object): Party[] {
  const candidate: unknown = Reflect.get(context, 'candidate');
  return typeof candidate === 'string' ? [{ person: personId(candidate), role: 'candidate' }] : [];
}
