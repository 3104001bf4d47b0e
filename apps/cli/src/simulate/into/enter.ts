import {
  personId,
  provider as workflow,
  providerId,
  type Actor,
  type Provider,
  type ProviderFact,
  type ProviderId,
  type Role,
} from '@assay/engine';
import type { Desk, Kept } from '../desk.ts';
import { at, days } from '../people.ts';
import { administrator } from './staff.ts';

const installation = providerId('installation');
const administers: Actor = {
  person: personId(administrator.id),
  role: 'administrator',
  provider: installation,
};

/** Appoints the administrator of the installation, as the first start of a server does. */
export function enterInstallation(desk: Desk): void {
  const by = { ...administers, role: 'system', provider: null } as const;
  const day = at(days.opened);
  const opened = desk.send(workflow, installation, {
    type: 'RegisterProvider',
    provider: installation,
    name: 'This installation',
    by,
    at: day,
  });
  desk.send(workflow, opened, {
    type: 'AppointPerson',
    person: administers.person,
    role: 'administrator',
    by,
    at: day,
  });
}

/** Registers a provider and appoints its people, as an administrator does. */
export function enterProvider(
  desk: Desk,
  provider: ProviderId,
  name: string,
  people: readonly { readonly person: Actor['person']; readonly role: Role }[],
): void {
  const day = at(days.opened);
  let kept: Kept<Provider, ProviderFact> = desk.send(workflow, provider, {
    type: 'RegisterProvider',
    provider,
    name,
    by: administers,
    at: day,
  });
  for (const { person, role } of people)
    kept = desk.send(workflow, kept, { type: 'AppointPerson', person, role, by: administers, at: day });
}
