import type { AnyFact } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Webhook } from '../record/message.ts';
import type { Recorded } from '../record/projection.ts';
import { isSubscribable } from './subscribable.ts';

/** What a fact leaves in the outbox for endpoints outside: one message for each that is told of such facts. */
export async function webhooksFor(
  writing: Writing,
  workflow: string,
  { stream, version, context, fact }: Recorded<object, AnyFact>,
): Promise<Webhook[]> {
  // Most facts are of a kind that nobody can be told of, and cost no look.
  if (!isSubscribable(workflow, fact.type)) return [];
  const provider = 'provider' in context && typeof context.provider === 'string' ? context.provider : null;
  const endpoints = await writing
    .selectFrom('webhook_subscription')
    .innerJoin('webhook_endpoint', 'webhook_endpoint.endpoint', 'webhook_subscription.endpoint')
    .select('webhook_endpoint.endpoint')
    .where('webhook_subscription.fact', '=', fact.type)
    .where((eb) => eb.or([eb('webhook_endpoint.provider', 'is', null), eb('webhook_endpoint.provider', '=', provider)]))
    .orderBy('webhook_endpoint.endpoint')
    .execute();
  const { type, at } = fact;
  return endpoints.map(({ endpoint }) => ({
    kind: 'webhook',
    endpoint,
    type,
    at,
    stream,
    version,
    workflow,
    provider,
  }));
}
