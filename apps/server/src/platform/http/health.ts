import { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { pendingMigrations } from '../migrate.ts';

/**
 * `/healthz`: the process is up. `/readyz`: it takes requests, and its database is reachable and up to date; 503 with
 * the reason otherwise, and from the moment it was told to stop, so that whoever shares out requests sends them elsewhere.
 */
export function healthRoutes<Schema>(given: {
  readonly db: Kysely<Schema>;
  readonly life: { readonly stopping: boolean };
}): Hono {
  const unready = async (): Promise<string | null> => {
    if (given.life.stopping) return 'the server is stopping';
    return pendingMigrations(given.db).then(
      (pending) => (pending.length > 0 ? `${pending.length} migrations are not applied` : null),
      () => 'the database cannot be reached',
    );
  };
  return new Hono()
    .get('/healthz', (c) => c.json({ ok: true }))
    .get('/readyz', async (c) => {
      const error = await unready();
      return error === null ? c.json({ ok: true }) : c.json({ ok: false, error }, 503);
    });
}
