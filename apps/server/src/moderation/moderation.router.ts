import { z } from 'zod';
import { id } from '../api/input.ts';
import { paged } from '../api/paging.ts';
import { mine, router } from '../api/trpc.ts';
import { listBatches } from './batch.list.ts';
import { deciding } from './deciding.router.ts';
import { externalRouter } from './external.router.ts';
import { showBatch } from './moderation.views.ts';
import { planning } from './planning.router.ts';
import { releasing } from './releasing.router.ts';
import { teamOf } from './team.views.ts';

/** Stage 4: planned and sampled, upheld or sent back, looked at from outside, signed off, released. */
export const moderationRouter = router({
  list: mine.query(({ ctx }) => listBatches(ctx.world, ctx.session)),
  show: mine
    .input(z.object({ batch: id.batch }))
    .query(({ ctx, input }) => showBatch(ctx.world, ctx.session, input.batch)),
  /** The assessors and how they stand. */
  team: mine
    .input(z.object({ after: id.person.nullable().default(null), limit: paged.limit }))
    .query(({ ctx, input }) => teamOf(ctx.world, ctx.session, input)),

  ...planning,
  ...deciding,
  external: externalRouter,
  ...releasing,
});
