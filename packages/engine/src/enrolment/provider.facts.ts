import { member, type AnyFact, type FactBook, type PersonId, type ProviderId, type Role } from '../kernel/index.ts';
import type { AppointPerson, DismissPerson, ProviderCommand } from './provider.commands.ts';

export interface Provider {
  readonly provider: ProviderId;
  readonly name: string;
  /** Every person who acts for the provider, with their roles. */
  readonly people: Readonly<Record<string, readonly Role[]>>;
}

/** The roles that a person holds for the provider; none for a stranger. */
export const rolesOf = ({ people }: Provider, person: PersonId): readonly Role[] => member(people, person) ?? [];

export interface ProviderRegistered extends AnyFact {
  readonly type: 'ProviderRegistered';
  readonly provider: ProviderId;
  readonly name: string;
}

export interface PersonAppointed extends AnyFact {
  readonly type: 'PersonAppointed';
  readonly person: PersonId;
  readonly role: Role;
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
    tell: (_provider, { person, role }: AppointPerson) => ({ person, role }),
    change: (provider, { person, role }) => ({
      ...provider,
      people: { ...provider.people, [person]: [...rolesOf(provider, person), role] },
    }),
  },
  PersonDismissed: {
    tell: (_provider, { person, role, reason }: DismissPerson) => ({ person, role, reason: reason.trim() }),
    change: (provider, { person, role }) => ({
      ...provider,
      people: { ...provider.people, [person]: rolesOf(provider, person).filter((held) => held !== role) },
    }),
  },
};
