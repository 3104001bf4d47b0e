import type { Database } from '../database.ts';

/**
 * Whether a portfolio was given to this person to look at again: as the reviewer of its marking, as the officer of an
 * appeal, or on its panel. So they read what was marked, until they have decided.
 */
export async function looksAgainAt(db: Database, person: string, submission: string): Promise<boolean> {
  const reviewing = await db
    .selectFrom('marking_review')
    .select('marking_review')
    .where('submission', '=', submission)
    .where('reviewer', '=', person)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  if (reviewing !== undefined) return true;
  const hearing = await db
    .selectFrom('appeal')
    .leftJoin('appeal_panel', (join) =>
      join.onRef('appeal_panel.appeal', '=', 'appeal.appeal').on('appeal_panel.person', '=', person),
    )
    .select('appeal.appeal')
    .where('appeal.submission', '=', submission)
    .where(({ and, eb, or }) =>
      or([
        and([eb('appeal.status', '=', 'withOfficer'), eb('appeal.officer', '=', person)]),
        and([eb('appeal.status', '=', 'withPanel'), eb('appeal_panel.person', 'is not', null)]),
      ]),
    )
    .executeTakeFirst();
  return hearing !== undefined;
}
