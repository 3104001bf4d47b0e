import type { Review } from '@assay/engine';
import type { Writing } from '../database.ts';
import type { Stage } from './stage.ts';

/** Counts candidates and scored standards into the total of a stage of their cohort, or out of it. */
export async function tally(
  writing: Writing,
  { cohort, stage }: { readonly cohort: string; readonly stage: string },
  { candidates, judged }: { readonly candidates: number; readonly judged: number },
): Promise<void> {
  await writing
    .insertInto('cohort_total')
    .values({ cohort, stage, candidates, judged })
    .onConflict((conflict) =>
      conflict.columns(['cohort', 'stage']).doUpdateSet(({ eb, ref }) => ({
        candidates: eb(ref('cohort_total.candidates'), '+', ref('excluded.candidates')),
        judged: eb(ref('cohort_total.judged'), '+', ref('excluded.judged')),
      })),
    )
    .execute();
}

/**
 * Moves submissions from the totals of their stages to that of another, a statement for all that move alike; an attempt
 * that another followed counts in none.
 */
export async function moveTally(writing: Writing, submissions: readonly string[], stage: Stage): Promise<void> {
  const before = await writing
    .selectFrom('submission')
    .select(({ fn }) => [
      'cohort',
      'stage',
      fn.countAll<number>().as('candidates'),
      fn.sum<number>('judged').as('judged'),
    ])
    .where('submission', 'in', submissions)
    .where('current', '=', 1)
    .where('stage', '!=', stage)
    .groupBy(['cohort', 'stage'])
    .execute();
  for (const { cohort, stage: from, candidates, judged } of before) {
    await tally(writing, { cohort, stage: from }, { candidates: -candidates, judged: -judged });
    await tally(writing, { cohort, stage }, { candidates, judged });
  }
}

/** Takes the earlier attempts of a candidate in a cohort out of lists and totals: another has begun. */
export async function supersede(writing: Writing, candidate: string, cohort: string): Promise<void> {
  const earlier = await writing
    .selectFrom('submission')
    .select(['submission', 'cohort', 'stage', 'judged'])
    .where('candidate', '=', candidate)
    .where('cohort', '=', cohort)
    .where('current', '=', 1)
    .execute();
  for (const { submission, judged, ...from } of earlier) {
    await tally(writing, from, { candidates: -1, judged: -judged });
    await writing.updateTable('submission').set({ current: 0 }).where('submission', '=', submission).execute();
  }
}

/** Counts the items and the claimed statements of a submission anew. */
export async function countEvidence(writing: Writing, submission: string): Promise<void> {
  await writing
    .updateTable('submission')
    .set(({ fn, lit, selectFrom }) => ({
      items: fn.coalesce(
        selectFrom('item')
          .select(({ fn: { countAll } }) => countAll<number>().as('many'))
          .where('item.submission', '=', submission)
          .where('item.status', '!=', 'removed'),
        lit(0),
      ),
      claimed: fn.coalesce(
        selectFrom('claim')
          .select(({ fn: { count } }) => count<number>('claim.statement').distinct().as('many'))
          .where('claim.submission', '=', submission),
        lit(0),
      ),
    }))
    .where('submission', '=', submission)
    .execute();
}

/** The progress of a portfolio is what its first marker has scored; a second marker's work shows nowhere. */
export async function noteProgress(
  writing: Writing,
  { review, submission, marker, scores }: Pick<Review, 'review' | 'submission' | 'marker' | 'scores'>,
): Promise<void> {
  if (marker !== 'first') return;
  const judged = Object.keys(scores).length;
  const row = await writing
    .selectFrom('submission')
    .select(['review', 'judged', 'cohort', 'stage', 'current'])
    .where('submission', '=', submission)
    .executeTakeFirst();
  // One that was opened later took its place.
  if (row === undefined || (row.review !== review && judged > 0)) return;
  await writing.updateTable('submission').set({ review, judged }).where('submission', '=', submission).execute();
  if (row.current === 1 && row.judged !== judged)
    await tally(writing, row, { candidates: 0, judged: judged - row.judged });
}
