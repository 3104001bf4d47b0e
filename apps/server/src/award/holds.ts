import { malpractice, type Hold } from '@assay/engine';
import type { Writing } from '../database.ts';
import { openHolds } from '../evidence/holds.ts';

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
  return [
    ...cases.map(({ malpractice: hold }) => ({
      hold,
      kind: 'malpractice' as const,
      reason: 'A case of malpractice is open.',
    })),
    ...(await openHolds(tables, submission)),
  ];
}
