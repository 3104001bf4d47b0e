import { z } from 'zod';
import { id, line, prose } from '../api/input.ts';
import { command, mine, run, step } from '../api/trpc.ts';
import { cohortOfModerator } from './batch.read.ts';
import { acted, everyKth } from './input.ts';
import { drawBatch, planBatch, redrawBatch, resumeModeration, revisePlan } from './plan.use.ts';
import { previewPlan } from './preview.ts';

/** How a sample comes about: planned, revised, drawn, and drawn anew. */
export const planning = {
  /** How large a sample would be, from nothing that any mark says. */
  preview: mine
    .input(z.object({ cohort: id.cohort, everyKth: everyKth.default(null) }))
    .query(({ ctx, input }) => previewPlan(ctx.world, ctx.session, input.cohort, input.everyKth)),

  plan: mine
    .input(command.extend({ cohort: id.cohort, title: line, seed: line.nullable(), everyKth: everyKth.default(null) }))
    .mutation(
      run(async (unit, { cohort, ...plan }, { session }) =>
        planBatch(unit, await cohortOfModerator(await unit.tables(), session, cohort), cohort, plan),
      ),
    ),
  revise: mine
    .input(acted.extend({ seed: line.nullable(), everyKth, reason: prose }))
    .mutation(step((unit, { batch, seen, ...plan }) => revisePlan(unit, batch, seen, plan))),
  draw: mine.input(acted).mutation(step((unit, { batch, seen }) => drawBatch(unit, batch, seen))),
  /** Once everything that was marked again is back. */
  redraw: mine.input(acted).mutation(step((unit, { batch, seen }) => redrawBatch(unit, batch, seen))),
  /** After the external moderator withheld the release. */
  resume: mine
    .input(acted.extend({ reason: prose }))
    .mutation(step((unit, { batch, seen, reason }) => resumeModeration(unit, batch, seen, reason))),
};
