import { cohort, cohortId, personId, provider, providerId, submissionId } from '@assay/engine';
import { z } from 'zod';
import { calendarDay, id, line } from '../api/input.ts';
import { command, mine, router, run, seen } from '../api/trpc.ts';
import { AssayError } from '../record/errors.ts';
import { perform } from '../record/perform.ts';
import { findOrInvite } from './invitations.ts';
import { allProviders, asAdministrator, cohortLines, myProvider, ownProvider, showCohort } from './enrolment.views.ts';

const newcomer = { name: line, email: z.email('give an e-mail address').max(200) };

/** Who a provider is and who acts for it. */
export const providerRouter = router({
  mine: mine.query(({ ctx }) => myProvider(ctx.world, ctx.session)),

  /** Every provider, for administrators. */
  all: mine.query(({ ctx }) => allProviders(ctx.world, ctx.session)),

  /** An administrator registers a provider and appoints its first member of staff. */
  register: mine.input(command.extend({ provider: line, ...newcomer })).mutation(async ({ ctx, input, path }) => {
    const { world, session } = ctx;
    asAdministrator(session);
    const newly = await findOrInvite(world, input);
    const done = await perform(
      world,
      { actors: session.actors, commandId: input.commandId, asked: { path, input } },
      async (unit) => {
        const opened = providerId(unit.given.freshId());
        await unit.change(provider, opened, 0, (by, at) => ({
          type: 'RegisterProvider',
          provider: opened,
          name: input.provider,
          by,
          at,
        }));
        const { version, status } = await unit.change(provider, opened, null, (by, at) => ({
          type: 'AppointPerson',
          person: personId(newly.person),
          role: 'provider',
          by,
          at,
        }));
        return { version, status, provider: opened };
      },
    );
    return { ...done, invitation: newly.invitation };
  }),

  appoint: mine
    .input(command.extend({ ...newcomer, role: z.enum(['assessor', 'moderator', 'provider']) }))
    .mutation(async ({ ctx, input, path }) => {
      const { world, session } = ctx;
      const owner = ownProvider(session);
      const newly = await findOrInvite(world, input);
      const done = await perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input } },
        async (unit) => {
          const { version, status } = await unit.change(provider, owner, null, (by, at) => ({
            type: 'AppointPerson',
            person: personId(newly.person),
            role: input.role,
            by,
            at,
          }));
          return { version, status, person: newly.person };
        },
      );
      return { ...done, invitation: newly.invitation };
    }),

  /** An administrator appoints an external moderator for a provider until a day, the last on which they may act. */
  appointExternal: mine
    .input(command.extend({ provider: id.provider, ...newcomer, until: calendarDay }))
    .mutation(async ({ ctx, input, path }) => {
      const { world, session } = ctx;
      asAdministrator(session);
      const newly = await findOrInvite(world, input);
      const done = await perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input } },
        async (unit) => {
          const { version, status } = await unit.change(provider, input.provider, null, (by, at) => ({
            type: 'AppointPerson',
            person: personId(newly.person),
            role: 'externalModerator',
            until: input.until,
            by,
            at,
          }));
          return { version, status, person: newly.person };
        },
      );
      return { ...done, invitation: newly.invitation };
    }),
});

/** Who is assessed together, and by when. */
export const cohortRouter = router({
  list: mine.query(({ ctx }) => cohortLines(ctx.world, ctx.session)),
  show: mine
    .input(z.object({ cohort: id.cohort }))
    .query(({ ctx, input }) => showCohort(ctx.world, ctx.session, input.cohort)),

  open: mine.input(command.extend({ title: line, opensOn: calendarDay, dueOn: calendarDay })).mutation(
    run(async (unit, { title, opensOn, dueOn }, { session }) => {
      const owner = ownProvider(session);
      const opened = cohortId(unit.given.freshId());
      const { version, status } = await unit.change(cohort, opened, 0, (by, at) => ({
        type: 'OpenCohort',
        cohort: opened,
        provider: owner,
        title,
        opensOn,
        dueOn,
        by,
        at,
      }));
      return { version, status, cohort: opened };
    }),
  ),

  enrol: mine
    .input(command.extend({ cohort: id.cohort, seen, ...newcomer, route: line }))
    .mutation(async ({ ctx, input, path }) => {
      const { world, session } = ctx;
      await showCohort(world, session, input.cohort);
      const newly = await findOrInvite(world, input);
      const candidate = personId(newly.person);
      if (candidate === session.person.id)
        throw new AssayError({
          code: 'malformed',
          fields: [{ path: 'email', says: 'is your own; nobody enrols themselves.' }],
        });
      const done = await perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input } },
        async (unit) => {
          const opened = submissionId(unit.given.freshId());
          const { version, status } = await unit.change(cohort, input.cohort, input.seen, (by, at) => ({
            type: 'EnrolCandidate',
            candidate,
            submission: opened,
            route: input.route,
            by,
            at,
          }));
          return { version, status, candidate, submission: opened };
        },
      );
      return { ...done, invitation: newly.invitation };
    }),

  close: mine.input(command.extend({ cohort: id.cohort, seen })).mutation(
    run(async (unit, input) => {
      const { version, status } = await unit.change(cohort, input.cohort, input.seen, (by, at) => ({
        type: 'CloseCohort',
        by,
        at,
      }));
      return { version, status };
    }),
  ),
});
