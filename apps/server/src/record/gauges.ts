import type { Database } from '../database.ts';
import type { Gauges } from '../platform/observability/metrics.ts';

/** How long the log is, and how many messages wait. Positions have no gap, so the last one is the count. */
export async function gaugesOf(db: Database): Promise<Gauges> {
  const { position } = await db
    .selectFrom('fact')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirstOrThrow();
  const { waiting } = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll().as('waiting'))
    .where('delivered_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { facts: position ?? 0, outboxWaiting: Number(waiting) };
}
