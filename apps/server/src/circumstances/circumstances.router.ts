import { circumstances } from '@assay/engine';
import { z } from 'zod';
import { id, page, prose } from '../api/input.ts';
import { command, mine, router, run, seen, step } from '../api/trpc.ts';
import { circumstancesIn, circumstancesOf, statuses } from './circumstances.lists.ts';
import { claimCircumstances, decideCircumstances } from './circumstances.use.ts';
import { showCircumstances } from './circumstances.views.ts';

const acted = command.extend({ circumstances: id.circumstances, seen });
const remedy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('time'), workingDays: z.int('is a whole number of working days').min(1).max(366) }),
  z.object({ kind: z.literal('attempt') }),
]);

/** What stood in a candidate's way, and what is done about it: time, or an attempt that is not counted. */
export const circumstancesRouter = router({
  of: mine
    .input(z.object({ submission: id.submission }))
    .query(({ ctx, input }) => circumstancesOf(ctx.world, ctx.session, input.submission)),
  list: mine
    .input(z.object({ status: z.enum(statuses).default('claimed'), ...page }))
    .query(({ ctx, input }) => circumstancesIn(ctx.world, ctx.session, input)),
  show: mine
    .input(z.object({ circumstances: id.circumstances }))
    .query(({ ctx, input }) => showCircumstances(ctx.world, ctx.session, input.circumstances)),

  claim: mine
    .input(command.extend({ submission: id.submission, says: prose, asks: z.enum(['time', 'attempt']) }))
    .mutation(run((unit, input) => claimCircumstances(unit, input.submission, input))),
  uphold: mine.input(acted.extend({ remedy, reason: prose })).mutation(
    step((unit, input) =>
      decideCircumstances(unit, input.circumstances, input.seen, {
        type: 'UpholdCircumstances',
        remedy: input.remedy,
        reason: input.reason,
      }),
    ),
  ),
  decline: mine.input(acted.extend({ reason: prose })).mutation(
    step((unit, input) =>
      decideCircumstances(unit, input.circumstances, input.seen, {
        type: 'DeclineCircumstances',
        reason: input.reason,
      }),
    ),
  ),
  withdraw: mine.input(acted).mutation(
    step((unit, input) =>
      unit.change(circumstances, input.circumstances, input.seen, (by, at) => ({
        type: 'WithdrawCircumstances',
        by,
        at,
      })),
    ),
  ),
});
