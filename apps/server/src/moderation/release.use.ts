import {
  award,
  moderation,
  releasable,
  releaseDigest,
  type Actor,
  type Award,
  type Batch,
  type BatchId,
  type ContentHash,
  type Instant,
  type ProposeRelease,
  type RatifyAward,
  type Releasable,
} from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { AssayError, notFound, type Written } from '../record/errors.ts';
import type { Unit } from '../record/unit.ts';

/** What the releaser saw: the digest of it, and the record's last position when they did. */
export interface Seen {
  readonly digest: ContentHash;
  readonly asOf: number;
}

/** The awards of a batch as they stand, held and released ones included, in the order of their ids. */
export async function awardsOf(db: Database | Writing, batch: string): Promise<Releasable[]> {
  const rows = await db
    .selectFrom('award')
    .innerJoin('stream', 'stream.id', 'award.award')
    .select(['stream.id', 'stream.status', 'stream.context'])
    .where('award.batch', '=', batch)
    .orderBy('award.award')
    .execute();
  return rows.map(({ id, status, context: json }) => {
    const context: Award = JSON.parse(json);
    return { id, state: { status, context } };
  });
}

/** The digest of what a release would let out. */
export function digestOfRelease(awards: readonly Releasable[]): ContentHash {
  return releaseDigest(releasable(awards).map(({ state }) => state.context));
}

/** The last position of the whole record. */
export async function positionNow(db: Database | Writing): Promise<number> {
  const last = await db
    .selectFrom('fact')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  return last?.position ?? 0;
}

/**
 * Releases every award of a signed-off batch that is not held: all in this transaction, or none. Done twice, the
 * second time finds nothing left to release. Throws a clash with what was written since, where what would be released
 * is not what was seen.
 */
export async function releaseBatch(unit: Unit, batch: BatchId, seen: Seen, reauthenticated: boolean) {
  const tables = await unit.tables();
  const stands = await standingOf(tables, batch);
  const awards = await awardsOf(tables, batch);
  const waiting = releasable(awards);
  const shown = digestOfRelease(awards);
  const ratify = (by: Actor, at: Instant): RatifyAward => ({
    type: 'RatifyAward',
    seen: seen.digest,
    shown,
    reauthenticated,
    proposed: stands.proposed,
    by,
    at,
  });
  const [first] = waiting;
  if (first !== undefined && shown !== seen.digest) {
    await unit.permit(award, first.id, ratify);
    throw await changedSince(tables, batch, seen);
  }
  await unit.changeAll(
    award,
    waiting.map(({ id }) => ({ id, ask: ratify })),
  );
  const held = awards.filter(({ state }) => state.status === 'held').map(({ id }) => id);
  return { version: stands.version, status: stands.status, released: waiting.length, held };
}

/** One moderator proposes what another one may then release. */
export async function proposeRelease(
  unit: Unit,
  batch: BatchId,
  version: number,
  seen: Seen,
  reauthenticated: boolean,
) {
  const tables = await unit.tables();
  const awards = await awardsOf(tables, batch);
  const shown = digestOfRelease(awards);
  const propose = (by: Actor, at: Instant): ProposeRelease => ({
    type: 'ProposeRelease',
    seen: seen.digest,
    shown,
    reauthenticated,
    by,
    at,
  });
  if (shown !== seen.digest) {
    await unit.permit(moderation, batch, propose);
    throw await changedSince(tables, batch, seen);
  }
  return unit.change(moderation, batch, version, propose);
}

async function standingOf(tables: Writing, batch: BatchId) {
  const row = await tables
    .selectFrom('stream')
    .select(['version', 'status', 'context'])
    .where('id', '=', batch)
    .where('workflow', '=', moderation.name)
    .executeTakeFirst();
  if (row === undefined) throw notFound(moderation.name);
  const { proposed }: Batch = JSON.parse(row.context);
  return { version: row.version, status: row.status, proposed };
}

/** A clash that names what was written on the awards since they were seen, each with the award that it is on. */
async function changedSince(tables: Writing, batch: BatchId, { asOf }: Seen): Promise<AssayError> {
  const rows = await tables
    .selectFrom('fact')
    .innerJoin('award', 'award.award', 'fact.stream')
    .select(['fact.stream', 'fact.version', 'fact.type', 'fact.person', 'fact.role', 'fact.at', 'fact.data'])
    .where('fact.position', '>', asOf)
    .where('award.batch', '=', batch)
    .orderBy('fact.position')
    .limit(50)
    .execute();
  const wrote = rows.map(({ stream, data, ...row }): Written => ({
    ...row,
    data: { ...JSON.parse(data), award: stream },
  }));
  return new AssayError({ code: 'clash', seen: asOf, now: await positionNow(tables), wrote });
}
