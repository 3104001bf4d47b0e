import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { router } from './api/trpc.ts';
import { awardRouter } from './award/award.router.ts';
import { cohortRouter, providerRouter } from './enrolment/enrolment.router.ts';
import { evidenceRouter } from './evidence/evidence.router.ts';
import { frameworkRouter } from './library/library.router.ts';
import { moderationRouter } from './moderation/moderation.router.ts';
import { recordRouter } from './record/record.router.ts';
import { markingRouter } from './review/marking.router.ts';
import { reviewRouter } from './review/review.router.ts';
import { sessionRouter } from './session/session.router.ts';
import { submissionRouter } from './submission/submission.router.ts';

/** Everything that can be asked, in flow order. */
export const appRouter = router({
  session: sessionRouter,
  framework: frameworkRouter,
  provider: providerRouter,
  cohort: cohortRouter,
  evidence: evidenceRouter,
  submission: submissionRouter,
  review: reviewRouter,
  marking: markingRouter,
  moderation: moderationRouter,
  award: awardRouter,
  record: recordRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
