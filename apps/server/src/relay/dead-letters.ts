import { notFound } from '../record/errors.ts';
import type { Unit } from '../record/unit.ts';
import type { World } from '../world.ts';
import { pageOf, pageSize, type Key, type Page } from './page.ts';
import { atOnce } from './queue.ts';

/** A message that was given up. What it says and to whom is not shown: it is about a person. */
export interface DeadLetter {
  readonly id: string;
  readonly kind: string;
  readonly endpoint: string | null;
  readonly createdAt: string;
  readonly deadAt: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** Dead letters, the latest first. */
export async function deadLetters({ db }: World, after: Key | null): Promise<Page<DeadLetter>> {
  let query = db
    .selectFrom('outbox')
    .select(['id', 'kind', 'endpoint', 'created_at', 'dead_at', 'attempts', 'last_error'])
    .where('dead_at', 'is not', null);
  if (after !== null)
    query = query.where((eb) =>
      eb.or([eb('dead_at', '<', after.at), eb.and([eb('dead_at', '=', after.at), eb('id', '<', after.id)])]),
    );
  const rows = await query
    .orderBy('dead_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute();
  const letters = rows.map(({ id, kind, endpoint, created_at, dead_at, attempts, last_error }) => ({
    id,
    kind,
    endpoint,
    createdAt: created_at,
    deadAt: dead_at ?? '',
    attempts,
    lastError: last_error,
  }));
  return pageOf(letters, ({ deadAt, id }) => ({ at: deadAt, id }));
}

/** Tries dead letters again from the first attempt on: one, or with null all. Throws notFound where that one is not dead. */
export async function resend(unit: Unit, id: string | null): Promise<{ resent: number }> {
  const { numUpdatedRows } = await (
    await unit.tables()
  )
    .updateTable('outbox')
    .set({ dead_at: null, next_at: atOnce, attempts: 0 })
    .where('dead_at', 'is not', null)
    .$if(id !== null, (query) => query.where('id', '=', id))
    .executeTakeFirstOrThrow();
  if (id !== null && numUpdatedRows === 0n) throw notFound('dead letter');
  unit.willTell();
  return { resent: Number(numUpdatedRows) };
}
