import { appraisal } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import type { Written } from './errors.ts';

/** Facts that hold what only some may read: in a clash nobody but who wrote one is shown it. */
const confidential: ReadonlySet<string> = new Set([
  'ItemReturned',
  'ItemQuarantined',
  'ItemReleased',
  'SafeguardingRaised',
  'SafeguardingCleared',
  'PriorLearningJudged',
  'CircumstancesClaimed',
  'CircumstancesUpheld',
  'CircumstancesDeclined',
]);

/**
 * What was written on a record after a version, for somebody whose command on it clashed: they may act on it, so they
 * may see it. An appraisal is two people's, each of whom seals apart from the other: there only one's own is shown.
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
    .orderBy('version')
    .limit(50)
    .execute();
  return rows
    .filter((row) => row.person === person || (workflow !== appraisal.name && !confidential.has(row.type)))
    .map(({ data, ...row }) => ({ ...row, data: JSON.parse(data) }));
}
