import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** What was reported about an item: a `minor` or `major` breach of confidentiality, or `safeguarding`. */
export interface ConcernView {
  readonly kind: string;
  readonly says: string;
  readonly place: string | null;
  readonly raisedAt: string;
  /** Null where the reader need not know: the candidate is told what to mend, not who found it. */
  readonly raisedBy: string | null;
  readonly settledAt: string | null;
  readonly settledReason: string | null;
}

interface Whose {
  readonly item: string;
  readonly candidate: string;
  readonly provider: string;
}

/**
 * By item, what was reported about it, as far as the session may know: the provider's moderators and whoever raised it
 * all of it, the candidate a breach. Nobody else learns that anything was.
 */
export async function concernsAbout(
  world: World,
  session: Session,
  items: readonly Whose[],
): Promise<ReadonlyMap<string, ConcernView[]>> {
  const whose = new Map(items.map((item) => [item.item, item]));
  if (whose.size === 0) return new Map();
  const rows = await world.db
    .selectFrom('concern')
    .selectAll()
    .where('item', 'in', [...whose.keys()])
    .orderBy('item')
    .orderBy('version')
    .execute();
  const people = await world.identity.people(rows.map(({ raised_by: person }) => person));
  const told = new Map<string, ConcernView[]>();
  for (const row of rows) {
    const item = whose.get(row.item);
    if (item === undefined) continue;
    const all = knowsAll(session, row.raised_by, item);
    if (!all && (row.kind === 'safeguarding' || item.candidate !== session.person.id)) continue;
    const { kind, says, place, raised_at: raisedAt, settled_at: settledAt, settled_reason: settledReason } = row;
    const raisedBy = all ? (people.get(row.raised_by)?.name ?? 'Unknown') : null;
    const about = told.get(row.item) ?? [];
    told.set(row.item, [...about, { kind, says, place, raisedAt, raisedBy, settledAt, settledReason }]);
  }
  return told;
}

function knowsAll(session: Session, raisedBy: string, { candidate, provider }: Whose): boolean {
  return (
    raisedBy === session.person.id ||
    (candidate !== session.person.id && providersAs(session, 'moderator').includes(provider))
  );
}

/** The facts of an item without those about a safeguarding concern, but for those who may know of them. */
export async function withoutConcerns<Row extends { readonly type: string; readonly person: string }>(
  { db }: World,
  session: Session,
  item: string,
  facts: readonly Row[],
): Promise<readonly Row[]> {
  const row = await db.selectFrom('item').select(['candidate', 'provider']).where('item', '=', item).executeTakeFirst();
  return facts.filter(
    ({ type, person }) =>
      !type.startsWith('Safeguarding') || (row !== undefined && knowsAll(session, person, { item, ...row })),
  );
}
