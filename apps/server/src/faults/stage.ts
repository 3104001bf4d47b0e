import {
  moderation,
  provider,
  providerId,
  signingDigest,
  type Actor,
  type BatchId,
  type CohortId,
  type ReviewId,
  type SubmissionId,
} from '@assay/engine';
import { upholdReview } from '../moderation/decide.use.ts';
import { drawBatch, planBatch } from '../moderation/plan.use.ts';
import { addAccounts, handInAccounts } from '../testing/accounts.ts';
import { acting, atOnce } from '../testing/atOnce.ts';
import { marked } from '../testing/marked.ts';
import { markQuickly } from '../testing/quickly.ts';
import type { TestWorld } from '../testing/world.ts';
import { enrolInto, openCohort } from './cohort.ts';

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
  const { book } = at.world.library;
  const staff = acting(await at.register('Staff Test', home, ['provider']), 'provider');
  await at.register('Clerk Test', home, ['provider']);
  const candidate = acting(await at.register('Candidate Test', home, []), 'candidate');
  const assessor = acting(await at.register('Assessor Test', home, ['assessor']), 'assessor');
  const moderator = acting(await at.register('Moderator Test', home, ['moderator']), 'moderator');
  await at.register('Second Test', home, ['moderator']);
  const cohort = await openCohort(at, staff, 'Open');
  const submission = await enrolInto(at, staff, cohort, candidate.person);
  const claimed = [...book.judged.keys(), ...book.covered.keys()];
  const { item } = await atOnce(at, [candidate], async (unit) => {
    const [first = ''] = await addAccounts(unit, submission, candidate, claimed);
    return { item: first };
  });
  const appointed = Array.from({ length: bench }, (_, index) => acting(`bench-${index}`, 'assessor'));
  await appoint(at, staff, appointed);
  const { review: marking } = await accepted(at, staff, cohort, 'marked');
  await atOnce(at, [staff, assessor], async (unit) => {
    const scoreOf = () => book.threshold;
    await marked(unit, marking, assessor.person, { sources: ['visit', 'discussion'], scoreOf, sealed: false });
    return {};
  });
  const { review: waiting } = await accepted(at, staff, cohort, 'waiting');
  const ready: Ready[] = [];
  for (let number = 0; number < batches; number++)
    ready.push(await readyBatch(at, staff, moderator, appointed, `batch-${number}`));
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

async function appoint(at: TestWorld, staff: Actor, people: readonly Actor[]): Promise<void> {
  await atOnce(at, [staff], async (unit) => {
    for (const { person } of people)
      await unit.change(provider, home, null, (by, when) => ({
        type: 'AppointPerson',
        person,
        role: 'assessor',
        by,
        at: when,
      }));
    return {};
  });
}

/** A portfolio that was handed in and accepted, and the review of it that waits for an assessor. */
async function accepted(at: TestWorld, staff: Actor, cohort: CohortId, name: string) {
  const candidate = acting(name, 'candidate');
  const submission = await enrolInto(at, staff, cohort, name);
  const { review } = await atOnce(at, [candidate, staff], async (unit) => {
    await addAccounts(unit, submission, candidate);
    return { review: await handInAccounts(unit, submission) };
  });
  return { submission, review };
}

/** Marks every review of a submission that waits for an assessor, one after the other by different people. */
async function agreed(at: TestWorld, assessors: readonly Actor[], submission: SubmissionId): Promise<void> {
  for (const { person } of assessors) {
    const waiting = await at.world.db
      .selectFrom('review')
      .select('review')
      .where('submission', '=', submission)
      .where('status', '=', 'awaitingAllocation')
      .executeTakeFirst();
    if (waiting === undefined) return;
    await markQuickly(at, waiting.review, person);
  }
}

async function readyBatch(
  at: TestWorld,
  staff: Actor,
  moderator: Actor,
  assessors: readonly Actor[],
  name: string,
): Promise<Ready> {
  const cohort = await openCohort(at, staff, name);
  const { batch, version } = await atOnce(at, [moderator], (unit) =>
    planBatch(unit, home, cohort, { title: name, seed: name }),
  );
  const { submission } = await accepted(at, staff, cohort, name);
  await agreed(at, assessors, submission);
  return atOnce(at, [moderator], async (unit) => {
    await drawBatch(unit, batch, version);
    await upholdReview(unit, batch, null, submission, 'Sound.');
    const ready = await unit.change(moderation, batch, null, (by, when) => ({
      type: 'GrantDirectClaim',
      reason: 'The centre is approved.',
      by,
      at: when,
    }));
    return { batch, version: ready.version, digest: signingDigest(ready.context.population) };
  });
}
