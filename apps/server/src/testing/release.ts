import { reviewId } from '@assay/engine';
import { acting, atOnce } from './atOnce.ts';
import { judged } from './marked.ts';
import { handIn, type Cast } from './story.ts';
import { password, type TestWorld } from './world.ts';

/** Hands in, marks every standard at 3 and seals; answers the review. */
export async function markedWhole(at: TestWorld, cast: Cast): Promise<string> {
  const review = await handIn(at, cast);
  await atOnce(at, [acting(cast.assessorId, 'assessor')], async (unit) => {
    await judged(unit, reviewId(review), { sources: ['visit', 'discussion'], scoreOf: () => 3, sealed: true });
    return {};
  });
  return review;
}

/** A batch of all that the cohort has ready, drawn, upheld, claimed and signed off. Answers it. */
export async function signedOff(
  { command }: TestWorld,
  { moderator: { moderation }, cohort }: Pick<Cast, 'moderator' | 'cohort'>,
): Promise<string> {
  const { batch } = await moderation.plan({ ...command(), cohort, title: 'Window', seed: 'fixed' });
  let { version } = await moderation.draw({ ...command(), batch, seen: 1 });
  for (const { submission } of (await moderation.show({ batch })).sample)
    ({ version } = await moderation.uphold({ ...command(), batch, seen: version, submission, note: 'Sound.' }));
  await moderation.grantDirectClaim({ ...command(), batch, seen: version, reason: 'None is appointed.' });
  const { version: seen, statement, digest } = await moderation.show({ batch });
  await moderation.signOff({ ...command(), batch, seen, statement, digest: digest ?? '', password });
  return batch;
}

/** Moderates what the cohort has ready and releases its results. Answers the batch. */
export async function releaseCohort(at: TestWorld, cast: Pick<Cast, 'moderator' | 'cohort'>): Promise<string> {
  const batch = await signedOff(at, cast);
  await releaseShown(at, cast.moderator, batch);
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
