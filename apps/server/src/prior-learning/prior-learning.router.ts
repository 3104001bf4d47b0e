import { priorLearning } from '@assay/engine';
import { z } from 'zod';
import { id, page, prose } from '../api/input.ts';
import { command, mine, router, run, seen, step } from '../api/trpc.ts';
import { claimsIn, claimsOf, claimsToJudge, statuses } from './prior-learning.lists.ts';
import { allocatePriorLearning, claimPriorLearning, sealPriorLearning } from './prior-learning.use.ts';
import { showPriorLearning } from './prior-learning.views.ts';

const acted = command.extend({ claim: id.priorLearning, seen });
const claimed = z.object({ standard: id.statement, account: prose, evidence: z.array(id.item).max(100) });

/** What a candidate met before, elsewhere: claimed standard by standard, judged met or not, and banked. */
export const priorLearningRouter = router({
  of: mine
    .input(z.object({ submission: id.submission }))
    .query(({ ctx, input }) => claimsOf(ctx.world, ctx.session, input.submission)),
  list: mine
    .input(z.object({ status: z.enum(statuses).default('awaitingAllocation'), ...page }))
    .query(({ ctx, input }) => claimsIn(ctx.world, ctx.session, input)),
  queue: mine.input(z.object(page)).query(({ ctx, input }) => claimsToJudge(ctx.world, ctx.session, input)),
  show: mine
    .input(z.object({ claim: id.priorLearning }))
    .query(({ ctx, input }) => showPriorLearning(ctx.world, ctx.session, input.claim)),

  claim: mine
    .input(command.extend({ submission: id.submission, standards: z.array(claimed).max(200) }))
    .mutation(run((unit, input) => claimPriorLearning(unit, input.submission, input.standards))),
  allocate: mine
    .input(acted.extend({ assessor: id.person }))
    .mutation(step((unit, input) => allocatePriorLearning(unit, input.claim, input.seen, input.assessor))),
  judge: mine.input(acted.extend({ standard: id.statement, met: z.boolean(), reason: prose })).mutation(
    step((unit, { claim, seen: version, standard, met, reason }) =>
      unit.change(priorLearning, claim, version, (by, at) => ({
        type: 'JudgePriorLearning',
        standard,
        met,
        reason,
        by,
        at,
      })),
    ),
  ),
  seal: mine.input(acted).mutation(step((unit, input) => sealPriorLearning(unit, input.claim, input.seen))),
  withdraw: mine
    .input(acted)
    .mutation(
      step((unit, input) =>
        unit.change(priorLearning, input.claim, input.seen, (by, at) => ({ type: 'WithdrawPriorLearning', by, at })),
      ),
    ),
});
