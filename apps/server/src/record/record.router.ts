import { evidence, roles, words, type Role } from '@assay/engine';
import { tracked } from '@trpc/server';
import { z } from 'zod';
import { mine, router } from '../api/trpc.ts';
import { withoutConcerns } from '../evidence/concern.texts.ts';
import { changesAfter } from './changes.ts';
import { notFound } from './errors.ts';
import { readers } from './readers.ts';

/** The fact log of one record, for those who may see the record. What others may not know yet is left out. */
export const recordRouter = router({
  /**
   * Records that changed, as they change, by server-sent events. A client that comes back names the last event that it
   * had, at any server, and gets what it missed; without one it hears from now on.
   */
  changes: mine
    .input(
      z.object({
        lastEventId: z
          .string()
          .regex(/^\d{1,15}$/, 'is not the id of an event')
          .nullish(),
      }),
    )
    .subscription(async function* ({ ctx: { world, session }, input, signal }) {
      const from = input.lastEventId == null ? await world.growth.end() : Number(input.lastEventId);
      const ends = signal ?? new AbortController().signal;
      for await (const { position, changes } of changesAfter(world, session, from, ends))
        yield tracked(String(position), changes);
    }),

  facts: mine.input(z.object({ stream: z.string().max(80) })).query(async ({ ctx: { world, session }, input }) => {
    const stream = await world.db
      .selectFrom('stream')
      .select('workflow')
      .where('id', '=', input.stream)
      .executeTakeFirst();
    const mayRead = stream === undefined ? undefined : readers.get(stream.workflow);
    const known = await mayRead?.(world, session, input.stream);
    if (known === undefined || known === false) throw notFound('record');
    const written = await world.db
      .selectFrom('fact')
      .select(['version', 'type', 'at', 'person', 'role', 'hash'])
      .where('stream', '=', input.stream)
      .orderBy('version')
      .execute();
    const shown = known === true ? written : known(written);
    const rows =
      stream?.workflow === evidence.name ? await withoutConcerns(world, session, input.stream, shown) : shown;
    const people = await world.identity.people([...new Set(rows.map(({ person }) => person))]);
    return rows.map(({ version, type, at, person, role, hash }) => ({
      version,
      type,
      says: words(type),
      at,
      by: people.get(person)?.name ?? 'Assay',
      role: roles.find((name): name is Role => name === role) ?? ('system' as const),
      hash,
    }));
  }),
});
