import type { World } from '../../world.ts';
import { openRequest } from './requests.ts';

/** What of a candidate's assessments may be told now, and until when the rest is kept back. */
export interface Disclosure {
  /** Submissions whose marks and comments may be told. */
  readonly told: ReadonlySet<string>;
  readonly withheld: readonly { readonly submission: string; readonly until: string | null }[];
}

/**
 * Marks and assessors' comments are told once the result is released, and otherwise when the time to answer a request
 * has passed: five months by the default scheme. After a release they are told at once, which is within its 40 days.
 */
export async function disclosureFor(world: World, person: string): Promise<Disclosure> {
  const submissions = await world.db
    .selectFrom('submission')
    .leftJoin('award', 'award.submission', 'submission.submission')
    .select(['submission.submission', 'award.released_at'])
    .where('submission.candidate', '=', person)
    .orderBy('submission.attempt')
    .execute();
  const until = (await openRequest(world, person))?.answerBy ?? null;
  const passed = until !== null && world.given.now() > until;
  const told = new Set(
    submissions.filter(({ released_at: released }) => released !== null || passed).map(({ submission }) => submission),
  );
  return {
    told,
    withheld: submissions
      .filter(({ submission }) => !told.has(submission))
      .map(({ submission }) => ({ submission, until })),
  };
}
