import { award } from '@assay/engine';
import { z } from 'zod';
import { calendarDay, id, password, prose } from '../api/input.ts';
import { paged } from '../api/paging.ts';
import { proven } from '../api/proven.ts';
import { command, mine, router, seen, step, type Stands } from '../api/trpc.ts';
import { myAwards, showAward } from './award.views.ts';
import { registerOf } from './register.views.ts';

const acted = command.extend({ award: id.award, seen });
const reasoned = acted.extend({ reason: prose });
const outcomes = z.enum(['pass', 'refer', 'fail']);

/** Stage 5: recommended, held, released, voided. */
export const awardRouter = router({
  mine: mine.query(({ ctx }) => myAwards(ctx.world, ctx.session)),
  /** The provider's register of results. */
  list: mine
    .input(
      z.object({
        ...paged,
        cohort: id.cohort.nullable().default(null),
        outcome: z.enum(['pass', 'refer', 'fail', 'void']).nullable().default(null),
        from: calendarDay.nullable().default(null),
        to: calendarDay.nullable().default(null),
      }),
    )
    .query(({ ctx, input }) => registerOf(ctx.world, ctx.session, input)),
  show: mine
    .input(z.object({ award: id.award }))
    .query(({ ctx, input }) => showAward(ctx.world, ctx.session, input.award)),

  hold: mine
    .input(reasoned)
    .mutation(
      step((unit, { award: of, seen: version, reason }) =>
        unit.change(award, of, version, (by, at) => ({ type: 'HoldAward', reason, by, at })),
      ),
    ),
  liftHold: mine
    .input(reasoned)
    .mutation(
      step((unit, { award: of, seen: version, reason }) =>
        unit.change(award, of, version, (by, at) => ({ type: 'LiftHold', reason, by, at })),
      ),
    ),
  /** Releases one award alone, as what the moderator means to release and over the digest that they were shown. */
  ratify: mine.input(acted.extend({ as: outcomes, digest: id.hash, password })).mutation(
    proven(async (unit, { award: of, seen: seenVersion, as, digest }, { reauthenticated }): Promise<Stands> => {
      const { version, status } = await unit.change(award, of, seenVersion, (by, at) => ({
        type: 'RatifyAward',
        as,
        seen: digest,
        reauthenticated,
        by,
        at,
      }));
      return { version, status };
    }),
  ),
  /** One attempt more than the scheme has; until a day that is named, or as long as the scheme says. */
  grantFurtherAttempt: mine.input(reasoned.extend({ dueOn: calendarDay.nullable() })).mutation(
    step((unit, { award: of, seen: version, reason, dueOn }) =>
      unit.change(award, of, version, (by, at) => ({
        type: 'GrantFurtherAttempt',
        reason,
        ...(dueOn === null ? {} : { dueOn }),
        by,
        at,
      })),
    ),
  ),
  void: mine
    .input(reasoned)
    .mutation(
      step((unit, { award: of, seen: version, reason }) =>
        unit.change(award, of, version, (by, at) => ({ type: 'VoidAward', reason, by, at })),
      ),
    ),
});
