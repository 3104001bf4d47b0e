import { cohort, cohortId, personId, submissionId } from '@assay/engine';
import { z } from 'zod';
import { calendarDay, id, line, page } from '../api/input.ts';
import { command, mine, router, run, seen, step } from '../api/trpc.ts';
import { AssayError } from '../record/errors.ts';
import { perform } from '../record/perform.ts';
import { stages } from '../submission/stage.ts';
import { enrolCandidate } from './cohort.use.ts';
import { cohortLines, cohortTotals, showCohort, staffedCohort } from './cohort.views.ts';
import { ownProvider } from './enrolment.views.ts';
import { findOrInvite } from './invitations.ts';
import { candidatePage, sorts } from './page.ts';

const asked = z.object({ cohort: id.cohort });

/** Who is assessed together, and by when. */
export const cohortRouter = router({
  list: mine.query(({ ctx }) => cohortLines(ctx.world, ctx.session)),
  show: mine.input(asked).query(({ ctx, input }) => showCohort(ctx.world, ctx.session, input.cohort)),
  totals: mine.input(asked).query(({ ctx, input }) => cohortTotals(ctx.world, ctx.session, input.cohort)),
  candidates: mine
    .input(
      asked.extend({
        after: id.submission.nullable().default(null),
        limit: page.limit,
        stage: z.enum(stages, 'is not a stage').optional(),
        assessor: id.person.optional(),
        search: z.string().max(100, 'is longer than 100 characters').optional(),
        sort: z.enum(sorts, 'is not what candidates can be sorted by').default('name'),
        descending: z.boolean().default(false),
      }),
    )
    .query(({ ctx, input }) => candidatePage(ctx.world, ctx.session, input)),

  open: mine.input(command.extend({ title: line, opensOn: calendarDay, dueOn: calendarDay })).mutation(
    run(async (unit, { title, opensOn, dueOn }, { session }) => {
      const owner = ownProvider(session);
      const opened = cohortId(unit.given.freshId());
      const { version, status } = await unit.change(cohort, opened, 0, (by, at) => ({
        type: 'OpenCohort',
        cohort: opened,
        provider: owner,
        title,
        opensOn,
        dueOn,
        by,
        at,
      }));
      return { version, status, cohort: opened };
    }),
  ),

  enrol: mine
    .input(
      command.extend({
        cohort: id.cohort,
        seen,
        name: line,
        email: z.email('give an e-mail address').max(200),
        route: line,
      }),
    )
    .mutation(async ({ ctx, input, path }) => {
      const { world, session } = ctx;
      await staffedCohort(world, session, input.cohort);
      const newly = await findOrInvite(world, input);
      const candidate = personId(newly.person);
      if (candidate === session.person.id)
        throw new AssayError({
          code: 'malformed',
          fields: [{ path: 'email', says: 'is your own; nobody enrols themselves.' }],
        });
      const done = await perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input } },
        async (unit) => {
          const submission = submissionId(unit.given.freshId());
          const enrolled = { candidate, submission, route: input.route };
          const { version, status } = await enrolCandidate(unit, input.cohort, input.seen, enrolled);
          return { version, status, candidate, submission };
        },
      );
      return { ...done, invitation: newly.invitation };
    }),

  close: mine
    .input(command.extend({ cohort: id.cohort, seen }))
    .mutation(
      step((unit, input) =>
        unit.change(cohort, input.cohort, input.seen, (by, at) => ({ type: 'CloseCohort', by, at })),
      ),
    ),
});
