import { z } from 'zod';
import { command, mine, router, run } from '../api/trpc.ts';
import { asAdministrator } from '../enrolment/enrolment.views.ts';
import { perform } from '../record/perform.ts';
import { endpointSecret } from '../platform/webhooks/signature.ts';
import { deadLetters, resend } from './dead-letters.ts';
import { deliveriesTo } from './deliveries.ts';
import { endpointsOf, ownEndpoint, registerEndpoint, removeEndpoint } from './endpoints.ts';
import { subscribableFacts } from './subscribable.ts';

const after = z.object({ at: z.string().max(40), id: z.string().max(200) }).nullable();
const endpoint = z.string().max(80);

/** What the product tells outside: messages that were given up, and the endpoints that are told of facts. */
export const outboxRouter = router({
  /** Messages that were given up, for administrators. */
  dead: mine.input(z.object({ after })).query(({ ctx: { world, session }, input }) => {
    asAdministrator(session);
    return deadLetters(world, input.after);
  }),

  resend: mine.input(command.extend({ id: z.string().max(200) })).mutation(
    run(async (unit, { id }, { session }) => {
      asAdministrator(session);
      return resend(unit, id);
    }),
  ),

  resendAll: mine.input(command).mutation(
    run(async (unit, _input, { session }) => {
      asAdministrator(session);
      return resend(unit, null);
    }),
  ),

  /** The endpoints that one may see: all of them, or one's provider's. */
  endpoints: mine.query(({ ctx: { world, session } }) => endpointsOf(world, session)),

  /** The facts that an endpoint may be told of. */
  facts: mine.query(() => subscribableFacts),

  /** `provider` null: for everybody's facts, by an administrator. The secret is told here and nowhere else. */
  register: mine
    .input(
      command.extend({
        provider: z.string().max(80).nullable(),
        url: z.url('give an address such as https://example.org/hook').max(500),
        facts: z.array(z.enum(subscribableFacts, 'is no fact that can be told')).min(1, 'name at least one fact'),
      }),
    )
    .mutation(async ({ ctx: { world, session }, input, path }) => {
      const { settings } = world;
      const done = await perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input } },
        (unit) => registerEndpoint(unit, session, { privateNets: settings.privateWebhooks }, input),
      );
      // Not part of the answer that is kept for a retry.
      return { ...done, secret: endpointSecret(settings.secret, done.endpoint) };
    }),

  remove: mine
    .input(command.extend({ endpoint }))
    .mutation(run((unit, input, { session }) => removeEndpoint(unit, session, input.endpoint))),

  /** What an endpoint was and will be told. */
  deliveries: mine.input(z.object({ endpoint, after })).query(async ({ ctx: { world, session }, input }) => {
    await ownEndpoint(world.db, session, input.endpoint);
    return deliveriesTo(world, input.endpoint, input.after);
  }),
});
