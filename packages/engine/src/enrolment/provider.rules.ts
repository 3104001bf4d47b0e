import { londonDay, rule } from '../kernel/index.ts';
import type { AppointPerson, DismissPerson, RegisterProvider } from './provider.commands.ts';
import { lastDayOf, rolesOf, type Provider } from './provider.facts.ts';

export const providerIsNamed = rule<null, RegisterProvider>({
  id: 'ENR-1',
  says: 'A provider has a name.',
  holds: (_none, { name }) => name.trim() !== '',
});

export const personLacksRole = rule<Provider, AppointPerson>({
  id: 'ENR-2',
  says: 'A person is appointed to a role they do not hold yet.',
  holds: (provider, { person, role, at }) => {
    const lastDay = lastDayOf(provider, person, role);
    const ended = lastDay !== undefined && lastDay < londonDay(at);
    return ended || !rolesOf(provider, person).includes(role);
  },
});

export const lastDayIsAhead = rule<Provider, AppointPerson>({
  id: 'ENR-13',
  says: 'The last day of an appointment has not passed when it is made.',
  holds: (_provider, { until, at }) => until === undefined || until >= londonDay(at),
});

export const roleIsAppointable = rule<Provider, AppointPerson>({
  id: 'ENR-3',
  says: 'A provider appoints assessors, moderators and its own staff; candidates are enrolled, and external moderators and administrators are made by administrators.',
  holds: (_provider, { role, by }) => {
    if (role === 'administrator' || role === 'externalModerator')
      return by.role === 'administrator' || by.role === 'system';
    return role === 'assessor' || role === 'moderator' || role === 'provider';
  },
});

export const personHoldsRole = rule<Provider, DismissPerson>({
  id: 'ENR-4',
  says: 'Only a role that a person holds can be taken from them.',
  holds: (provider, { person, role }) => rolesOf(provider, person).includes(role),
});

export const dismissalIsReasoned = rule<Provider, DismissPerson>({
  id: 'ENR-9',
  says: 'A person is dismissed from a role with a reason.',
  holds: (_provider, { reason }) => reason.trim() !== '',
});

export const administratorIsDismissedByOne = rule<Provider, DismissPerson>({
  id: 'ENR-10',
  says: 'The role of administrator is taken from somebody by an administrator only.',
  holds: (_provider, { role, by }) => role !== 'administrator' || by.role === 'administrator',
});
