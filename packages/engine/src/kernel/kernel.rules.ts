import type { Actor, Permission } from './actor.ts';
import type { Refusal } from './decision.ts';

/** `JudgeStandard` and `awaitingAllocation` as a reader says them: `judge standard`, `awaiting allocation`. */
export function words(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** A role with its article: `a moderator`, `an external moderator`. */
const one = (name: string) => `${/^[aeio]/.test(name) ? 'an' : 'a'} ${words(name)}`;

const list = (names: readonly string[]) =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names.map(words));

/** The sentences of the rules that every workflow shares, as SPEC.md has them. */
export const kernelSentences = {
  K1: 'A command is taken only in a state that knows it.',
  K2: 'A command is taken only from a role that stands to the record as the permission table asks.',
  K3: 'A record is opened before anything else is done to it, and opened once.',
  K4: 'Nobody acts in two conflicting roles on one portfolio.',
} as const;

export const kernelRules = {
  known(workflow: string, status: string, command: string, states: readonly string[]): Refusal {
    const possible =
      states.length === 0
        ? `no ${words(workflow)} knows this command`
        : `it can be done while the ${words(workflow)} is ${list(states)}`;
    return { rule: 'K1', says: `This ${words(workflow)} is ${words(status)}; to ${words(command)}, ${possible}.` };
  },
  permitted(workflow: string, command: { type: string; by: Actor }, allowed: readonly Permission[]): Refusal {
    const who = [
      ...new Set(
        allowed.map(
          ({ role, relation }) =>
            ({
              own: `the ${words(role)} whose ${words(workflow)} it is`,
              allocated: `the ${words(role)} to whom it is allocated`,
              sameProvider: `${one(role)} of the same provider`,
              anyone: one(role),
            })[relation],
        ),
      ),
    ];
    const people = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(who);
    return { rule: 'K2', says: `Only ${people} may ${words(command.type)}; you act as ${words(command.by.role)}.` };
  },
  unconflicted(workflow: string, role: string, held: string): Refusal {
    return {
      rule: 'K4',
      says: `You stand in this ${words(workflow)} as ${words(held)}, so you cannot act on it as ${words(role)}.`,
    };
  },
  opened(workflow: string, command: string): Refusal {
    return { rule: 'K3', says: `There is no such ${words(workflow)} yet, so ${words(command)} has nothing to act on.` };
  },
  openedOnce(workflow: string): Refusal {
    return { rule: 'K3', says: `This ${words(workflow)} is open already.` };
  },
};
