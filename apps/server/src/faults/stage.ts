import {
  moderation,
  provider,
  providerId,
  reviewId,
  signingDigest,
  type Actor,
  type BatchId,
  type CohortId,
  type ReviewId,
  type SubmissionId,
} from '@assay/engine';
import { upholdReview } from '../moderation/decide.use.ts';
import { drawBatch, planBatch } from '../moderation/plan.use.ts';
import { actor, agreeAll, as, enrol, gatherAll, handInAll, markAll, openCohort } from '../testing/prepare.ts';
import type { TestWorld } from '../testing/world.ts';
import type { World } from '../world.ts';

const home = providerId('north');

/** A batch that is ready to be signed off, and what its moderator is shown. */
export interface Ready {
  readonly batch: BatchId;
  readonly digest: string;
  readonly version: number;
}

/** People who can sign in, and records that wait for them: what the fault tests throw commands at. */
export interface Stage {
  readonly emails: Readonly<Record<'staff' | 'clerk' | 'candidate' | 'assessor' | 'moderator' | 'second', string>>;
  /** An item of the candidate's open portfolio. */
  readonly item: string;
  readonly submission: SubmissionId;
  /** A review that the assessor marks: all its evidence is confirmed. */
  readonly marking: ReviewId;
  /** A review that waits for an assessor. */
  readonly waiting: ReviewId;
  readonly batches: readonly Ready[];
  /** Assessors who are appointed and cannot sign in. */
  readonly bench: readonly Actor[];
}

/** Sets a stage with so many batches that are ready to be signed off, each of one portfolio. */
export async function setStage(at: TestWorld, batches: number, bench: number): Promise<Stage> {
  const { world } = at;
  const staff = actor(await at.register('Staff Test', home, ['provider']), 'provider', home);
  await at.register('Clerk Test', home, ['provider']);
  const candidate = actor(await at.register('Candidate Test', home, []), 'candidate', home);
  const assessor = actor(await at.register('Assessor Test', home, ['assessor']), 'assessor', home);
  const moderator = actor(await at.register('Moderator Test', home, ['moderator']), 'moderator', home);
  await at.register('Second Test', home, ['moderator']);
  const cohort = await openCohort(world, staff, 'Open');
  const submission = await enrol(world, staff, cohort, candidate.person);
  const [item = ''] = await gatherAll(world, candidate, submission);
  const appointed = Array.from({ length: bench }, (_, index) => actor(`bench-${index}`, 'assessor', home));
  await appoint(world, staff, appointed);
  const { review: marking } = await accepted(world, staff, cohort, 'marked');
  await markAll(world, staff, assessor, marking);
  const { review: waiting } = await accepted(world, staff, cohort, 'waiting');
  const ready: Ready[] = [];
  for (let number = 0; number < batches; number++)
    ready.push(await readyBatch(world, staff, moderator, appointed, `batch-${number}`));
  const email = (name: string) => `${name}.test@test.example`;
  return {
    emails: {
      staff: email('staff'),
      clerk: email('clerk'),
      candidate: email('candidate'),
      assessor: email('assessor'),
      moderator: email('moderator'),
      second: email('second'),
    },
    item,
    submission,
    marking,
    waiting,
    batches: ready,
    bench: appointed,
  };
}

async function appoint(world: World, staff: Actor, people: readonly Actor[]): Promise<void> {
  await as(world, staff, async (unit) => {
    for (const { person } of people)
      await unit.change(provider, home, null, (by, at) => ({
        type: 'AppointPerson',
        person,
        role: 'assessor',
        by,
        at,
      }));
    return {};
  });
}

/** A portfolio that was handed in and accepted, and the review of it that waits for an assessor. */
async function accepted(world: World, staff: Actor, cohort: CohortId, name: string) {
  const candidate = actor(name, 'candidate', home);
  const submission = await enrol(world, staff, cohort, name);
  await gatherAll(world, candidate, submission);
  await handInAll(world, candidate, staff, submission);
  const { review } = await world.db
    .selectFrom('review')
    .select('review')
    .where('submission', '=', submission)
    .executeTakeFirstOrThrow();
  return { submission, review: reviewId(review) };
}

async function readyBatch(
  world: World,
  staff: Actor,
  moderator: Actor,
  assessors: readonly Actor[],
  name: string,
): Promise<Ready> {
  const cohort = await openCohort(world, staff, name);
  const { batch, version } = await as(world, moderator, (unit) =>
    planBatch(unit, home, cohort, { title: name, seed: name }),
  );
  const { submission } = await accepted(world, staff, cohort, name);
  await agreeAll(world, staff, assessors, submission);
  return as(world, moderator, async (unit) => {
    await drawBatch(unit, batch, version);
    await upholdReview(unit, batch, null, submission, 'Sound.');
    const ready = await unit.change(moderation, batch, null, (by, at) => ({
      type: 'GrantDirectClaim',
      reason: 'The centre is approved.',
      by,
      at,
    }));
    return { batch, version: ready.version, digest: signingDigest(ready.context.population) };
  });
}
