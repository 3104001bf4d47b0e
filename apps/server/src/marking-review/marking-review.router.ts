import { z } from 'zod';
import { id, prose } from '../api/input.ts';
import { paged } from '../api/paging.ts';
import { command, mine, router, run, seen, step } from '../api/trpc.ts';
import { changes } from './change.input.ts';
import { listReviews, myReviews, reviewsGiven } from './marking-review.lists.ts';
import { allocateReviewer, decideReview, requestReview } from './marking-review.use.ts';
import { showMarkingReview } from './marking-review.views.ts';

const acted = command.extend({ markingReview: id.markingReview, seen });

/** After a release: a result looked at again by somebody who had no part in it. */
export const markingReviewRouter = router({
  mine: mine.query(({ ctx }) => myReviews(ctx.world, ctx.session)),
  /** For whoever finds the reviewers: the provider's staff, and administrators. */
  list: mine
    .input(z.object({ ...paged, open: z.boolean().default(false) }))
    .query(({ ctx, input }) => listReviews(ctx.world, ctx.session, input)),
  queue: mine.input(z.object(paged)).query(({ ctx, input }) => reviewsGiven(ctx.world, ctx.session, input)),
  show: mine
    .input(z.object({ markingReview: id.markingReview }))
    .query(({ ctx, input }) => showMarkingReview(ctx.world, ctx.session, input.markingReview)),

  request: mine
    .input(
      command.extend({ award: id.award, kind: z.enum(['clerical', 'marking']), consent: z.boolean(), says: prose }),
    )
    .mutation(run((unit, input) => requestReview(unit, input))),
  allocate: mine
    .input(acted.extend({ reviewer: id.person }))
    .mutation(step((unit, input) => allocateReviewer(unit, input.markingReview, input.seen, input.reviewer))),
  decide: mine
    .input(acted.extend({ changes, reason: prose }))
    .mutation(step((unit, input) => decideReview(unit, input.markingReview, input.seen, input))),
});
