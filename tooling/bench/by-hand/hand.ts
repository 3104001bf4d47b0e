import { conflictOf, type AnyCommand, type Decision, type State } from '../../../packages/engine/src/index.ts';

/** A step taken: the state that it leads to and its one fact. */
export function done<Context, Fact>(status: string, context: Context, fact: Fact): Decision<State<Context>, Fact> {
  return { ok: true, next: { status, context }, facts: [fact] };
}

/** The one answer to everything that is not possible: a hand that writes for speed does not say why. */
export const no = { ok: false, refusals: [{ rule: 'none', says: 'No.' }] } as const;

/** K4 for somebody who is not the candidate. */
export function isApart({ by, involved }: AnyCommand, candidate: string): boolean {
  return by.person !== candidate && stands(by, involved);
}

/** K4 by what is known from other records. */
export function stands({ person, role }: AnyCommand['by'], involved: AnyCommand['involved']): boolean {
  return involved === undefined || conflictOf(person, role, involved) === undefined;
}
