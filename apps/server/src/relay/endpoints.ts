import type { Writing } from '../database.ts';
import { problemWith, type Reach } from '../platform/webhooks/target.ts';
import { AssayError, notFound } from '../record/errors.ts';
import type { Unit } from '../record/unit.ts';
import { asAdministrator } from '../enrolment/enrolment.views.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** Every commit writes a row for each endpoint that is told of it, so their number has an end. */
const mostEndpoints = 20;

export interface Endpoint {
  readonly endpoint: string;
  /** Whose facts it is told of; null: everybody's. */
  readonly provider: string | null;
  readonly url: string;
  readonly facts: readonly string[];
  readonly registeredAt: string;
}

/** Throws where the session may not act for what an endpoint belongs to: a provider's staff, or for null an administrator. */
export function asOwner(session: Session, provider: string | null): void {
  if (provider === null) asAdministrator(session);
  else if (!providersAs(session, 'provider').includes(provider)) throw notFound('provider of yours');
}

/** Registers an endpoint. Throws AssayError (malformed) where its URL will not do or there are too many. */
export async function registerEndpoint(
  unit: Unit,
  session: Session,
  reach: Reach,
  { provider, url, facts }: { provider: string | null; url: string; facts: readonly string[] },
): Promise<{ endpoint: string }> {
  asOwner(session, provider);
  const problem = problemWith(url, reach);
  if (problem !== null) throw new AssayError({ code: 'malformed', fields: [{ path: 'url', says: problem }] });
  const { given, at } = unit;
  const writing = await unit.tables();
  if ((await countOf(writing, provider)) >= mostEndpoints)
    throw new AssayError({
      code: 'malformed',
      fields: [
        { path: 'url', says: `would be one more than the ${mostEndpoints} there may be; remove another first.` },
      ],
    });
  const endpoint = given.freshId();
  await writing
    .insertInto('webhook_endpoint')
    .values({ endpoint, provider, url, registered_by: session.person.id, registered_at: at })
    .execute();
  await writing
    .insertInto('webhook_subscription')
    .values([...new Set(facts)].map((fact) => ({ fact, endpoint })))
    .execute();
  return { endpoint };
}

/** Removes an endpoint; what still waits for it is not sent. */
export async function removeEndpoint(unit: Unit, session: Session, endpoint: string): Promise<{ endpoint: string }> {
  const writing = await unit.tables();
  await ownEndpoint(writing, session, endpoint);
  await writing.deleteFrom('webhook_subscription').where('endpoint', '=', endpoint).execute();
  await writing.deleteFrom('webhook_endpoint').where('endpoint', '=', endpoint).execute();
  return { endpoint };
}

/** An administrator's every endpoint, a provider's staff their own, in the order in which they were registered. */
export async function endpointsOf({ db }: World, session: Session): Promise<Endpoint[]> {
  const own = providersAs(session, 'provider');
  const administers = session.actors.some(({ role }) => role === 'administrator');
  if (!administers && own.length === 0) return [];
  const rows = await db
    .selectFrom('webhook_endpoint')
    .selectAll()
    .$if(!administers, (query) => query.where('provider', 'in', own))
    .orderBy('registered_at')
    .orderBy('endpoint')
    .execute();
  if (rows.length === 0) return [];
  const subscriptions = await db
    .selectFrom('webhook_subscription')
    .selectAll()
    .where(
      'endpoint',
      'in',
      rows.map(({ endpoint }) => endpoint),
    )
    .orderBy('fact')
    .execute();
  const facts = Map.groupBy(subscriptions, ({ endpoint }) => endpoint);
  return rows.map(({ endpoint, provider, url, registered_at }) => ({
    endpoint,
    provider,
    url,
    facts: (facts.get(endpoint) ?? []).map(({ fact }) => fact),
    registeredAt: registered_at,
  }));
}

/** Throws notFound where there is no such endpoint or it is not the session's: an administrator's is every one. */
export async function ownEndpoint(db: World['db'] | Writing, session: Session, endpoint: string): Promise<void> {
  const row = await db
    .selectFrom('webhook_endpoint')
    .select('provider')
    .where('endpoint', '=', endpoint)
    .executeTakeFirst();
  const administers = session.actors.some(({ role }) => role === 'administrator');
  const staff = row !== undefined && row.provider !== null && providersAs(session, 'provider').includes(row.provider);
  if (row === undefined || !(administers || staff)) throw notFound('endpoint');
}

async function countOf(writing: Writing, provider: string | null): Promise<number> {
  const { many } = await writing
    .selectFrom('webhook_endpoint')
    .select(({ fn }) => fn.countAll().as('many'))
    .where('provider', provider === null ? 'is' : '=', provider)
    .executeTakeFirstOrThrow();
  return Number(many);
}
