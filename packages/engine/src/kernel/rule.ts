import type { Rulebook } from './rulebook.ts';

/**
 * A sentence that can be true, with its number in SPEC.md.
 * `holds` looks at nothing but its arguments. `detail` may add what exactly is amiss ("3 standards have no score").
 */
export interface Rule<Context, Command> {
  readonly id: string;
  readonly says: string;
  holds(context: Context, command: Command, book: Rulebook): boolean;
  detail?(context: Context, command: Command, book: Rulebook): string;
}

/** Declares a rule with its argument types. */
export function rule<Context, Command>(definition: Rule<Context, Command>): Rule<Context, Command> {
  return definition;
}

/** A fork in the road, not a refusal: it chooses between two targets of one command. */
export function when<Context, Command>(
  says: string,
  holds: (context: Context, command: Command, book: Rulebook) => boolean,
): Rule<Context, Command> {
  return { id: 'fork', says, holds };
}
