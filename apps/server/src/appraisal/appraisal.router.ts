import { personId } from '@assay/engine';
import { z } from 'zod';
import { calendarDay, id, line } from '../api/input.ts';
import { paged } from '../api/paging.ts';
import { command, mine, router, run } from '../api/trpc.ts';
import { findOrInvite } from '../enrolment/invitations.ts';
import { ownProvider } from '../enrolment/enrolment.views.ts';
import { perform } from '../record/perform.ts';
import { expected } from './appraisal.input.ts';
import { openAppraisal } from './appraisal.use.ts';
import { appraisalsGiven, appraisalsOfProvider, myAppraisals, reviewersFor } from './appraisal.lists.ts';
import { showAppraisal } from './appraisal.views.ts';
import { exportAppraisal } from './export.ts';
import { outlineOf } from './outline.ts';
import { ratingProcedures } from './rating.router.ts';
import { yearProcedures } from './year.router.ts';

const asked = z.object({ appraisal: id.appraisal });
const framework = z.string('give the framework’s id').max(80);
const opening = command.extend({ reviewer: id.person, framework, from: calendarDay });

/** Beside the flow: a practitioner's year with a reviewer, rated apart, talked over, agreed. */
export const appraisalRouter = router({
  mine: mine.input(z.object(paged)).query(({ ctx, input }) => myAppraisals(ctx.world, ctx.session, input)),
  given: mine.input(z.object(paged)).query(({ ctx, input }) => appraisalsGiven(ctx.world, ctx.session, input)),
  list: mine.input(z.object(paged)).query(({ ctx, input }) => appraisalsOfProvider(ctx.world, ctx.session, input)),
  reviewers: mine.query(({ ctx }) => reviewersFor(ctx.world, ctx.session)),
  show: mine.input(asked).query(({ ctx, input }) => showAppraisal(ctx.world, ctx.session, input.appraisal)),
  /** The practitioner's own record, to take away as JSON. */
  export: mine.input(asked).query(({ ctx, input }) => exportAppraisal(ctx.world, ctx.session, input.appraisal)),
  /** A job description and a person specification, of an appraisal's remit or of one that is only thought of. */
  outline: mine
    .input(
      z.union([asked, z.object({ framework, expected })], 'give an appraisal, or a framework and what is expected'),
    )
    .query(({ ctx, input }) => outlineOf(ctx.world, ctx.session, input)),

  /** The provider opens one for somebody of theirs, who may be new here: they are invited, as by an enrolment. */
  open: mine
    .input(opening.extend({ name: line, email: z.email('give an e-mail address').max(200) }))
    .mutation(async ({ ctx: { world, session }, input, path }) => {
      const provider = ownProvider(session);
      const newly = await findOrInvite(world, input);
      const practitioner = personId(newly.person);
      const done = await perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input } },
        async (unit) => ({ ...(await openAppraisal(unit, { ...input, practitioner, provider })), practitioner }),
      );
      return { ...done, invitation: newly.invitation };
    }),
  /** A practitioner opens their own, with a provider that they belong to. */
  openMine: mine
    .input(opening.extend({ provider: id.provider }))
    .mutation(
      run((unit, input, { session }) => openAppraisal(unit, { ...input, practitioner: personId(session.person.id) })),
    ),

  ...ratingProcedures,
  ...yearProcedures,
});
