import { handIn, mark, type Cast } from './story.ts';
import { password, type TestWorld } from './world.ts';

/** Hands in, marks every standard at 3 and seals; answers the review. */
export async function markWhole(at: TestWorld, cast: Cast): Promise<string> {
  const review = await handIn(at, cast);
  const { judged, covered } = at.world.library.book;
  const version = await mark(at, cast.assessor, review, [...judged.keys()], [...covered.keys()], () => 3);
  await cast.assessor.review.seal({ ...at.command(), review, seen: version });
  return review;
}

/** Moderates the cohort's one portfolio and releases its result; answers the batch. */
export async function releaseCohort(at: TestWorld, { moderator, cohort, submission }: Cast): Promise<string> {
  const { batch } = await moderator.moderation.plan({ ...at.command(), cohort, title: 'Spring window', seed: 'fixed' });
  await moderator.moderation.draw({ ...at.command(), batch, seen: 1 });
  await moderator.moderation.uphold({ ...at.command(), batch, seen: 2, submission, note: 'Agreed.' });
  await moderator.moderation.grantDirectClaim({ ...at.command(), batch, seen: 3, reason: 'Nobody external yet.' });
  const { version: seen, statement, digest } = await moderator.moderation.show({ batch });
  await moderator.moderation.signOff({ ...at.command(), batch, seen, statement, digest: digest ?? '', password });
  await releaseShown(at, moderator, batch);
  return batch;
}

/** Releases what a batch shows at that moment. */
export async function releaseShown(
  { command }: TestWorld,
  { moderation }: Pick<Cast['moderator'], 'moderation'>,
  batch: string,
) {
  const { digest, asOf } = await moderation.releasable({ batch });
  return moderation.release({ ...command(), batch, digest, asOf, password });
}
