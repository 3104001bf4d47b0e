import { moderation } from '@assay/engine';
import { z } from 'zod';
import { id, line, prose } from '../api/input.ts';
import { paged } from '../api/paging.ts';
import { mine, router, step } from '../api/trpc.ts';
import { listExternal, showExternal } from './external.views.ts';
import { acted } from './input.ts';

/** The look from outside: an external moderator draws, reports, and approves or withholds the release. */
export const externalRouter = router({
  list: mine.input(z.object(paged)).query(({ ctx, input }) => listExternal(ctx.world, ctx.session, input)),
  show: mine
    .input(z.object({ batch: id.batch }))
    .query(({ ctx, input }) => showExternal(ctx.world, ctx.session, input.batch)),

  draw: mine
    .input(acted.extend({ seed: line }))
    .mutation(
      step((unit, { batch, seen, seed }) =>
        unit.change(moderation, batch, seen, (by, at) => ({ type: 'DrawExternalSample', seed, by, at })),
      ),
    ),
  report: mine.input(acted.extend({ submission: id.submission, says: prose, agrees: z.boolean() })).mutation(
    step((unit, { batch, seen, submission, says, agrees }) =>
      unit.change(moderation, batch, seen, (by, at) => ({
        type: 'ReportOnPortfolio',
        submission,
        says,
        agrees,
        by,
        at,
      })),
    ),
  ),
  approve: mine
    .input(acted.extend({ report: prose }))
    .mutation(
      step((unit, { batch, seen, report }) =>
        unit.change(moderation, batch, seen, (by, at) => ({ type: 'ApproveRelease', report, by, at })),
      ),
    ),
  withhold: mine
    .input(acted.extend({ report: prose }))
    .mutation(
      step((unit, { batch, seen, report }) =>
        unit.change(moderation, batch, seen, (by, at) => ({ type: 'WithholdRelease', report, by, at })),
      ),
    ),
});
