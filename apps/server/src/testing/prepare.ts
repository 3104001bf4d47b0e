import { randomUUID } from 'node:crypto';
import {
  cohort,
  cohortId,
  day,
  digestOf,
  evidence,
  itemId,
  personId,
  providerId,
  review,
  reviewId,
  submissionId,
  type Actor,
  type CohortId,
  type Review,
  type ReviewId,
  type Role,
  type SubmissionId,
} from '@assay/engine';
import { perform } from '../record/perform.ts';
import type { Unit } from '../record/unit.ts';
import { acceptPortfolio, submitPortfolio } from '../submission/submission.use.ts';
import type { World } from '../world.ts';

/** Somebody of a provider in one role. */
export function actor(person: string, role: Role, provider: string): Actor {
  return { person: personId(person), role, provider: providerId(provider) };
}

/** Many changes by one person in one transaction: what would take a person weeks is there at once, by the same commands. */
export function as<Answer extends object>(
  world: World,
  by: Actor,
  work: (unit: Unit) => Promise<Answer>,
): Promise<Answer> {
  const commandId = randomUUID();
  return perform(world, { actors: [by], commandId, asked: commandId }, work);
}

export async function openCohort(world: World, staff: Actor, title: string): Promise<CohortId> {
  const id = cohortId(randomUUID());
  const provider = providerId(staff.provider ?? '');
  await as(world, staff, (unit) =>
    unit.change(cohort, id, 0, (by, at) => ({
      type: 'OpenCohort',
      cohort: id,
      provider,
      title,
      opensOn: day('2026-01-01'),
      dueOn: day('2026-06-30'),
      by,
      at,
    })),
  );
  return id;
}

/** Enrols somebody; answers the attempt that is open for them. */
export async function enrol(world: World, staff: Actor, into: CohortId, candidate: string): Promise<SubmissionId> {
  const opened = submissionId(randomUUID());
  await as(world, staff, (unit) =>
    unit.change(cohort, into, null, (by, at) => ({
      type: 'EnrolCandidate',
      candidate: personId(candidate),
      submission: opened,
      route: 'standard',
      by,
      at,
    })),
  );
  return opened;
}

/** Adds an account for every component, claims every statement and declares. Answers the items. */
export async function gatherAll(world: World, candidate: Actor, submission: SubmissionId): Promise<string[]> {
  const { book } = world.library;
  const codes = [...book.judged.keys(), ...book.covered.keys()];
  const items: string[] = [];
  await as(world, candidate, async (unit) => {
    for (const [index, [component]] of [...book.components].filter(([id]) => /^C[1-4]$/.test(id)).entries()) {
      const item = itemId(randomUUID());
      items.push(item);
      await unit.change(evidence, item, 0, (by, at) => ({
        type: 'AddItem',
        item,
        submission,
        candidate: candidate.person,
        provider: providerId(candidate.provider ?? ''),
        title: `Account ${component}`,
        component,
        method: 'text',
        dated: day('2026-02-01'),
        content: { hash: digestOf(item), bytes: 100, mediaType: 'text/plain', name: `${component}.txt` },
        route: 'standard',
        submissionOpen: true,
        by,
        at,
      }));
      for (const statement of codes.filter((_code, place) => place % 4 === index))
        await unit.change(evidence, item, null, (by, at) => ({
          type: 'ClaimStatement',
          statement,
          place: 'first paragraph',
          by,
          at,
        }));
      await unit.change(evidence, item, null, (by, at) => ({
        type: 'DeclareItem',
        authorship: true,
        consent: true,
        anonymised: true,
        aiUse: 'None.',
        by,
        at,
      }));
    }
    return {};
  });
  return items;
}

/** Submits and accepts. */
export async function handInAll(world: World, candidate: Actor, staff: Actor, submission: SubmissionId): Promise<void> {
  const versionOf = async (unit: Unit) =>
    (
      await (
        await unit.tables()
      )
        .selectFrom('stream')
        .select('version')
        .where('id', '=', submission)
        .executeTakeFirstOrThrow()
    ).version;
  await as(world, candidate, async (unit) => submitPortfolio(unit, submission, await versionOf(unit), true));
  await as(world, staff, async (unit) => acceptPortfolio(unit, submission, await versionOf(unit)));
}

/** Allocates a review and marks all of it but for the seal, every standard at its threshold. */
export async function markAll(world: World, staff: Actor, assessor: Actor, id: ReviewId): Promise<void> {
  const { book } = world.library;
  await as(world, staff, (unit) =>
    unit.change(review, id, null, (by, at) => ({
      type: 'AllocateAssessor',
      assessor: assessor.person,
      appointed: true,
      by,
      at,
    })),
  );
  await as(world, assessor, async (unit) => {
    const { context } = await unit.change(review, id, null, (by, at) => ({
      type: 'BeginMarking',
      noConflict: true,
      by,
      at,
    }));
    await occasions(unit, id);
    for (const standard of askedFor(context)) {
      for (const source of ['visit', 'discussion'] as const)
        await unit.change(review, id, null, (by, at) => ({
          type: 'ConfirmEvidence',
          standard,
          source,
          valid: true,
          authentic: true,
          current: true,
          sufficient: true,
          by,
          at,
        }));
      await unit.change(review, id, null, (by, at) => ({
        type: 'JudgeStandard',
        standard,
        score: book.threshold,
        reason: `Why ${standard}.`,
        evidence: ['visit', 'discussion'],
        by,
        at,
      }));
    }
    for (const component of context.scope.gates)
      await unit.change(review, id, null, (by, at) => ({
        type: 'JudgeGate',
        component,
        met: true,
        reason: 'Seen.',
        by,
        at,
      }));
    if (context.scope.coverage)
      await unit.change(review, id, null, (by, at) => ({
        type: 'NoteCoverage',
        statements: [...book.covered.keys()],
        by,
        at,
      }));
    return {};
  });
}

/** Marks and seals every review of a submission that waits for an assessor, one after the other by different people. */
export async function agreeAll(world: World, staff: Actor, assessors: readonly Actor[], submission: SubmissionId) {
  for (const assessor of assessors) {
    const waiting = await world.db
      .selectFrom('review')
      .select('review')
      .where('submission', '=', submission)
      .where('status', '=', 'awaitingAllocation')
      .executeTakeFirst();
    if (waiting === undefined) return;
    const id = reviewId(waiting.review);
    await markAll(world, staff, assessor, id);
    await as(world, assessor, (unit) => unit.change(review, id, null, (by, at) => ({ type: 'SealReview', by, at })));
  }
}

const askedFor = ({ scope }: Review) => scope.standards;

async function occasions(unit: Unit, id: ReviewId): Promise<void> {
  await unit.change(review, id, null, (by, at) => ({
    type: 'RecordVisit',
    on: day('2026-03-01'),
    account: 'A day at the centre.',
    by,
    at,
  }));
  await unit.change(review, id, null, (by, at) => ({
    type: 'RecordDiscussion',
    on: day('2026-03-02'),
    minutes: 60,
    account: 'Asked about every area.',
    by,
    at,
  }));
}
