import { review } from '@assay/engine';
import { z } from 'zod';
import { calendarDay, id, prose } from '../api/input.ts';
import { paged } from '../api/paging.ts';
import { command, mine, router, seen, step } from '../api/trpc.ts';
import { awaitingAssessors } from './awaiting.ts';
import { possibleAssessors } from './possible.ts';
import { queueOf, queuePage } from './queue.ts';
import { allocateAssessor } from './review.use.ts';
import { showReview } from './review.views.ts';

const acted = command.extend({ review: id.review, seen });

/** Stage 3: an assessor judges and seals. */
export const reviewRouter = router({
  queue: mine.query(({ ctx }) => queueOf(ctx.world, ctx.session)),
  /** The same a page at a time: what is open by its deadline, or what is sealed, the newest first. */
  queuePage: mine
    .input(z.object({ of: z.enum(['open', 'sealed']).default('open'), ...paged }))
    .query(({ ctx, input }) => queuePage(ctx.world, ctx.session, input)),
  /** Reviews that no assessor has, for the staff of their provider: the longest waiting first. */
  awaiting: mine
    .input(
      z.object({
        cohort: id.cohort.nullable().default(null),
        marker: z.enum(['first', 'second', 'third']).nullable().default(null),
        ...paged,
      }),
    )
    .query(({ ctx, input }) => awaitingAssessors(ctx.world, ctx.session, input)),
  /** Who could be given one of them, and what stands against whoever could not. */
  possible: mine
    .input(z.object({ review: id.review }))
    .query(({ ctx, input }) => possibleAssessors(ctx.world, ctx.session, input.review)),
  show: mine
    .input(z.object({ review: id.review }))
    .query(({ ctx, input }) => showReview(ctx.world, ctx.session, input.review)),

  allocate: mine
    .input(acted.extend({ assessor: id.person }))
    .mutation(step((unit, input) => allocateAssessor(unit, input.review, input.seen, input.assessor))),
  decline: mine
    .input(acted.extend({ reason: prose }))
    .mutation(
      step((unit, { review: of, seen: version, reason }) =>
        unit.change(review, of, version, (by, at) => ({ type: 'DeclineAllocation', reason, by, at })),
      ),
    ),
  begin: mine
    .input(acted.extend({ noConflict: z.boolean() }))
    .mutation(
      step((unit, { review: of, seen: version, noConflict }) =>
        unit.change(review, of, version, (by, at) => ({ type: 'BeginMarking', noConflict, by, at })),
      ),
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
      step((unit, { review: of, seen: version, standard, source, valid, authentic, current, sufficient }) =>
        unit.change(review, of, version, (by, at) => ({
          type: 'ConfirmEvidence',
          standard,
          source,
          valid,
          authentic,
          current,
          sufficient,
          by,
          at,
        })),
      ),
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
      step((unit, { review: of, seen: version, standard, score, reason, evidence }) =>
        unit.change(review, of, version, (by, at) => ({
          type: 'JudgeStandard',
          standard,
          score,
          reason,
          evidence,
          by,
          at,
        })),
      ),
    ),
  judgeGate: mine
    .input(acted.extend({ component: id.component, met: z.boolean(), reason: prose }))
    .mutation(
      step((unit, { review: of, seen: version, component, met, reason }) =>
        unit.change(review, of, version, (by, at) => ({ type: 'JudgeGate', component, met, reason, by, at })),
      ),
    ),
  recordVisit: mine
    .input(acted.extend({ on: calendarDay, account: prose }))
    .mutation(
      step((unit, { review: of, seen: version, on, account }) =>
        unit.change(review, of, version, (by, at) => ({ type: 'RecordVisit', on, account, by, at })),
      ),
    ),
  recordDiscussion: mine
    .input(acted.extend({ on: calendarDay, minutes: z.int().min(1).max(600), account: prose }))
    .mutation(
      step((unit, { review: of, seen: version, on, minutes, account }) =>
        unit.change(review, of, version, (by, at) => ({ type: 'RecordDiscussion', on, minutes, account, by, at })),
      ),
    ),
  noteCoverage: mine
    .input(acted.extend({ statements: z.array(id.statement).max(500) }))
    .mutation(
      step((unit, { review: of, seen: version, statements }) =>
        unit.change(review, of, version, (by, at) => ({ type: 'NoteCoverage', statements, by, at })),
      ),
    ),
  waiveCoverage: mine
    .input(acted.extend({ statement: id.statement, reason: prose }))
    .mutation(
      step((unit, { review: of, seen: version, statement, reason }) =>
        unit.change(review, of, version, (by, at) => ({ type: 'WaiveCoverage', statement, reason, by, at })),
      ),
    ),
  /** Why a standard of an area may stand below its threshold, under a profile that allows it. */
  logAllowance: mine
    .input(acted.extend({ area: id.area, reason: prose }))
    .mutation(
      step((unit, { review: of, seen: version, area, reason }) =>
        unit.change(review, of, version, (by, at) => ({ type: 'LogAllowance', area, reason, by, at })),
      ),
    ),
  seal: mine
    .input(acted)
    .mutation(
      step((unit, { review: of, seen: version }) =>
        unit.change(review, of, version, (by, at) => ({ type: 'SealReview', by, at })),
      ),
    ),
});
