import { evidence, itemId, providerId, type Content } from '@assay/engine';
import { methodSchema } from '@assay/standards';
import { z } from 'zod';
import { calendarDay, id, line } from '../api/input.ts';
import { command, mine, router, seen, step } from '../api/trpc.ts';
import { perform } from '../record/perform.ts';
import { isOpen, ownSubmission } from '../submission/submission.views.ts';
import { concernProcedures } from './concern.procedures.ts';
import { itemsOf, textOf } from './evidence.views.ts';
import { keepAccount, uploadOf } from './uploads.ts';

const described = { title: line, component: id.component, dated: calendarDay };
const content = z.object({ hash: id.hash, name: line });
const acted = command.extend({ item: id.item, seen });

/** Stage 1: what a candidate shows, and which statements they say it shows. */
export const evidenceRouter = router({
  list: mine
    .input(z.object({ submission: id.submission }))
    .query(({ ctx, input }) => itemsOf(ctx.world, ctx.session, input.submission)),

  text: mine.input(z.object({ item: id.item })).query(({ ctx, input }) => textOf(ctx.world, ctx.session, input.item)),

  add: mine
    .input(command.extend({ submission: id.submission, ...described, method: methodSchema, content }))
    .mutation(async ({ ctx, input, path }) => {
      const { world, session } = ctx;
      const file = await uploadOf(world, session.person.id, input.content.hash, input.content.name);
      const {
        candidate,
        provider,
        row: { route },
      } = await ownSubmission(world, session, input.submission);
      return perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input } },
        async (unit) => {
          const item = itemId(unit.given.freshId());
          const { submission, title, component, method, dated } = input;
          const submissionOpen = await isOpen(await unit.tables(), submission);
          const { version, status } = await unit.change(evidence, item, 0, (by, at) => ({
            type: 'AddItem',
            item,
            submission,
            candidate,
            provider: providerId(provider),
            title,
            component,
            method,
            dated,
            content: file,
            route,
            submissionOpen,
            by,
            at,
          }));
          return { item, version, status };
        },
      );
    }),

  write: mine
    .input(
      command.extend({
        submission: id.submission,
        item: id.item.nullable(),
        seen,
        ...described,
        text: z.string().max(200_000, 'is longer than 200,000 characters'),
      }),
    )
    .mutation(async ({ ctx, input, path }) => {
      const { world, session } = ctx;
      const {
        candidate,
        provider,
        row: { route },
      } = await ownSubmission(world, session, input.submission);
      const file: Content = await keepAccount(world, session.person.id, input.title, input.text);
      return perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input } },
        async (unit) => {
          const { submission, title, component, dated } = input;
          const submissionOpen = await isOpen(await unit.tables(), submission);
          const item = input.item ?? itemId(unit.given.freshId());
          const { version, status } = await unit.change(
            evidence,
            item,
            input.item === null ? 0 : input.seen,
            (by, at) =>
              input.item === null
                ? {
                    type: 'AddItem',
                    item,
                    submission,
                    candidate,
                    provider: providerId(provider),
                    title,
                    component,
                    method: 'text',
                    dated,
                    content: file,
                    route,
                    submissionOpen,
                    by,
                    at,
                  }
                : { type: 'DescribeItem', title, component, method: 'text', dated, content: file, by, at },
          );
          return { item, version, status };
        },
      );
    }),

  describe: mine
    .input(acted.extend({ ...described, method: methodSchema, content: content.nullable() }))
    .mutation(async ({ ctx, input, path }) => {
      const { world, session } = ctx;
      const file =
        input.content === null
          ? null
          : await uploadOf(world, session.person.id, input.content.hash, input.content.name);
      return perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input } },
        async (unit) => {
          const { title, component, method, dated } = input;
          const { version, status } = await unit.change(evidence, input.item, input.seen, (by, at) => ({
            type: 'DescribeItem',
            title,
            component,
            method,
            dated,
            content: file,
            by,
            at,
          }));
          return { version, status };
        },
      );
    }),

  claim: mine
    .input(acted.extend({ statement: id.statement, place: line }))
    .mutation(
      step((unit, { item, seen: version, statement, place }) =>
        unit.change(evidence, item, version, (by, at) => ({ type: 'ClaimStatement', statement, place, by, at })),
      ),
    ),
  withdrawClaim: mine
    .input(acted.extend({ statement: id.statement }))
    .mutation(
      step((unit, { item, seen: version, statement }) =>
        unit.change(evidence, item, version, (by, at) => ({ type: 'WithdrawClaim', statement, by, at })),
      ),
    ),
  declare: mine
    .input(acted.extend({ authorship: z.boolean(), consent: z.boolean(), anonymised: z.boolean(), aiUse: line }))
    .mutation(
      step((unit, { item, seen: version, authorship, consent, anonymised, aiUse }) =>
        unit.change(evidence, item, version, (by, at) => ({
          type: 'DeclareItem',
          authorship,
          consent,
          anonymised,
          aiUse,
          by,
          at,
        })),
      ),
    ),
  remove: mine
    .input(acted)
    .mutation(
      step((unit, { item, seen: version }) =>
        unit.change(evidence, item, version, (by, at) => ({ type: 'RemoveItem', by, at })),
      ),
    ),

  ...concernProcedures,
});
