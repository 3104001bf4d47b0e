import { appraisal, factsSeenBy, review, type Actor } from '@assay/engine';
import { knownAppraisal } from '../appraisal/known.ts';
import type { Database, Writing } from '../database.ts';
import { ownLogFrom, product } from '../review/own-log.ts';
import type { Written } from './errors.ts';

const most = 50;

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
 * may see it. An appraisal is two people's, each of whom seals apart from the other: there only what they may see of it. A
 * second or third marker is shown what was written since the review was theirs.
 */
export async function writtenSince(
  db: Database | Writing,
  workflow: string,
  stream: string,
  seen: number,
  by: Actor,
): Promise<Written[]> {
  if (workflow === appraisal.name) {
    const { facts, state } = await knownAppraisal(db, stream);
    return writtenIn(factsSeenBy(facts.slice(seen), state, by), seen);
  }
  const rows = await db
    .selectFrom('fact')
    .select(['version', 'type', 'person', 'role', 'at', 'data'])
    .where('stream', '=', stream)
    .where('version', '>', seen)
    .where('version', '>=', workflow === review.name ? await ownLogFrom(db, stream, by.person) : 1)
    .orderBy('version')
    .limit(most)
    .execute();
  return rows
    .filter((row) => row.person === by.person || !confidential.has(row.type))
    .map(({ data, ...row }) => ({
      ...row,
      // Whoever's command it followed from may be another marker of the same portfolio.
      person: workflow === review.name && row.role === 'system' ? product : row.person,
      data: JSON.parse(data),
    }));
}

/** Facts as a clash tells them, numbered from the version that was seen. */
export function writtenIn(facts: readonly { type: string; by: Actor; at: string }[], seen: number): Written[] {
  return facts.slice(0, most).map(({ type, by, at, ...data }, index) => ({
    version: seen + index + 1,
    type,
    person: by.person,
    role: by.role,
    at,
    data,
  }));
}
