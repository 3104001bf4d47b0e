import { submission } from '@assay/engine';
import { z } from 'zod';
import { id, prose } from '../api/input.ts';
import { command, mine, router, run, seen, step } from '../api/trpc.ts';
import { matrixOf } from './matrix.ts';
import { preflight } from './preflight.ts';
import { acceptPortfolio, returnPortfolio, submitPortfolio } from './submission.use.ts';
import { mySubmissions, showSubmission } from './submission.views.ts';

const asked = z.object({ submission: id.submission });
const acted = command.extend({ submission: id.submission, seen });

/** Stage 2: a portfolio offered for assessment. */
export const submissionRouter = router({
  mine: mine.query(({ ctx }) => mySubmissions(ctx.world, ctx.session)),
  show: mine.input(asked).query(({ ctx, input }) => showSubmission(ctx.world, ctx.session, input.submission)),
  matrix: mine.input(asked).query(({ ctx, input }) => matrixOf(ctx.world, ctx.session, input.submission)),
  preflight: mine.input(asked).query(({ ctx, input }) => preflight(ctx.world, ctx.session, input.submission)),

  submit: mine
    .input(acted.extend({ declaration: z.boolean() }))
    .mutation(step((unit, input) => submitPortfolio(unit, input.submission, input.seen, input.declaration))),
  withdraw: mine.input(acted.extend({ reason: prose })).mutation(
    step((unit, input) =>
      unit.change(submission, input.submission, input.seen, (by, at) => ({
        type: 'WithdrawSubmission',
        reason: input.reason,
        by,
        at,
      })),
    ),
  ),
  /** What the candidate will do before a retake. */
  recordActionPlan: mine.input(acted.extend({ says: prose })).mutation(
    step((unit, input) =>
      unit.change(submission, input.submission, input.seen, (by, at) => ({
        type: 'RecordActionPlan',
        says: input.says,
        by,
        at,
      })),
    ),
  ),
  /** The provider gives more working days: as many as it says, or as the scheme has for an extension. */
  extend: mine.input(acted.extend({ reason: prose, workingDays: z.int().min(1).max(366).optional() })).mutation(
    run(async (unit, input) => {
      const workingDays = input.workingDays ?? unit.given.book.extension.workingDays;
      const { version, status, context } = await unit.change(submission, input.submission, input.seen, (by, at) => ({
        type: 'GrantExtension',
        workingDays,
        reason: input.reason,
        by,
        at,
      }));
      return { version, status, dueOn: context.dueOn };
    }),
  ),
  accept: mine.input(acted).mutation(run((unit, input) => acceptPortfolio(unit, input.submission, input.seen))),
  return: mine
    .input(acted.extend({ reason: prose }))
    .mutation(step((unit, input) => returnPortfolio(unit, input.submission, input.seen, input.reason))),
});
