import { opensNextAttempt, submission, submissionId, type AnyFact, type Onward } from '@assay/engine';
import type { Unit } from '../record/unit.ts';
import { attemptOf } from './award.read.ts';

/**
 * Opens the candidate's next attempt, on the route and from the site of the one before. Where it is open already (a
 * result that was corrected, and corrected back), it stays as it is.
 */
export async function openNextAttempt(unit: Unit, onward: Onward & Pick<AnyFact, 'by' | 'at'>): Promise<void> {
  const tables = await unit.tables();
  const opened = await tables
    .selectFrom('submission')
    .select('submission')
    .where('candidate', '=', onward.candidate)
    .where('cohort', '=', onward.cohort)
    .where('attempt', '=', onward.attempt + 1)
    .where('status', 'not in', ['withdrawn', 'excused'])
    .executeTakeFirst();
  if (opened !== undefined) return;
  const { route, site } = await attemptOf(tables, onward.submission);
  const next = submissionId(unit.given.freshId());
  await unit.change(submission, next, 0, () => opensNextAttempt(onward, next, route, site));
}
