import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import type { Log } from '../log.ts';
import { configuration, plugins, type IdentitySettings } from './configuration.ts';
import { oneClickSignIn } from './demo.ts';
import { answer } from './handler.ts';
import {
  acceptInvitation,
  invite,
  openInvitation,
  type InvitationAccepted,
  type InvitationOpened,
} from './invitations.ts';
import { checkSignOn } from './oidcHealth.ts';
import { verifyPassword } from './passwords.ts';
import { createPerson, peopleByIds, type NewPerson, type PersonCreated } from './people.ts';
import type { Person } from './person.ts';
import { prove, type Proved, type Shown } from './prove.ts';
import { forget, personSubject } from './proofDelay.ts';
import { sessionByToken } from './readSession.ts';
import { forgetSecondFactor, isEnrolled } from './secondFactor.ts';
import { signedValue } from './signedCookie.ts';
import { endSessions, sessionsOf, type SessionLine } from './sessions.ts';
import type { IdentityTables } from './tables.ts';

/** A session as its cookie tells it. Instants are text. */
export type SignedIn = {
  readonly person: Person;
  readonly sessionId: string;
  /** Whether the person has an authenticator set up, and when this session passed it or the sign-on service's own. */
  readonly secondFactor: { readonly enrolled: boolean; readonly passedAt: string | null };
  /** When the person last proved in this session who they are, after signing in. */
  readonly provedAt: string | null;
};

/**
 * Who is who. None of these may be called inside a transaction of ours: the
 * one SQLite connection is taken, and they would wait for it for ever.
 */
export type Identity = {
  /** Answers `/api/auth/*`; see `doors.ts` for what is open. `clientAddress` from `http/clientAddress.ts`. */
  handler(request: Request, clientAddress: string | null): Promise<Response>;
  /** Who a request's cookie belongs to. Only reads; `GET /api/auth/get-session` renews. */
  session(headers: Headers): Promise<SignedIn | null>;
  createPerson(input: NewPerson): Promise<PersonCreated>;
  /**
   * A one-time address, valid 7 days, at which the person chooses a password;
   * an earlier link of theirs stops working. It also replaces a forgotten
   * password, so whoever may call it could enter that account: record the call.
   *
   * @throws the database's foreign key error for an unknown person.
   */
  invitationLink(personId: string): Promise<string>;
  /** Sets the password; forgets the delays that wrong ones had brought. */
  acceptInvitation(token: string, password: string): Promise<InvitationAccepted>;
  /** Opens an invitation without a password, for a person who will sign in with the sign-on service. */
  openInvitation(token: string): Promise<InvitationOpened>;
  /** Whether this is the person's password. Counts nothing and delays nothing: `prove` does. */
  verifyPassword(personId: string, password: string): Promise<boolean>;
  /** Proof, after signing in, of who acts. Wrong ones are counted. */
  prove(personId: string, shown: Shown): Promise<Proved>;
  /** Notes in a session when its person proved who they are. `at` is an instant. */
  noteProof(sessionId: string, at: string): Promise<void>;
  /** Name and e-mail by id; unknown ids are absent. */
  people(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  hasPassword(personId: string): Promise<boolean>;
  sessions(personId: string): Promise<readonly SessionLine[]>;
  /** Ends the sessions of the person that `which` chooses; how many it were. They are out at once. */
  endSessions(personId: string, which: (sessionId: string) => boolean): Promise<number>;
  /** For somebody who lost authenticator and backup codes. Ends their sessions. */
  forgetSecondFactor(personId: string): Promise<void>;
  /** How many of the person's backup codes are left; null without an authenticator. */
  backupCodes(personId: string): Promise<number | null>;
  /** The sign-on service; null where there is none. */
  signOn: { readonly name: string } | null;
  /** One-click sign-in, 404 for an unknown person; null unless the demo is on. */
  demo: { signInAs(personId: string): Promise<Response> } | null;
};

/** Opens the identity over a migrated database. `now` in milliseconds since 1970, for invitations and delays. */
export async function openIdentity(given: {
  readonly db: Kysely<IdentityTables>;
  readonly type: 'sqlite' | 'postgres';
  readonly settings: IdentitySettings;
  readonly log: Log;
  readonly now?: () => number;
}): Promise<Identity> {
  const { db, type, log, now = Date.now } = given;
  const usable = given.settings.oidc !== null && (await checkSignOn(given.settings.oidc, log));
  const settings = { ...given.settings, oidc: usable ? given.settings.oidc : null };
  const options = configuration({ db, type, settings, log });
  const withDemo = settings.demo ? betterAuth({ ...options, plugins: [...plugins(settings), oneClickSignIn] }) : null;
  const auth = withDemo ?? betterAuth({ ...options, plugins: plugins(settings) });
  const context = await auth.$context;
  const signOn = settings.oidc === null ? null : { name: settings.oidc.name };

  const session = async (headers: Headers): Promise<SignedIn | null> => {
    const { name } = context.authCookies.sessionToken;
    const token = signedValue(headers.get('cookie') ?? '', name, context.secret);
    return token === null ? null : sessionByToken(db, token, now());
  };

  return {
    handler: (request, clientAddress) =>
      answer(
        { db, handle: auth.handler, session, url: settings.url, signOn: signOn !== null, now },
        request,
        clientAddress,
      ),
    session,
    createPerson: (input) => createPerson(context, input),
    invitationLink: async (personId) => `${settings.url}/welcome/${await invite(db, personId, now())}`,
    acceptInvitation: (token, password) => acceptInvitation(context, db, { token, password }, now()),
    openInvitation: (token) => openInvitation(context, db, token, now()),
    verifyPassword: (personId, password) => verifyPassword(context, personId, password),
    prove: (personId, shown) => prove(context, db, personId, shown, now()),
    async noteProof(sessionId, at) {
      await db.updateTable('session').set({ provedAt: at }).where('id', '=', sessionId).execute();
    },
    people: (ids) => peopleByIds(db, ids),
    hasPassword: async (personId) => Boolean((await context.internalAdapter.findCredentialAccount(personId))?.password),
    sessions: (personId) => sessionsOf(context, personId),
    endSessions: (personId, which) => endSessions(context, personId, which),
    async forgetSecondFactor(personId) {
      await forgetSecondFactor(context, personId);
      await forget(db, { subject: personSubject(personId) });
    },
    async backupCodes(personId) {
      const user = await context.internalAdapter.findUserById(personId);
      if (user === null || !isEnrolled(user)) return null;
      const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: personId } });
      return backupCodes.length;
    },
    signOn,
    demo: withDemo && {
      signInAs: (personId) => withDemo.api.signInAs({ body: { personId }, asResponse: true }),
    },
  };
}
