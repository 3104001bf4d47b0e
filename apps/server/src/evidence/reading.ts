import type { Database } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import { manifestOfSubmission } from '../submission/submission.use.ts';
import type { World } from '../world.ts';
import type { EvidenceTables } from './evidence.table.ts';

type ItemRow = EvidenceTables['item'];

/** What is served of an item. */
interface Served {
  readonly hash: string;
  readonly media_type: string;
  readonly file_name: string;
}

/** An item as it is read: where there is a corrected copy, that. */
export function read<Row extends ItemRow>(row: Row): Row {
  return row.corrected_hash === null
    ? row
    : {
        ...row,
        hash: row.corrected_hash,
        bytes: row.corrected_bytes ?? 0,
        media_type: row.corrected_media_type ?? '',
        file_name: row.corrected_file_name ?? '',
      };
}

/**
 * What is served of a source (`E3`) to whoever may read a review of the submission: what was submitted, or its corrected
 * copy. Throws notFound where the manifest has no such item, or where nobody reads it now.
 */
export async function sourceToRead(db: Database, submission: string, source: string): Promise<Served> {
  const { items } = await manifestOfSubmission(db, submission);
  const listed = items.find(({ number }) => `E${number}` === source);
  const row =
    listed === undefined
      ? undefined
      : await db.selectFrom('item').selectAll().where('item', '=', listed.item).executeTakeFirst();
  if (listed === undefined || row === undefined || isClosed(row)) throw notFound('evidence in this portfolio');
  // By the manifest's hash where it stands, so that what is read is what was submitted.
  return read({ ...row, hash: listed.hash });
}

/** Whether an item may be read by this session: see `ownItem`. */
export async function mayRead(world: World, session: Session, row: ItemRow): Promise<boolean> {
  if (row.candidate === session.person.id) return true;
  if (providersAs(session, 'moderator').includes(row.provider) && row.held_at !== null) return true;
  if (isClosed(row)) return false;
  return providersAs(session, 'provider').includes(row.provider) || (await judgesClaimOn(world, session, row));
}

/** Whether nobody reads on: quarantined, or under a safeguarding concern that was passed on. */
const isClosed = ({ status }: ItemRow) => status === 'quarantined' || status === 'safeguardingHold';

/** Whether the session's person was given a claim of prior learning that rests on the item. */
async function judgesClaimOn({ db }: World, session: Session, { item, submission }: ItemRow): Promise<boolean> {
  if (!session.actors.some(({ role }) => role === 'assessor')) return false;
  const rows = await db
    .selectFrom('prior_learning')
    .innerJoin('prior_learning_standard', 'prior_learning_standard.claim', 'prior_learning.claim')
    .select('prior_learning_standard.evidence')
    .where('prior_learning.submission', '=', submission)
    .where('prior_learning.assessor', '=', session.person.id)
    .where('prior_learning.status', '!=', 'withdrawn')
    .execute();
  return rows.some(({ evidence }) => {
    const items: readonly string[] = JSON.parse(evidence);
    return items.includes(item);
  });
}
