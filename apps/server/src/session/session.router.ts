import { z } from 'zod';
import { id } from '../api/input.ts';
import { arrived, mine, open, router } from '../api/trpc.ts';
import { asAdministrator } from '../enrolment/enrolment.views.ts';
import { AssayError, notFound } from '../record/errors.ts';
import { mayInvite, ownAccount, sessionLines, somebody } from './account.ts';
import { demoPeople } from './demo-people.ts';
import { askForPassword, sendsMail } from './forgotten.ts';
import { reauthenticate } from './reauthenticate.ts';

const sessionId = z.string('give the id of a session').min(1).max(80);
const password = z.string().max(200).optional();
const totp = z
  .string()
  .transform((code) => code.replaceAll(' ', ''))
  .pipe(z.string().max(20))
  .optional();

/** Who is signed in, and what happened to them lately. */
export const sessionRouter = router({
  me: open.query(async ({ ctx: { world, session } }) => {
    if (session === null) return null;
    const providers = session.actors.flatMap(({ provider }) => provider ?? []);
    const rows =
      providers.length === 0
        ? []
        : await world.db.selectFrom('provider').selectAll().where('provider', 'in', providers).execute();
    const names = new Map(rows.map(({ provider, name }) => [provider, name]));
    return {
      person: session.person,
      roles: session.actors.map(({ role, provider }) => ({
        role,
        provider: provider === null ? null : { id: provider, name: names.get(provider) ?? provider },
      })),
      secondFactor: session.secondFactor,
      /** Roles that wait for the second factor. */
      withheld: session.withheld,
    };
  }),

  demo: open.query(({ ctx: { world } }) => demoPeople(world)),
  /** How people sign in here, beside e-mail and password. */
  ways: open.query(({ ctx: { world } }) => ({ signOn: world.identity.signOn, mail: sendsMail(world) })),
  /** For whoever cannot sign in: a link with which they choose another password, by mail. */
  forgot: open
    .input(z.object({ email: z.email('give an e-mail address').max(200) }))
    .mutation(({ ctx: { world }, input }) => askForPassword(world, input.email)),

  account: arrived.query(({ ctx: { world, session } }) => ownAccount(world, session)),
  list: arrived.query(({ ctx: { world, session } }) => sessionLines(world, session.person.id, session.id)),
  /** Ends one of the person's own sessions, at once. */
  revoke: arrived.input(z.object({ session: sessionId })).mutation(async ({ ctx: { world, session }, input }) => {
    const ended = await world.identity.endSessions(session.person.id, (one) => one === input.session);
    if (ended === 0) throw notFound('session of yours');
    return { ended };
  }),
  revokeOthers: arrived.mutation(async ({ ctx: { world, session } }) => ({
    ended: await world.identity.endSessions(session.person.id, (one) => one !== session.id),
  })),
  /** Proves who acts, by password or code or both; it holds for five minutes in this session. */
  reauthenticate: arrived.input(z.object({ password, totp })).mutation(async ({ ctx: { world, session }, input }) => {
    if (await reauthenticate(world, session, input)) return { fresh: true as const };
    throw new AssayError({ code: 'notProved', says: 'That does not prove who you are. Check it and try again.' });
  }),

  /** The sessions of anybody, for an administrator. */
  of: mine.input(z.object({ person: id.person })).query(async ({ ctx: { world, session }, input }) => {
    asAdministrator(session);
    return sessionLines(world, await somebody(world, input.person), session.id);
  }),
  /** Ends one session of anybody, or all of them where none is named. */
  revokeOf: mine
    .input(z.object({ person: id.person, session: sessionId.nullable() }))
    .mutation(async ({ ctx: { world, session }, input }) => {
      asAdministrator(session);
      const person = await somebody(world, input.person);
      const ended = await world.identity.endSessions(person, (one) => input.session === null || one === input.session);
      if (ended === 0 && input.session !== null) throw notFound('session of theirs');
      world.log.info({ person, by: session.person.id, ended }, 'an administrator ended sessions');
      return { ended };
    }),
  /** Takes away an authenticator whose phone and backup codes are lost; the person sets up another at the next sign-in. */
  forgetSecondFactor: mine
    .input(z.object({ person: id.person }))
    .mutation(async ({ ctx: { world, session }, input }) => {
      asAdministrator(session);
      const person = await somebody(world, input.person);
      await world.identity.forgetSecondFactor(person);
      world.log.info({ person, by: session.person.id }, 'an administrator took a second factor away');
      return { person };
    }),
  /** A new invitation for somebody who has an account: with it they choose another password. */
  invite: mine.input(z.object({ person: id.person })).mutation(async ({ ctx: { world, session }, input }) => {
    await mayInvite(world, session, input.person);
    const invitation = await world.identity.invitationLink(input.person);
    world.log.info({ person: input.person, by: session.person.id }, 'a new invitation was made');
    return { invitation };
  }),

  notices: arrived.query(({ ctx: { world, session } }) =>
    world.db
      .selectFrom('notice')
      .select(['id', 'at', 'says', 'link'])
      .where('person', '=', session.person.id)
      .orderBy('at', 'desc')
      .limit(30)
      .execute(),
  ),
});
