import { z } from 'zod';
import { id, password, prose } from '../api/input.ts';
import { proven } from '../api/proven.ts';
import { command, mine, type Stands } from '../api/trpc.ts';
import { readableBatch } from './batch.read.ts';
import { signOffBatch } from './decide.use.ts';
import { acted } from './input.ts';
import { proposeRelease, releaseBatch } from './release.use.ts';
import { showReleasable } from './release.views.ts';

/** The digest that was shown, and where the record stood then. */
const shown = { digest: id.hash, asOf: z.int('give the position you were shown, a whole number').min(0) };

/** What carries a name: the signature, and the release of what was signed. Each asks again who it is. */
export const releasing = {
  signOff: mine.input(acted.extend({ statement: prose, digest: id.hash, password })).mutation(
    proven(async (unit, { batch, seen, statement, digest }, { reauthenticated }): Promise<Stands> => {
      const { version, status } = await signOffBatch(unit, batch, seen, { statement, digest, reauthenticated });
      return { version, status };
    }),
  ),

  /** Exactly what a release would let out now, with its digest; what is held is listed and stays. */
  releasable: mine
    .input(z.object({ batch: id.batch }))
    .query(({ ctx, input }) => showReleasable(ctx.world, ctx.session, input.batch)),
  /** Where the scheme asks for a second person: the first of the two. */
  proposeRelease: mine.input(acted.extend({ ...shown, password })).mutation(
    proven(async (unit, { batch, seen, digest, asOf }, { session, reauthenticated }): Promise<Stands> => {
      await readableBatch(await unit.tables(), session, batch);
      const { version, status } = await proposeRelease(unit, batch, seen, { digest, asOf }, reauthenticated);
      return { version, status };
    }),
  ),
  /** Everything that was shown, in one transaction, or nothing. */
  release: mine.input(command.extend({ batch: id.batch, ...shown, password })).mutation(
    proven(async (unit, { batch, digest, asOf }, { session, reauthenticated }) => {
      await readableBatch(await unit.tables(), session, batch);
      return releaseBatch(unit, batch, { digest, asOf }, reauthenticated);
    }),
  ),
};
