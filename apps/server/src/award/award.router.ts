import { award } from '@assay/engine';
import { z } from 'zod';
import { id, prose } from '../api/input.ts';
import { command, mine, router, run, seen } from '../api/trpc.ts';
import { myAwards, showAward } from './award.views.ts';

const acted = command.extend({ award: id.award, seen, reason: prose });

/** Stage 5: recommended, held, released, voided. */
export const awardRouter = router({
  mine: mine.query(({ ctx }) => myAwards(ctx.world, ctx.session)),
  show: mine
    .input(z.object({ award: id.award }))
    .query(({ ctx, input }) => showAward(ctx.world, ctx.session, input.award)),

  hold: mine.input(acted).mutation(
    run(async (unit, input) => {
      const { version, status } = await unit.change(award, input.award, input.seen, (by, at) => ({
        type: 'HoldAward',
        reason: input.reason,
        by,
        at,
      }));
      return { version, status };
    }),
  ),
  liftHold: mine.input(acted).mutation(
    run(async (unit, input) => {
      const { version, status } = await unit.change(award, input.award, input.seen, (by, at) => ({
        type: 'LiftHold',
        reason: input.reason,
        by,
        at,
      }));
      return { version, status };
    }),
  ),
  void: mine.input(acted).mutation(
    run(async (unit, input) => {
      const { version, status } = await unit.change(award, input.award, input.seen, (by, at) => ({
        type: 'VoidAward',
        reason: input.reason,
        by,
        at,
      }));
      return { version, status };
    }),
  ),
});
