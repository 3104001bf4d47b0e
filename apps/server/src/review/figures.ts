import { type Marking, type ReceiveMarks, type SecondMarkingFigures } from '@assay/engine';
import type { Database, Writing } from '../database.ts';

type Figures = Pick<ReceiveMarks, 'portfoliosBefore' | 'nth' | 'everyKth'>;

/**
 * What R11 looks at: how many other portfolios the assessor has sealed a review of, which one of its cohort this is in
 * the order of acceptance, and the k of the plan that the cohort is to be sampled by.
 */
export async function figuresOf(
  db: Database | Writing,
  { marking, submission, cohort }: Pick<Marking, 'marking' | 'submission' | 'cohort'>,
  assessor: string,
): Promise<Figures> {
  const { before } = await db
    .selectFrom('review')
    .select(({ fn }) => fn.count<number>('submission').distinct().as('before'))
    .where('assessor', '=', assessor)
    .where('submission', '!=', submission)
    // One that a moderator sent back was sealed before.
    .where(({ or, eb }) => or([eb('sealed_at', 'is not', null), eb('round', '>', 1)]))
    .executeTakeFirstOrThrow();
  return { portfoliosBefore: before, ...(await placeOf(db, { marking, cohort })) };
}

/** The same before anybody is known who will mark it: nothing of it hangs on the assessor. */
export async function figuresOfAnybody(
  db: Database | Writing,
  marking: Pick<Marking, 'marking' | 'cohort' | 'attempt'>,
): Promise<SecondMarkingFigures> {
  const { attempt } = marking;
  return { portfoliosBefore: Number.MAX_SAFE_INTEGER, attempt, ...(await placeOf(db, marking)) };
}

async function placeOf(
  db: Database | Writing,
  { marking, cohort }: Pick<Marking, 'marking' | 'cohort'>,
): Promise<Pick<Figures, 'nth' | 'everyKth'>> {
  const { nth } = await db.selectFrom('marking').select('nth').where('marking', '=', marking).executeTakeFirstOrThrow();
  const plan = await db
    .selectFrom('batch')
    .select('every_kth')
    .where('cohort', '=', cohort)
    .where('status', '=', 'planned')
    .orderBy('planned_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { nth, everyKth: plan?.every_kth ?? null };
}
