import { z } from 'zod';
import { statementsOf } from '@assay/standards';
import { open, router } from '../api/trpc.ts';
import { notFound } from '../record/errors.ts';

/** The published frameworks and their schemes; anyone may read them, with their acknowledgement. */
export const frameworkRouter = router({
  list: open.query(({ ctx }) =>
    ctx.world.library.frameworks.map(({ framework }) => ({
      id: framework.id,
      title: framework.title,
      statements: statementsOf(framework).length,
      acknowledgement: framework.acknowledgement,
    })),
  ),
  show: open.input(z.object({ id: z.string().max(80) })).query(({ ctx, input }) => {
    const found = ctx.world.library.frameworks.find(({ framework }) => framework.id === input.id);
    if (found === undefined) throw notFound('framework');
    return found;
  }),
});
