import { open, mine, router } from '../api/trpc.ts';
import { demoPeople } from './demo-people.ts';

/** Who is signed in, and what happened to them lately. */
export const sessionRouter = router({
  me: open.query(async ({ ctx: { world, session } }) => {
    if (session === null) return null;
    const providers = session.actors.flatMap(({ provider }) => provider ?? []);
    const rows =
      providers.length === 0
        ? []
        : await world.db.selectFrom('provider').selectAll().where('provider', 'in', providers).execute();
    const names = new Map(rows.map(({ provider, name }) => [provider, name]));
    return {
      person: session.person,
      roles: session.actors.map(({ role, provider }) => ({
        role,
        provider: provider === null ? null : { id: provider, name: names.get(provider) ?? provider },
      })),
    };
  }),

  demo: open.query(({ ctx: { world } }) => demoPeople(world)),

  notices: mine.query(({ ctx: { world, session } }) =>
    world.db
      .selectFrom('notice')
      .select(['id', 'at', 'says', 'link'])
      .where('person', '=', session.person.id)
      .orderBy('at', 'desc')
      .limit(30)
      .execute(),
  ),
});
