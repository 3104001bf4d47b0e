import type { Webhook } from '../record/message.ts';
import type { World } from '../world.ts';
import { pageOf, pageSize, type Key, type Page } from './page.ts';

/** What became of one message to an endpoint. */
export interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly version: number;
  readonly createdAt: string;
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly attempts: number;
  /** When it is tried again; null where it is not, and before the first attempt. */
  readonly nextAt: string | null;
  readonly deliveredAt: string | null;
  readonly lastError: string | null;
}

/** What an endpoint was and will be told, the latest first. */
export async function deliveriesTo({ db }: World, endpoint: string, after: Key | null): Promise<Page<Delivery>> {
  let query = db.selectFrom('outbox').selectAll().where('endpoint', '=', endpoint);
  if (after !== null)
    query = query.where((eb) =>
      eb.or([eb('created_at', '<', after.at), eb.and([eb('created_at', '=', after.at), eb('id', '<', after.id)])]),
    );
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1)
    .execute();
  const deliveries = rows.map((row): Delivery => {
    const { type, stream, version }: Webhook = JSON.parse(row.payload);
    return {
      id: row.id,
      type,
      stream,
      version,
      createdAt: row.created_at,
      state: row.delivered_at !== null ? 'delivered' : row.dead_at !== null ? 'dead' : 'waiting',
      attempts: row.attempts,
      nextAt: row.attempts === 0 ? null : row.next_at,
      deliveredAt: row.delivered_at,
      lastError: row.last_error,
    };
  });
  return pageOf(deliveries, ({ createdAt, id }) => ({ at: createdAt, id }));
}
