import type { AnyCommand, AnyFact, State, Workflow } from './contract.ts';
import type { Refusal } from './decision.ts';
import type { Rulebook } from './rulebook.ts';

/** One record and the command that is meant for it. */
export interface Asked<Context, Command> {
  readonly id: string;
  readonly state: State<Context>;
  readonly command: Command;
}

/** What a decision on many records amounts to: all of them decided, or who stood against it. */
export type Together<Context, Fact> =
  | {
      readonly ok: true;
      readonly decided: readonly {
        readonly id: string;
        readonly next: State<Context>;
        readonly facts: readonly Fact[];
      }[];
    }
  | { readonly ok: false; readonly refusals: readonly (Refusal & { readonly id: string })[] };

/**
 * Decides one command on each of many records, all or none: where a single one is refused, nothing is decided, and
 * every refusal names its record. None asked is none decided.
 */
export function decideAll<Context extends object, Command extends AnyCommand, Fact extends AnyFact>(
  workflow: Workflow<Context, Command, Fact>,
  asked: readonly Asked<Context, Command>[],
  book: Rulebook,
): Together<Context, Fact> {
  const decided: { id: string; next: State<Context>; facts: readonly Fact[] }[] = [];
  const refusals: (Refusal & { id: string })[] = [];
  for (const { id, state, command } of asked) {
    const decision = workflow.decide(state, command, book);
    if (decision.ok) decided.push({ id, next: decision.next, facts: decision.facts });
    else refusals.push(...decision.refusals.map((refusal) => ({ id, ...refusal })));
  }
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, decided };
}
