import { z } from 'zod';
import { command, mine, router, run } from '../api/trpc.ts';
import { sendsMail } from '../session/forgotten.ts';

/** Whether somebody wants their notices by mail too. */
export const mailRouter = router({
  preference: mine.query(async ({ ctx: { world, session } }) => {
    const row = await world.db
      .selectFrom('mail_preference')
      .select('wants')
      .where('person', '=', session.person.id)
      .executeTakeFirst();
    return { wants: row?.wants !== 0, sent: sendsMail(world) };
  }),

  prefer: mine.input(command.extend({ wants: z.boolean('say whether you want mail') })).mutation(
    run(async (unit, { wants }, { session }) => {
      const writing = await unit.tables();
      const row = { wants: Number(wants) };
      await writing
        .insertInto('mail_preference')
        .values({ person: session.person.id, ...row })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(row))
        .execute();
      return { wants };
    }),
  ),
});
