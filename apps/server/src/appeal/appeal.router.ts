import { appeal, appealGrounds } from '@assay/engine';
import { z } from 'zod';
import { id, prose } from '../api/input.ts';
import { paged } from '../api/paging.ts';
import { command, mine, router, run, seen, step } from '../api/trpc.ts';
import { changes } from '../marking-review/change.input.ts';
import { appealsGiven, listAppeals, myAppeals } from './appeal.lists.ts';
import { allocateOfficer, convenePanel, decideAppeal, decideByPanel, lodgeAppeal } from './appeal.use.ts';
import { showAppeal } from './appeal.views.ts';

const acted = command.extend({ appeal: id.appeal, seen });
const ruling = acted.extend({ upheld: z.boolean(), changes, reason: prose });

/** After a review of marking: an officer decides, and then a panel. */
export const appealRouter = router({
  mine: mine.query(({ ctx }) => myAppeals(ctx.world, ctx.session)),
  /** For whoever finds officers and panels: the provider's staff, and administrators. */
  list: mine
    .input(z.object({ ...paged, open: z.boolean().default(false) }))
    .query(({ ctx, input }) => listAppeals(ctx.world, ctx.session, input)),
  queue: mine.input(z.object(paged)).query(({ ctx, input }) => appealsGiven(ctx.world, ctx.session, input)),
  show: mine
    .input(z.object({ appeal: id.appeal }))
    .query(({ ctx, input }) => showAppeal(ctx.world, ctx.session, input.appeal)),

  lodge: mine
    .input(command.extend({ markingReview: id.markingReview, grounds: z.enum(appealGrounds), says: prose }))
    .mutation(run((unit, input) => lodgeAppeal(unit, input))),
  allocate: mine
    .input(acted.extend({ officer: id.person }))
    .mutation(step((unit, input) => allocateOfficer(unit, input.appeal, input.seen, input.officer))),
  decide: mine.input(ruling).mutation(step((unit, input) => decideAppeal(unit, input.appeal, input.seen, input))),
  escalate: mine.input(acted.extend({ says: prose })).mutation(
    step((unit, input) =>
      unit.change(appeal, input.appeal, input.seen, (by, at) => ({
        type: 'EscalateAppeal',
        says: input.says,
        by,
        at,
      })),
    ),
  ),
  convene: mine
    .input(
      acted.extend({
        /** By id, or by e-mail address for somebody of another provider. */
        members: z.array(z.union([z.email(), id.person], 'is neither a person’s id nor an e-mail address')).max(20),
      }),
    )
    .mutation(step((unit, input) => convenePanel(unit, input.appeal, input.seen, input.members))),
  decideByPanel: mine
    .input(ruling)
    .mutation(step((unit, input) => decideByPanel(unit, input.appeal, input.seen, input))),
});
