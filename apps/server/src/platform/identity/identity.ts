import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import type { Log } from '../log.ts';
import { configuration, type IdentitySettings } from './configuration.ts';
import { oneClickSignIn } from './demo.ts';
import { answer } from './handler.ts';
import { acceptInvitation, invite, type InvitationAccepted } from './invitations.ts';
import { verifyPassword } from './passwords.ts';
import { createPerson, peopleByIds, type NewPerson, type PersonCreated } from './people.ts';
import type { Person } from './person.ts';
import type { IdentityTables } from './tables.ts';

/**
 * Who is who. None of these may be called inside a transaction of ours: the
 * one SQLite connection is taken, and they would wait for it for ever.
 */
export type Identity = {
  /** Answers `/api/auth/*`; see `handler.ts` for what is open. `clientAddress` from `http/clientAddress.ts`. */
  handler(request: Request, clientAddress: string | null): Promise<Response>;
  /** Who a request's cookie belongs to. Only reads; `GET /api/auth/get-session` renews. */
  session(headers: Headers): Promise<{ person: Person; sessionId: string } | null>;
  createPerson(input: NewPerson): Promise<PersonCreated>;
  /**
   * A one-time address, valid 7 days, at which the person chooses a password;
   * an earlier link of theirs stops working. It also replaces a forgotten
   * password, so whoever may call it could enter that account: record the call.
   *
   * @throws the database's foreign key error for an unknown person.
   */
  invitationLink(personId: string): Promise<string>;
  acceptInvitation(token: string, password: string): Promise<InvitationAccepted>;
  /** For signing again before a sign-off. The caller limits the attempts. */
  verifyPassword(personId: string, password: string): Promise<boolean>;
  /** Name and e-mail by id; unknown ids are absent. */
  people(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** One-click sign-in, 404 for an unknown person; null unless the demo is on. */
  demo: { signInAs(personId: string): Promise<Response> } | null;
};

/** Opens the identity over a migrated database. `now` in milliseconds since 1970, for invitations. */
export async function openIdentity(given: {
  readonly db: Kysely<IdentityTables>;
  readonly settings: IdentitySettings;
  readonly log: Log;
  readonly now?: () => number;
}): Promise<Identity> {
  const { db, settings, log, now = Date.now } = given;
  const options = configuration(db, settings, log);
  const withDemo = settings.demo ? betterAuth({ ...options, plugins: [oneClickSignIn] }) : null;
  const auth = withDemo ?? betterAuth(options);
  const context = await auth.$context;
  return {
    handler: (request, clientAddress) => answer(auth.handler, request, clientAddress),
    async session(headers) {
      if (!headers.has('cookie')) return null;
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
      if (!found) return null;
      const { id, name, email } = found.user;
      return { person: { id, name, email }, sessionId: found.session.id };
    },
    createPerson: (input) => createPerson(context, input),
    invitationLink: async (personId) => `${settings.url}/welcome/${await invite(db, personId, now())}`,
    acceptInvitation: (token, password) => acceptInvitation(context, db, { token, password }, now()),
    verifyPassword: (personId, password) => verifyPassword(context, personId, password),
    people: (ids) => peopleByIds(db, ids),
    demo: withDemo && {
      signInAs: (personId) => withDemo.api.signInAs({ body: { personId }, asResponse: true }),
    },
  };
}
