import type { SubmissionId } from '@assay/engine';
import { text as readText } from 'node:stream/consumers';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import { visibleSubmission } from '../submission/submission.views.ts';
import type { World } from '../world.ts';
import { concernsAbout, type ConcernView } from './concern.texts.ts';
import { mayRead, read } from './reading.ts';

/** An evidence item as its candidate sees it. */
export interface ItemView {
  readonly item: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly component: string;
  readonly method: string;
  readonly dated: string;
  readonly content: {
    readonly hash: string;
    readonly bytes: number;
    readonly mediaType: string;
    readonly name: string;
  };
  /** Words of a text; null where they cannot be counted. */
  readonly words: number | null;
  readonly claims: readonly { readonly statement: string; readonly place: string }[];
  readonly aiUse: string | null;
  /** Whether `content` is a corrected copy of what was submitted. */
  readonly corrected: boolean;
  /** A breach of confidentiality that is not settled: what is wrong, where in the item, and by when it is to be corrected. */
  readonly breach: { readonly says: string; readonly place: string | null; readonly dueAt: string | null } | null;
}

/** The items of a submission that were not removed, by component and date. */
export async function itemsOf(world: World, session: Session, submission: SubmissionId): Promise<ItemView[]> {
  await visibleSubmission(world, session, submission);
  const rows = await world.db
    .selectFrom('item')
    .leftJoin('upload', (join) =>
      join
        .onRef('upload.hash', '=', ({ fn }) => fn.coalesce('item.corrected_hash', 'item.hash'))
        .onRef('upload.person', '=', 'item.candidate'),
    )
    .leftJoin('deadline', 'deadline.stream', 'item.item')
    .selectAll('item')
    .select(['upload.words', 'deadline.at as due_at'])
    .where('submission', '=', submission)
    .where('status', '!=', 'removed')
    .orderBy('component')
    .orderBy('dated')
    .orderBy('title')
    .execute();
  const claims = await world.db
    .selectFrom('claim')
    .selectAll()
    .where('submission', '=', submission)
    .orderBy('statement')
    .execute();
  const byItem = Map.groupBy(claims, ({ item }) => item);
  const concerns = await concernsAbout(world, session, rows);
  return rows.map(read).map((row) => ({
    item: row.item,
    version: row.version,
    status: row.status,
    title: row.title,
    component: row.component,
    method: row.method,
    dated: row.dated,
    content: { hash: row.hash, bytes: row.bytes, mediaType: row.media_type, name: row.file_name },
    words: row.words,
    claims: (byItem.get(row.item) ?? []).map(({ statement, place }) => ({ statement, place })),
    aiUse: row.ai_use,
    corrected: row.corrected_hash !== null,
    breach: breachIn(concerns.get(row.item) ?? [], row.status === 'returned' ? row.due_at : null),
  }));
}

function breachIn(concerns: readonly ConcernView[], dueAt: string | null): ItemView['breach'] {
  const open = concerns.findLast(({ kind, settledAt }) => kind !== 'safeguarding' && settledAt === null);
  return open === undefined ? null : { says: open.says, place: open.place, dueAt };
}

/** The text of the candidate's own written account. */
export async function textOf(world: World, session: Session, item: string): Promise<{ text: string }> {
  const row = await ownItem(world, session, item);
  const file = row.media_type === 'text/plain' ? await world.files.open(row.hash) : null;
  if (file === null) throw notFound('written account');
  return { text: await readText(file.stream) };
}

/**
 * The stored file of an item, as it is read, for the candidate whose it is, the staff of their provider, a moderator for
 * whom it waits, and the assessor of a claim of prior learning that rests on it. While it is quarantined or held for a
 * safeguarding concern, only for its candidate and the moderators. Throws notFound.
 */
export async function ownItem(world: World, session: Session, item: string) {
  const row = await itemRow(world, item);
  if (row === undefined || !(await mayRead(world, session, row))) throw notFound('evidence item');
  return read(row);
}

/** Whether the session may read the log of an item: as its candidate, the staff of their provider, or a moderator for whom it waits. */
export async function loggedItem(world: World, session: Session, item: string): Promise<void> {
  const row = await itemRow(world, item);
  const may =
    row !== undefined &&
    (row.candidate === session.person.id ||
      providersAs(session, 'provider').includes(row.provider) ||
      (row.held_at !== null && providersAs(session, 'moderator').includes(row.provider)));
  if (!may) throw notFound('evidence item');
}

function itemRow({ db }: World, item: string) {
  return db.selectFrom('item').selectAll().where('item', '=', item).where('status', '!=', 'removed').executeTakeFirst();
}
