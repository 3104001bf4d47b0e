import { moderation } from '@assay/engine';
import { z } from 'zod';
import { id, line, prose } from '../api/input.ts';
import { command, mine, router, run, seen, step } from '../api/trpc.ts';
import { perform } from '../record/perform.ts';
import { reauthenticate } from '../session/reauthenticate.ts';
import { drawBatch, planBatch, queryReview, releaseBatch, signOffBatch, upholdReview } from './moderation.use.ts';
import { cohortOfModerator, listBatches, readableBatch, showBatch } from './moderation.views.ts';

const acted = command.extend({ batch: id.batch, seen });

/** Stage 4: sampled, upheld or sent back, signed off, released. */
export const moderationRouter = router({
  list: mine.query(({ ctx }) => listBatches(ctx.world, ctx.session)),
  show: mine
    .input(z.object({ batch: id.batch }))
    .query(({ ctx, input }) => showBatch(ctx.world, ctx.session, input.batch)),

  plan: mine
    .input(command.extend({ cohort: id.cohort, title: line, seed: line.nullable() }))
    .mutation(
      run(async (unit, { cohort, title, seed }, { session }) =>
        planBatch(unit, await cohortOfModerator(await unit.tables(), session, cohort), cohort, title, seed),
      ),
    ),
  draw: mine.input(acted).mutation(run((unit, input) => drawBatch(unit, input.batch, input.seen))),
  uphold: mine
    .input(acted.extend({ submission: id.submission, note: prose }))
    .mutation(
      step((unit, { batch, seen: version, submission, note }) => upholdReview(unit, batch, version, submission, note)),
    ),
  query: mine
    .input(
      acted.extend({
        submission: id.submission,
        queries: z.array(z.object({ standard: id.statement, says: prose })).max(60),
      }),
    )
    .mutation(step((unit, input) => queryReview(unit, input.batch, input.seen, input.submission, input.queries))),
  grantDirectClaim: mine.input(acted.extend({ reason: prose })).mutation(
    run(async (unit, { batch, seen: version, reason }) => {
      const done = await unit.change(moderation, batch, version, (by, at) => ({
        type: 'GrantDirectClaim',
        reason,
        by,
        at,
      }));
      return { version: done.version, status: done.status };
    }),
  ),
  signOff: mine
    .input(acted.extend({ statement: prose, digest: id.hash, password: z.string().max(200).optional() }))
    .mutation(async ({ ctx, input, path }) => {
      const { world, session } = ctx;
      const { password, ...signed } = input;
      // Asked outside the transaction: the check is slow on purpose, and nobody should wait for it.
      // Without a password, the session must have been proved of late.
      const reauthenticated = await reauthenticate(world, session, { password });
      return perform(
        world,
        { actors: session.actors, commandId: input.commandId, asked: { path, input: signed } },
        async (unit) => {
          const { version, status } = await signOffBatch(unit, input.batch, input.seen, {
            statement: input.statement,
            digest: input.digest,
            reauthenticated,
          });
          return { version, status };
        },
      );
    }),
  release: mine.input(acted).mutation(
    run(async (unit, input, { session }) => {
      await readableBatch(await unit.tables(), session, input.batch);
      return releaseBatch(unit, input.batch);
    }),
  ),
});
