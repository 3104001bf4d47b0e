import type { Database } from '../database.ts';
import { endpointSecret, signatureHeaders } from '../platform/webhooks/signature.ts';
import type { Post } from '../platform/webhooks/post.ts';
import type { Webhook } from '../record/message.ts';
import type { Clock } from './clock.ts';
import { outsideId } from './outsideId.ts';
import type { Claimed } from './queue.ts';

/** Tells an endpoint of a fact, signed with its secret; nothing where it was removed meanwhile. */
export async function sendWebhook(
  { db, clock, post, secret }: { db: Database; clock: Clock; post: Post; secret: string },
  row: Claimed,
): Promise<void> {
  const { endpoint, type, at, stream, version, workflow, provider }: Webhook = JSON.parse(row.payload);
  const known = await db
    .selectFrom('webhook_endpoint')
    .select('url')
    .where('endpoint', '=', endpoint)
    .executeTakeFirst();
  if (known === undefined) return;
  const body = JSON.stringify({ type, timestamp: at, data: { stream, version, workflow, provider } });
  const seconds = Math.floor(Date.parse(clock.now()) / 1000);
  const headers = signatureHeaders(endpointSecret(secret, endpoint), `msg_${outsideId(row.id)}`, seconds, body);
  await post(known.url, headers, body);
}
