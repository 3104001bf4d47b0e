import type { Role } from '@assay/engine';

/** Somebody who asks: a stranger or the person whom it is about, of the provider where they are a candidate or of another. */
export interface Asker {
  readonly role: Role;
  readonly themselves: boolean;
  readonly atHome: boolean;
}

/** A procedure that changes something that is no record of a workflow: its input, and who may. */
export interface Beside {
  readonly input?: Readonly<Record<string, unknown>>;
  may(asker: Asker): boolean;
  /** Whether it is for people who are not signed in. */
  readonly signedOut?: boolean;
}

const everybody = () => true;
/** What they would end is a session of theirs, and this one is not. */
const nobody = () => false;
const administrators = ({ role }: Asker) => role === 'administrator';
const staff = ({ role, atHome }: Asker) => role === 'provider' && atHome;
const staffToo = (asker: Asker) => administrators(asker) || staff(asker);
const themselves = (asker: Asker) => asker.themselves || administrators(asker);

/** By their paths; `person` is whom they are about, `endpoint` one of the provider, `letter` a message that was given up. */
export const beside: Readonly<Record<string, Beside>> = {
  'draft.save': { input: { place: 'home', device: 'desk', text: 'Begun.' }, may: everybody },
  'draft.drop': { input: { place: 'home', device: 'desk' }, may: everybody },
  'mail.prefer': { input: { wants: true }, may: everybody },
  'session.forgot': { input: { email: 'nobody@test.example' }, may: everybody, signedOut: true },
  'session.reauthenticate': { input: { password: 'wrong', totp: '000000' }, may: everybody },
  'session.revoke': { input: { session: 'of somebody else' }, may: nobody },
  'session.revokeOthers': { may: everybody },
  'session.revokeOf': { input: { session: null }, may: administrators },
  'session.invite': { may: staffToo },
  'session.forgetSecondFactor': { may: administrators },
  'privacy.ask': { may: themselves },
  'outbox.register': {
    input: { provider: 'provider-1', url: 'https://127.0.0.1:1/hook', facts: ['CohortOpened'] },
    may: staff,
  },
  'outbox.remove': { may: staffToo },
  'outbox.resend': { may: administrators },
  'outbox.resendAll': { may: administrators },
  'privacy.erase': { input: { reason: 'They asked.' }, may: administrators },
};
