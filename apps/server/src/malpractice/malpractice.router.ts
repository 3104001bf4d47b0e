import { malpractice, penalties } from '@assay/engine';
import { z } from 'zod';
import { id, prose } from '../api/input.ts';
import { paged } from '../api/paging.ts';
import { command, mine, router, run, seen, step } from '../api/trpc.ts';
import { listCases, myCases } from './malpractice.lists.ts';
import { reportMalpractice } from './malpractice.use.ts';
import { showCase } from './malpractice.views.ts';

const acted = command.extend({ malpractice: id.malpractice, seen });
const items = z.array(id.item).max(500);

/** Beside the flow: an allegation against a candidate, looked into, answered, decided. */
export const malpracticeRouter = router({
  mine: mine.query(({ ctx }) => myCases(ctx.world, ctx.session)),
  list: mine
    .input(z.object({ ...paged, status: z.array(z.enum(malpractice.states)).min(1).nullable().default(null) }))
    .query(({ ctx, input }) => listCases(ctx.world, ctx.session, input)),
  show: mine
    .input(z.object({ malpractice: id.malpractice }))
    .query(({ ctx, input }) => showCase(ctx.world, ctx.session, input.malpractice)),

  report: mine
    .input(
      command.extend({
        submission: id.submission,
        says: prose,
        evidence: z.array(z.union([id.numbered, id.item], 'is neither E1, E2, … nor an item’s id')).max(500),
      }),
    )
    .mutation(run((unit, input) => reportMalpractice(unit, input))),
  dismiss: mine.input(acted.extend({ reason: prose })).mutation(
    step((unit, input) =>
      unit.change(malpractice, input.malpractice, input.seen, (by, at) => ({
        type: 'DismissReport',
        reason: input.reason,
        by,
        at,
      })),
    ),
  ),
  investigate: mine
    .input(acted)
    .mutation(
      step((unit, input) =>
        unit.change(malpractice, input.malpractice, input.seen, (by, at) => ({ type: 'OpenInvestigation', by, at })),
      ),
    ),
  answer: mine.input(acted.extend({ says: prose })).mutation(
    step((unit, input) =>
      unit.change(malpractice, input.malpractice, input.seen, (by, at) => ({
        type: 'AnswerAllegation',
        says: input.says,
        by,
        at,
      })),
    ),
  ),
  decide: mine
    .input(
      acted.extend({
        finding: z.enum(['none', 'proven']),
        penalty: z.enum(penalties).nullable(),
        voided: z.object({ evidence: items, standards: z.array(id.statement).max(200) }).nullable(),
        reason: prose,
      }),
    )
    .mutation(
      step((unit, { malpractice: of, seen: version, finding, penalty, voided, reason }) =>
        unit.change(malpractice, of, version, (by, at) => ({
          type: 'DecideMalpractice',
          finding,
          penalty,
          ...(voided === null ? {} : { voided }),
          reason,
          by,
          at,
        })),
      ),
    ),
});
