import { appraisal, review } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { ownLogFrom } from '../review/own-log.ts';
import type { Written } from './errors.ts';

/**
 * What was written on a record after a version, for somebody whose command on it clashed: they may act on it, so they
 * may see it. An appraisal is two people's, each of whom seals apart from the other: there only one's own is shown. A second
 * marker is shown what was written since the review was theirs.
 */
export async function writtenSince(
  db: Database | Writing,
  workflow: string,
  stream: string,
  seen: number,
  person: string,
): Promise<Written[]> {
  const rows = await db
    .selectFrom('fact')
    .select(['version', 'type', 'person', 'role', 'at', 'data'])
    .where('stream', '=', stream)
    .where('version', '>', seen)
    .where('version', '>=', workflow === review.name ? await ownLogFrom(db, stream, person) : 1)
    .orderBy('version')
    .limit(50)
    .execute();
  return rows
    .filter((row) => workflow !== appraisal.name || row.person === person)
    .map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) }));
}
