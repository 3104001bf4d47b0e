import { personId, provider, providerId } from '@assay/engine';
import { z } from 'zod';
import { calendarDay, id, line, prose } from '../api/input.ts';
import { command, mine, router, step } from '../api/trpc.ts';
import { perform } from '../record/perform.ts';
import { findOrInvite } from './invitations.ts';
import { actingFor, allProviders, asAdministrator, myProvider, ownProvider } from './enrolment.views.ts';

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
  /** By the staff for their own provider; by an administrator for the one that they name. */
  dismiss: mine
    .input(
      command.extend({
        provider: id.provider.optional(),
        person: id.person,
        role: z.enum(['assessor', 'moderator', 'externalModerator', 'provider', 'administrator']),
        reason: prose,
      }),
    )
    .mutation(
      step((unit, { provider: named, person, role, reason }, { session }) =>
        unit.change(provider, actingFor(session, named), null, (by, at) => ({
          type: 'DismissPerson',
          person,
          role,
          reason,
          by,
          at,
        })),
      ),
    ),
});
