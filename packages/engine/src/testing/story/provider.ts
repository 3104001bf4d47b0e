import { provider } from '../../enrolment/index.ts';
import type { Role } from '../../kernel/index.ts';
import { demoProvider } from '../people.ts';
import { cast } from './cast.ts';
import type { Keeper } from './keeper.ts';

/** A provider is set up, with its people; one of them goes. It belongs to no portfolio. */
export function providerIsSetUp(keeper: Keeper): void {
  const { now: at } = keeper;
  const kept = keeper.open(
    provider,
    demoProvider,
    { type: 'RegisterProvider', provider: demoProvider, name: 'Northgate', by: cast.administrator, at },
    [],
  );
  const appoint = (role: Role, by: (typeof cast)[keyof typeof cast], person = cast.first.person) =>
    kept.send({ type: 'AppointPerson', person, role, by, at });
  appoint('administrator', cast.system, cast.administrator.person);
  appoint('provider', cast.administrator, cast.provider.person);
  appoint('assessor', cast.provider);
  appoint('externalModerator', cast.administrator, cast.external.person);
  kept.send({
    type: 'DismissPerson',
    person: cast.first.person,
    role: 'assessor',
    reason: 'They moved away.',
    by: cast.provider,
    at,
  });
}
