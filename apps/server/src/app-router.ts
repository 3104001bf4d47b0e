import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { router } from './api/trpc.ts';
import { appealRouter } from './appeal/appeal.router.ts';
import { appraisalRouter } from './appraisal/appraisal.router.ts';
import { awardRouter } from './award/award.router.ts';
import { circumstancesRouter } from './circumstances/circumstances.router.ts';
import { draftRouter } from './drafts/drafts.router.ts';
import { cohortRouter } from './enrolment/cohort.router.ts';
import { providerRouter } from './enrolment/enrolment.router.ts';
import { evidenceRouter } from './evidence/evidence.router.ts';
import { frameworkRouter } from './library/library.router.ts';
import { malpracticeRouter } from './malpractice/malpractice.router.ts';
import { markingReviewRouter } from './marking-review/marking-review.router.ts';
import { moderationRouter } from './moderation/moderation.router.ts';
import { privacyRouter } from './operations/privacy/privacy.router.ts';
import { priorLearningRouter } from './prior-learning/prior-learning.router.ts';
import { recordRouter } from './record/record.router.ts';
import { mailRouter } from './relay/mail.router.ts';
import { outboxRouter } from './relay/relay.router.ts';
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
  priorLearning: priorLearningRouter,
  circumstances: circumstancesRouter,
  review: reviewRouter,
  marking: markingRouter,
  moderation: moderationRouter,
  award: awardRouter,
  markingReview: markingReviewRouter,
  appeal: appealRouter,
  malpractice: malpracticeRouter,
  appraisal: appraisalRouter,
  record: recordRouter,
  mail: mailRouter,
  outbox: outboxRouter,
  privacy: privacyRouter,
  draft: draftRouter,
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
