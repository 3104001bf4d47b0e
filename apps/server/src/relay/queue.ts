import type { Instant } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import type { Dialect } from '../platform/dialect.ts';
import type { DeliveryError } from '../platform/deliveryError.ts';
import type { Message } from '../record/message.ts';
import { retryAt } from './backoff.ts';

/** Long past, as the table's default is: due whatever clock looks at it. */
export const atOnce = '1970-01-01T00:00:00.000Z';

/** A row that this server has to itself until `lease`. `attempts` counts this one. */
export interface Claimed {
  readonly id: string;
  readonly payload: string;
  readonly created_at: string;
  readonly endpoint: string | null;
  readonly attempts: number;
  readonly lease: string;
}

/** What a lane could take: its kind, and the endpoints that have as much as they may. */
export interface Wanted {
  readonly kind: Message['kind'];
  readonly crowded: readonly string[];
}

/** When something falls due in each lane, the earliest first; lanes in which nothing waits are absent. One look. */
export async function nextDue(db: Database, lanes: readonly Wanted[]): Promise<ReadonlyMap<Message['kind'], string>> {
  if (lanes.length === 0) return new Map();
  const row = await db
    .selectNoFrom((eb) =>
      lanes.map(({ kind, crowded }) =>
        eb
          .selectFrom('outbox')
          .select('next_at')
          .where('kind', '=', kind)
          .where('next_at', 'is not', null)
          .$if(crowded.length > 0, (query) => query.where('endpoint', 'not in', crowded))
          .orderBy('next_at')
          .limit(1)
          .as(kind),
      ),
    )
    .executeTakeFirstOrThrow();
  return new Map(
    lanes.flatMap(({ kind }) => {
      const due = row[kind];
      return due === null ? [] : [[kind, due] as const];
    }),
  );
}

/**
 * Takes at most `limit` due rows that `pick` wants, for a lease until `until`, so that no other server takes the same. One
 * short transaction.
 */
export async function claim(
  db: Database,
  takers: Dialect['takers'],
  {
    kind,
    crowded,
    limit,
    pick,
  }: Wanted & { limit: number; pick: <Row extends Pick<Claimed, 'endpoint'>>(rows: readonly Row[]) => readonly Row[] },
  now: Instant,
  until: Instant,
): Promise<readonly Claimed[]> {
  return db.transaction().execute(async (writing) => {
    const due = await writing
      .selectFrom('outbox')
      .select(['id', 'payload', 'created_at', 'endpoint', 'attempts'])
      .where('kind', '=', kind)
      .where('next_at', '<=', now)
      .$if(crowded.length > 0, (query) => query.where('endpoint', 'not in', crowded))
      .orderBy('next_at')
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit)
      .$if(takers === 'many', (query) => query.forUpdate().skipLocked())
      .execute();
    const rows = pick(due);
    if (rows.length === 0) return [];
    await writing
      .updateTable('outbox')
      // Where the lease runs out without a word, the row is due again.
      .set((eb) => ({ claimed_until: until, next_at: until, attempts: eb('attempts', '+', 1) }))
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
    return rows.map((row) => ({ ...row, attempts: row.attempts + 1, lease: until }));
  });
}

/** What reached its end. Also where the lease was lost meanwhile: it was delivered all the same. */
export async function markDelivered(writing: Writing, rows: readonly Claimed[], now: Instant): Promise<void> {
  await writing
    .updateTable('outbox')
    .set({ delivered_at: now, dead_at: null, next_at: null, claimed_until: null, last_error: null })
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('delivered_at', 'is', null)
    .execute();
}

/** Puts a row off until its next attempt, or gives it up. Whoever has lost the lease changes nothing. Answers whether it is dead. */
export async function markFailed(writing: Writing, row: Claimed, error: DeliveryError, now: Instant): Promise<boolean> {
  const next = error.permanent ? null : retryAt(row.id, row.attempts, now);
  await writing
    .updateTable('outbox')
    .set({ next_at: next, dead_at: next === null ? now : null, claimed_until: null, last_error: error.message })
    .where('id', '=', row.id)
    .where('claimed_until', '=', row.lease)
    .execute();
  return next === null;
}
