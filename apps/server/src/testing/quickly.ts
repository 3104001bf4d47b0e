import { randomUUID } from 'node:crypto';
import {
  contentHash,
  day,
  digestOf,
  evidence,
  itemId,
  personId,
  providerId,
  review,
  reviewId,
  submission,
  submissionId,
  type Actor,
  type Role,
  type Source,
} from '@assay/engine';
import { componentId } from '@assay/standards';
import { perform } from '../record/perform.ts';
import type { Unit } from '../record/unit.ts';
import { reviewState } from '../review/review.read.ts';
import { submitPortfolio } from '../submission/submission.use.ts';
import type { Cast } from './story.ts';
import { password, type TestWorld } from './world.ts';

/** Somebody in a role for the provider of a story. */
export function acting(person: string, role: Role): Actor {
  return { person: personId(person), role, provider: providerId('north') };
}

/** Does many things in one transaction, each as whoever of these may: what a story is not about need not take long. */
export async function atOnce<Answer extends object>(
  { world }: TestWorld,
  actors: readonly Actor[],
  work: (unit: Unit) => Promise<Answer>,
): Promise<Answer> {
  return perform(world, { actors, commandId: randomUUID(), asked: 'at once' }, work);
}

/** Enrols somebody, who hands in four accounts, two of them a witness's; the provider accepts. Answers the first review. */
export async function handInQuickly(at: TestWorld, { staff, cohort }: Pick<Cast, 'staff' | 'cohort'>, name: string) {
  const { version } = (await staff.cohort.show({ cohort })).cohort;
  const enrolled = await staff.cohort.enrol({
    ...at.command(),
    cohort,
    seen: version,
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@test.example`,
    route: 'standard',
  });
  const id = submissionId(enrolled.submission);
  const actors = [acting(enrolled.candidate, 'candidate'), acting('clerk', 'provider')];
  const opened = await atOnce(at, actors, async (unit) => {
    for (const [index, component] of ['C1', 'C2', 'C3', 'C4'].entries()) await addItem(unit, id, index, component);
    await submitPortfolio(unit, id, 1, true);
    await unit.change(submission, id, null, (by, when) => ({ type: 'AcceptSubmission', by, at: when }));
    const found = await (
      await unit.tables()
    )
      .selectFrom('review')
      .innerJoin('marking', 'marking.submission', 'review.submission')
      .select(['review.review', 'marking.marking'])
      .where('review.submission', '=', id)
      .where('review.marker', '=', 'first')
      .executeTakeFirstOrThrow();
    return found;
  });
  return { ...opened, submission: enrolled.submission, candidate: enrolled.candidate, cohort, name };
}

export type HandedIn = Awaited<ReturnType<typeof handInQuickly>>;

async function addItem(unit: Unit, id: ReturnType<typeof submissionId>, index: number, component: string) {
  const item = itemId(unit.given.freshId());
  const [owner] = unit.actors;
  if (owner === undefined) throw new TypeError('somebody adds it');
  await unit.change(evidence, item, 0, (by, at) => ({
    type: 'AddItem',
    item,
    submission: id,
    candidate: owner.person,
    provider: providerId('north'),
    title: `Account ${component}`,
    component: componentId.parse(component),
    method: index % 2 === 0 ? 'text' : 'witness',
    dated: day('2026-02-01'),
    content: {
      hash: contentHash(digestOf(`${id} ${component}`)),
      bytes: 1000,
      mediaType: 'text/plain',
      name: `${component}.txt`,
    },
    route: 'standard',
    submissionOpen: true,
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

/**
 * A review is allocated, marked whole and sealed, in one transaction; what it was opened for is judged on the first two
 * items. Standards are scored by `scoreOf`.
 */
export async function markQuickly(
  at: TestWorld,
  id: string,
  assessor: string,
  scoreOf: (code: string) => number = () => 3,
): Promise<void> {
  const of = reviewId(id);
  await atOnce(at, [acting(assessor, 'assessor'), acting('clerk', 'provider')], async (unit) => {
    await unit.change(review, of, null, (by, when) => ({
      type: 'AllocateAssessor',
      assessor: personId(assessor),
      appointed: true,
      by,
      at: when,
    }));
    await unit.change(review, of, null, (by, when) => ({ type: 'BeginMarking', noConflict: true, by, at: when }));
    await markWhole(unit, of, scoreOf);
    await unit.change(review, of, null, (by, when) => ({ type: 'SealReview', by, at: when }));
    return {};
  });
}

async function markWhole(unit: Unit, of: ReturnType<typeof reviewId>, scoreOf: (code: string) => number) {
  const both: readonly Source[] = ['E1', 'E2'];
  const test = { valid: true, authentic: true, current: true, sufficient: true };
  const { book } = unit.given;
  const { scope } = await occasions(unit, of);
  for (const standard of scope.standards) {
    for (const source of both)
      await unit.change(review, of, null, (by, at) => ({ type: 'ConfirmEvidence', standard, source, ...test, by, at }));
    await unit.change(review, of, null, (by, at) => ({
      type: 'JudgeStandard',
      standard,
      score: scoreOf(standard),
      reason: `Why ${standard}.`,
      evidence: both,
      by,
      at,
    }));
  }
  for (const component of scope.gates)
    await unit.change(review, of, null, (by, at) => ({
      type: 'JudgeGate',
      component,
      met: true,
      reason: 'Seen.',
      by,
      at,
    }));
  if (scope.coverage)
    await unit.change(review, of, null, (by, at) => ({
      type: 'NoteCoverage',
      statements: [...book.covered.keys()],
      by,
      at,
    }));
}

/** Visit and discussion, where a marker is asked to judge them. Answers what the review is. */
async function occasions(unit: Unit, of: ReturnType<typeof reviewId>) {
  const on = day('2026-03-01');
  await unit.change(review, of, null, (by, at) => ({ type: 'RecordVisit', on, account: 'A day.', by, at }));
  const { context } = await unit.change(review, of, null, (by, at) => ({
    type: 'RecordDiscussion',
    on,
    minutes: 60,
    account: 'An hour.',
    by,
    at,
  }));
  return context;
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
  const { moderation } = cast.moderator;
  const { batch } = await moderation.plan({ ...at.command(), cohort: cast.cohort, title: 'Window', seed: 'fixed' });
  let { version } = await moderation.draw({ ...at.command(), batch, seen: 1 });
  for (const { submission: of } of (await moderation.show({ batch })).sample)
    ({ version } = await moderation.uphold({ ...at.command(), batch, seen: version, submission: of, note: 'Sound.' }));
  await moderation.grantDirectClaim({ ...at.command(), batch, seen: version, reason: 'None is appointed.' });
  const ready = await moderation.show({ batch });
  const signed = { batch, seen: ready.version, statement: ready.statement, digest: ready.digest ?? '' };
  await moderation.signOff({ ...at.command(), ...signed, password });
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
