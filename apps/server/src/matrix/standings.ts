import {
  conflictOf,
  involved,
  permissionTable,
  personId,
  providerId,
  roles,
  workflows,
  type Actor,
  type Party,
  type Role,
} from '@assay/engine';
import { relationsOf, standsIn, type Step } from '@assay/engine/testing/story';
import type { Sending } from './sends.ts';

/** Roles that people hold; the product itself signs in nowhere. */
export const held: readonly Role[] = roles.filter((role) => role !== 'system');

export const home = 'provider-1';
export const elsewhere = 'provider-9';

/** Where a record keeps people, and the role in which they stand there. */
const parts: Readonly<Record<string, Role>> = {
  candidate: 'candidate',
  candidates: 'candidate',
  practitioner: 'candidate',
  assessor: 'assessor',
  assessors: 'assessor',
  alsoMarked: 'assessor',
  moderators: 'moderator',
};

/** Everybody whom a record names, in the role that the field's name says. */
export function partiesWithin(context: object): Party[] {
  return Object.entries(context).flatMap(([field, value]): Party[] => {
    const role = parts[field];
    const people = [value].flat().filter((one): one is string => typeof one === 'string');
    if (role !== undefined && people.length > 0) return people.map((person) => ({ person: personId(person), role }));
    return typeof value === 'object' && value !== null ? partiesWithin(value) : [];
  });
}

/** Who stands where on the portfolios of a story, as far as it has been told: read off its steps alone. */
export class Portfolios {
  readonly #parties = new Map<string, Party[]>();
  readonly #records = new Map<string, Map<string, string>>();

  hear({ portfolios, record, workflow, facts, after }: Step): void {
    for (const one of portfolios)
      this.#records.set(one, new Map([...(this.#records.get(one) ?? []), [workflow, record]]));
    const acted = involved(facts);
    for (const one of portfolios) this.#add(one, acted);
    // Of a record of many portfolios, each name is of one of them.
    const named = partiesWithin(after.context);
    this.#add(record, [...acted, ...named]);
    if (portfolios.size === 1) for (const one of portfolios) this.#add(one, named);
  }

  #add(one: string, parties: readonly Party[]): void {
    this.#parties.set(one, [...(this.#parties.get(one) ?? []), ...parties]);
  }

  /** The last record of each workflow on the portfolios of a step, by the workflow's name. */
  recordsOf({ portfolios }: Pick<Step, 'portfolios'>): ReadonlyMap<string, string> {
    return new Map([...portfolios].flatMap((one) => [...(this.#records.get(one) ?? [])]));
  }

  partiesOf({ portfolios, record }: Step): Party[] {
    return [...portfolios, record].flatMap((one) => this.#parties.get(one) ?? []);
  }
}

/** Somebody who is to try a step, and whether the table lets them. */
export interface Trial {
  readonly by: Actor;
  /** The role, the provider and how they stand to the record and on the portfolio, in words. */
  readonly like: string;
  readonly stands: 'own' | 'other' | 'otherProvider' | 'conflicting';
  readonly may: boolean;
}

/**
 * In every role: those whom the record knows, whoever acts on the portfolio, a stranger; of its provider and of another.
 * Each may, by a procedure, where the table lets them send the command, and the procedure is for their role.
 */
export function trialsOf(step: Step, portfolios: Portfolios, sending: Sending): Trial[] {
  const { owner, allocated } = standsIn(step);
  const parties = portfolios.partiesOf(step);
  const people = new Set(['a-stranger', step.command.by.person, ...allocated, ...(owner === null ? [] : [owner])]);
  for (const { person } of parties) people.add(person);
  const trials = held.flatMap((role) =>
    [...people].flatMap((person) =>
      [home, elsewhere].map((provider) =>
        trialOf(step, parties, sending, { person: personId(person), role, provider: providerId(provider) }),
      ),
    ),
  );
  // Of those who stand alike, one.
  return [...new Map(trials.map((trial) => [trial.like, trial])).values()];
}

function trialOf(step: Step, parties: readonly Party[], sending: Sending, by: Actor): Trial {
  const { opens, only = held, narrower } = sending;
  const there = by.provider === providerId(elsewhere);
  // What one opens for one's own provider is at home there.
  const sender = opens === 'forOwnProvider' ? { ...by, provider: providerId(home) } : by;
  const permitted = opens === 'ofOneself' ? !there : permittedTo(step, sender);
  const conflict = conflictOf(by.person, by.role, parties);
  const conflicts = conflict !== undefined;
  const kept = narrower?.role === by.role && (narrower.where === 'everywhere' || there);
  return {
    by,
    like: [by.role, by.provider, ...relationsOf(by, standsIn(step)), conflict].join(' '),
    may: permitted && (opens === 'ofOneself' || !conflicts) && only.includes(by.role) && !kept,
    stands: there ? 'otherProvider' : conflicts ? 'conflicting' : permitted ? 'own' : 'other',
  };
}

function permittedTo(step: Step, by: Actor): boolean {
  const relations = relationsOf(by, standsIn(step));
  const [key] = Object.entries(workflows).find(([, { name }]) => name === step.workflow) ?? [];
  return permissionTable.some(
    ({ workflow, command, role, relation }) =>
      workflow === key && command === step.command.type && role === by.role && relations.includes(relation),
  );
}
