/** Why a command was not taken: the rule's id in SPEC.md and a sentence for the person who sent it. */
export interface Refusal {
  readonly rule: string;
  readonly says: string;
}

/** The engine's answer to a command: what is now so and what happened, or every rule that stood against it. */
export type Decision<State, Fact> =
  | { readonly ok: true; readonly next: State; readonly facts: readonly Fact[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** A decision that says no. */
export function refuse(...refusals: Refusal[]): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals };
}
