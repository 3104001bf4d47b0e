import type { SubmissionId } from '@assay/engine';
import { text as readText } from 'node:stream/consumers';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import { visibleSubmission } from '../submission/submission.views.ts';
import type { World } from '../world.ts';

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
  /** Words of its text; null where there are none, where they cannot be counted, and until they are. */
  readonly words: number | null;
  readonly claims: readonly { readonly statement: string; readonly place: string }[];
  readonly aiUse: string | null;
}

/** The items of a submission that were not removed, by component and date. */
export async function itemsOf(world: World, session: Session, submission: SubmissionId): Promise<ItemView[]> {
  await visibleSubmission(world, session, submission);
  const rows = await world.db
    .selectFrom('item')
    .leftJoin('document_text', 'document_text.hash', 'item.hash')
    .selectAll('item')
    .select('document_text.words')
    .where('item.submission', '=', submission)
    .where('item.status', '!=', 'removed')
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
  return rows.map((row) => ({
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
  }));
}

/** The text of the candidate's own written account. */
export async function textOf(world: World, session: Session, item: string): Promise<{ text: string }> {
  const row = await ownItem(world, session, item);
  const file = row.media_type === 'text/plain' ? await world.files.open(row.hash) : null;
  if (file === null) throw notFound('written account');
  return { text: await readText(file.stream) };
}

/** The stored file of an item, for the candidate whose it is and the staff of their provider. */
export async function ownItem(world: World, session: Session, item: string) {
  const row = await world.db
    .selectFrom('item')
    .selectAll()
    .where('item', '=', item)
    .where('status', '!=', 'removed')
    .executeTakeFirst();
  if (
    row === undefined ||
    (row.candidate !== session.person.id && !providersAs(session, 'provider').includes(row.provider))
  )
    throw notFound('evidence item');
  return row;
}
