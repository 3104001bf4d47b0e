import { review } from '@assay/engine';
import { z } from 'zod';
import { calendarDay, id, prose } from '../api/input.ts';
import { command, mine, router, run, seen, step } from '../api/trpc.ts';
import { queueOf } from './queue.ts';
import { allocateAssessor } from './review.use.ts';
import { showReview } from './review.views.ts';

const acted = command.extend({ review: id.review, seen });

/** Stage 3: an assessor judges and seals. */
export const reviewRouter = router({
  queue: mine.query(({ ctx }) => queueOf(ctx.world, ctx.session)),
  show: mine
    .input(z.object({ review: id.review }))
    .query(({ ctx, input }) => showReview(ctx.world, ctx.session, input.review)),

  allocate: mine
    .input(acted.extend({ assessor: id.person }))
    .mutation(step((unit, input) => allocateAssessor(unit, input.review, input.seen, input.assessor))),
  decline: mine.input(acted.extend({ reason: prose })).mutation(
    run(async (unit, input) => {
      const { version, status } = await unit.change(review, input.review, input.seen, (by, at) => ({
        type: 'DeclineAllocation',
        reason: input.reason,
        by,
        at,
      }));
      return { version, status };
    }),
  ),
  begin: mine.input(acted.extend({ noConflict: z.boolean() })).mutation(
    run(async (unit, input) => {
      const { version, status } = await unit.change(review, input.review, input.seen, (by, at) => ({
        type: 'BeginMarking',
        noConflict: input.noConflict,
        by,
        at,
      }));
      return { version, status };
    }),
  ),
  confirm: mine
    .input(
      acted.extend({
        standard: id.statement,
        source: id.source,
        valid: z.boolean(),
        authentic: z.boolean(),
        current: z.boolean(),
        sufficient: z.boolean(),
      }),
    )
    .mutation(
      run(async (unit, input) => {
        const { standard, source, valid, authentic, current, sufficient } = input;
        const done = await unit.change(review, input.review, input.seen, (by, at) => ({
          type: 'ConfirmEvidence',
          standard,
          source,
          valid,
          authentic,
          current,
          sufficient,
          by,
          at,
        }));
        return { version: done.version, status: done.status };
      }),
    ),
  judge: mine
    .input(
      acted.extend({
        standard: id.statement,
        score: z.int('is a whole number'),
        reason: prose,
        evidence: z.array(id.source).max(100),
      }),
    )
    .mutation(
      run(async (unit, input) => {
        const { standard, score, reason, evidence } = input;
        const done = await unit.change(review, input.review, input.seen, (by, at) => ({
          type: 'JudgeStandard',
          standard,
          score,
          reason,
          evidence,
          by,
          at,
        }));
        return { version: done.version, status: done.status };
      }),
    ),
  judgeGate: mine.input(acted.extend({ component: id.component, met: z.boolean(), reason: prose })).mutation(
    run(async (unit, input) => {
      const { component, met, reason } = input;
      const done = await unit.change(review, input.review, input.seen, (by, at) => ({
        type: 'JudgeGate',
        component,
        met,
        reason,
        by,
        at,
      }));
      return { version: done.version, status: done.status };
    }),
  ),
  recordVisit: mine.input(acted.extend({ on: calendarDay, account: prose })).mutation(
    run(async (unit, input) => {
      const { on, account } = input;
      const done = await unit.change(review, input.review, input.seen, (by, at) => ({
        type: 'RecordVisit',
        on,
        account,
        by,
        at,
      }));
      return { version: done.version, status: done.status };
    }),
  ),
  recordDiscussion: mine
    .input(acted.extend({ on: calendarDay, minutes: z.int().min(1).max(600), account: prose }))
    .mutation(
      run(async (unit, input) => {
        const { on, minutes, account } = input;
        const done = await unit.change(review, input.review, input.seen, (by, at) => ({
          type: 'RecordDiscussion',
          on,
          minutes,
          account,
          by,
          at,
        }));
        return { version: done.version, status: done.status };
      }),
    ),
  noteCoverage: mine.input(acted.extend({ statements: z.array(id.statement).max(500) })).mutation(
    run(async (unit, input) => {
      const done = await unit.change(review, input.review, input.seen, (by, at) => ({
        type: 'NoteCoverage',
        statements: input.statements,
        by,
        at,
      }));
      return { version: done.version, status: done.status };
    }),
  ),
  waiveCoverage: mine.input(acted.extend({ statement: id.statement, reason: prose })).mutation(
    run(async (unit, input) => {
      const { statement, reason } = input;
      const done = await unit.change(review, input.review, input.seen, (by, at) => ({
        type: 'WaiveCoverage',
        statement,
        reason,
        by,
        at,
      }));
      return { version: done.version, status: done.status };
    }),
  ),
  seal: mine
    .input(acted)
    .mutation(
      step((unit, input) =>
        unit.change(review, input.review, input.seen, (by, at) => ({ type: 'SealReview', by, at })),
      ),
    ),
});
