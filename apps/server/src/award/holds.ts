import { malpractice, type Hold } from '@assay/engine';
import type { Writing } from '../database.ts';

/** The state of an evidence item about which a safeguarding concern is open. */
const underConcern = 'safeguardingHold';

const openCase = malpractice.states.filter((state) => malpractice.turns[state] !== null);

/** What is to stand in the way of a release of this submission's award: its open cases of malpractice, and its safeguarding concerns. */
export async function holdsOn(
  tables: Writing,
  submission: string,
): Promise<readonly (Hold & { readonly reason: string })[]> {
  const cases = await tables
    .selectFrom('malpractice')
    .select('malpractice')
    .where('submission', '=', submission)
    .where('status', 'in', openCase)
    .orderBy('malpractice')
    .execute();
  const concerns = await tables
    .selectFrom('item')
    .select('item')
    .where('submission', '=', submission)
    .where('status', '=', underConcern)
    .orderBy('item')
    .execute();
  return [
    ...cases.map(({ malpractice: hold }) => ({
      hold,
      kind: 'malpractice' as const,
      reason: 'A case of malpractice is open.',
    })),
    ...concerns.map(({ item: hold }) => ({
      hold,
      kind: 'safeguarding' as const,
      reason: 'A safeguarding concern was raised about an evidence item.',
    })),
  ];
}
