import { review, reviewId, submissionId } from '@assay/engine';
import { reviewState } from '../review/review.read.ts';
import { addAccounts, handInAccounts } from './accounts.ts';
import { acting, atOnce } from './atOnce.ts';
import { marked } from './marked.ts';
import { signedOff } from './release.ts';
import { enrolled, type Cast } from './story.ts';
import type { TestWorld } from './world.ts';

// What a story is not about need not take long: here it takes a transaction.

/** Enrols somebody, who hands in four accounts; the provider accepts. Answers the first review. */
export async function handInQuickly(at: TestWorld, cast: Pick<Cast, 'staff' | 'cohort'>, name: string) {
  const { submission, candidate } = await enrolled(at, cast, name);
  const id = submissionId(submission);
  const owner = acting(candidate, 'candidate');
  const opened = await atOnce(at, [owner, acting('clerk', 'provider')], async (unit) => {
    await addAccounts(unit, id, owner);
    const first = await handInAccounts(unit, id);
    const tables = await unit.tables();
    const { marking } = await tables
      .selectFrom('marking')
      .select('marking')
      .where('submission', '=', id)
      .executeTakeFirstOrThrow();
    return { review: first, marking };
  });
  return { ...opened, submission, candidate, cohort: cast.cohort, name };
}

export type HandedIn = Awaited<ReturnType<typeof handInQuickly>>;

/** A review is allocated, marked whole on its first two items and sealed. Standards are scored by `scoreOf`. */
export async function markQuickly(
  at: TestWorld,
  id: string,
  assessor: string,
  scoreOf: (code: string) => number = () => 3,
): Promise<void> {
  await atOnce(at, [acting(assessor, 'assessor'), acting('clerk', 'provider')], async (unit) => {
    await marked(unit, reviewId(id), assessor, { sources: ['E1', 'E2'], scoreOf, sealed: true });
    return {};
  });
}

/** A batch of these portfolios, each marked by the story's assessor, drawn, upheld, claimed and signed off. */
export async function signedBatch(
  at: TestWorld,
  cast: Pick<Cast, 'staff' | 'cohort' | 'moderator' | 'assessorId'>,
  names: readonly string[],
) {
  const portfolios: HandedIn[] = [];
  for (const name of names) {
    const handedIn = await handInQuickly(at, cast, name);
    await markQuickly(at, handedIn.review, cast.assessorId);
    portfolios.push(handedIn);
  }
  const batch = await signedOff(at, cast);
  return { batch, portfolios };
}

/** A review that a moderator sent back is judged again on what was asked, and sealed. */
export async function markAgainQuickly(at: TestWorld, id: string, assessor: string, score: number): Promise<void> {
  const of = reviewId(id);
  await atOnce(at, [acting(assessor, 'assessor')], async (unit) => {
    const { queried } = (await reviewState(await unit.tables(), id)).context;
    for (const standard of queried ?? [])
      await unit.change(review, of, null, (by, when) => ({
        type: 'JudgeStandard',
        standard,
        score,
        reason: 'Read again.',
        evidence: ['E1', 'E2'],
        by,
        at: when,
      }));
    await unit.change(review, of, null, (by, when) => ({ type: 'SealReview', by, at: when }));
    return {};
  });
}
