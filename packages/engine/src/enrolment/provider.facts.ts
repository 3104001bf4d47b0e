import {
  member,
  type AnyFact,
  type Day,
  type FactBook,
  type PersonId,
  type ProviderId,
  type Role,
} from '../kernel/index.ts';
import type { AppointPerson, DismissPerson, ProviderCommand } from './provider.commands.ts';

export interface Provider {
  readonly provider: ProviderId;
  readonly name: string;
  /** Every person who acts for the provider, with their roles. */
  readonly people: Readonly<Record<string, readonly Role[]>>;
  /** The last days of the appointments that end; there is none where no appointment ever had one. */
  readonly lastDays?: Readonly<Record<string, Day>>;
}

/** The roles that a person holds for the provider; none for a stranger. */
export const rolesOf = ({ people }: Provider, person: PersonId): readonly Role[] => member(people, person) ?? [];

/** The last day of a person's appointment to a role; undefined for one that does not end. */
export const lastDayOf = ({ lastDays = {} }: Provider, person: PersonId, role: Role): Day | undefined =>
  member(lastDays, appointment(person, role));

const appointment = (person: PersonId, role: Role): string => `${role} ${person}`;

/** The last days once a person's appointment to a role is given this one, or none. */
function withLastDay(provider: Provider, person: PersonId, role: Role, until: Day | undefined): Provider {
  const key = appointment(person, role);
  if (until !== undefined) return { ...provider, lastDays: { ...provider.lastDays, [key]: until } };
  if (lastDayOf(provider, person, role) === undefined) return provider;
  const lastDays = Object.fromEntries(Object.entries(provider.lastDays ?? {}).filter(([held]) => held !== key));
  return { ...provider, lastDays };
}

export interface ProviderRegistered extends AnyFact {
  readonly type: 'ProviderRegistered';
  readonly provider: ProviderId;
  readonly name: string;
}

export interface PersonAppointed extends AnyFact {
  readonly type: 'PersonAppointed';
  readonly person: PersonId;
  readonly role: Role;
  readonly until?: Day;
}

export interface PersonDismissed extends AnyFact {
  readonly type: 'PersonDismissed';
  readonly person: PersonId;
  readonly role: Role;
  readonly reason: string;
}

export type ProviderFact = ProviderRegistered | PersonAppointed | PersonDismissed;

export const providerFacts: FactBook<Provider, ProviderCommand, Exclude<ProviderFact, ProviderRegistered>> = {
  PersonAppointed: {
    tell: (_provider, { person, role, until }: AppointPerson) => ({
      person,
      role,
      ...(until !== undefined && { until }),
    }),
    change: (provider, { person, role, until }) => ({
      ...withLastDay(provider, person, role, until),
      people: {
        ...provider.people,
        // The role may be there from an appointment that has ended.
        [person]: [...rolesOf(provider, person).filter((held) => held !== role), role],
      },
    }),
  },
  PersonDismissed: {
    tell: (_provider, { person, role, reason }: DismissPerson) => ({ person, role, reason: reason.trim() }),
    change: (provider, { person, role }) => ({
      ...withLastDay(provider, person, role, undefined),
      people: { ...provider.people, [person]: rolesOf(provider, person).filter((held) => held !== role) },
    }),
  },
};
