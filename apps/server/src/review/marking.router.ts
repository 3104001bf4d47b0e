import { marking } from '@assay/engine';
import { z } from 'zod';
import { id, prose } from '../api/input.ts';
import { paged } from '../api/paging.ts';
import { command, mine, router, seen, step } from '../api/trpc.ts';
import { myConferences } from './conferences.ts';
import { markingOfReview, restOfMarking, showMarking } from './marking.views.ts';

const acted = command.extend({ marking: id.marking, seen });
const position = { reason: prose };

/** Where two markers' marks of one submission meet: what they differ on, and how they come to agree. */
export const markingRouter = router({
  show: mine
    .input(z.object({ marking: id.marking }))
    .query(({ ctx, input }) => showMarking(ctx.world, ctx.session, input.marking)),
  /** The standards and gates on which they do not lie apart, with both marks and what stands on record. */
  rest: mine
    .input(z.object({ marking: id.marking }))
    .query(({ ctx, input }) => restOfMarking(ctx.world, ctx.session, input.marking)),
  /** What came of a review once it and every other are sealed; null before, and where it was marked by one. */
  ofReview: mine
    .input(z.object({ review: id.review }))
    .query(({ ctx, input }) => markingOfReview(ctx.world, ctx.session, input.review)),
  /** The conferences that wait for the asker. */
  mine: mine.input(z.object(paged)).query(({ ctx, input }) => myConferences(ctx.world, ctx.session, input)),

  confer: mine
    .input(
      z.union([
        acted.extend({ standard: id.statement, score: z.int('is a whole number'), ...position }),
        acted.extend({ gate: id.component, met: z.boolean(), ...position }),
      ]),
    )
    .mutation(
      step((unit, { marking: of, seen: version, reason, ...on }) =>
        unit.change(marking, of, version, (by, at) =>
          'standard' in on
            ? { type: 'Confer', standard: on.standard, score: on.score, reason, by, at }
            : { type: 'Confer', gate: on.gate, met: on.met, reason, by, at },
        ),
      ),
    ),
  /** The two will not agree: a third marks what is left. */
  endConference: mine
    .input(acted.extend({ reason: prose }))
    .mutation(
      step((unit, { marking: of, seen: version, reason }) =>
        unit.change(marking, of, version, (by, at) => ({ type: 'EndConference', reason, by, at })),
      ),
    ),
});
