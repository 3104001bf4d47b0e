import type { AnyCommand, Day, Permission, PersonId, ProviderId, Role } from '../kernel/index.ts';
import { may } from '../kernel/index.ts';

/** A provider's own standing: its name and the people who act for it. */
export interface RegisterProvider extends AnyCommand {
  readonly type: 'RegisterProvider';
  readonly provider: ProviderId;
  readonly name: string;
}

export interface AppointPerson extends AnyCommand {
  readonly type: 'AppointPerson';
  readonly person: PersonId;
  readonly role: Role;
  /** The last day of the appointment, in London; without one it lasts until the person is dismissed. */
  readonly until?: Day;
}

export interface DismissPerson extends AnyCommand {
  readonly type: 'DismissPerson';
  readonly person: PersonId;
  readonly role: Role;
  readonly reason: string;
}

export type ProviderCommand = RegisterProvider | AppointPerson | DismissPerson;

export const providerPermissions = {
  RegisterProvider: [may('administrator', 'anyone'), may('system', 'anyone')],
  AppointPerson: [may('administrator', 'anyone'), may('provider', 'sameProvider'), may('system', 'anyone')],
  DismissPerson: [may('administrator', 'anyone'), may('provider', 'sameProvider')],
} as const satisfies Record<ProviderCommand['type'], readonly Permission[]>;
