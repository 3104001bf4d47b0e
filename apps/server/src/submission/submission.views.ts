import { personId, submission as workflow, type PersonId, type Submission, type SubmissionId } from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { journeyOf, type JourneyStep } from './journey.ts';
import { stages, type Stage } from './stage.ts';

export interface SubmissionView {
  readonly submission: string;
  readonly version: number;
  readonly status: string;
  readonly stage: Stage;
  readonly attempt: number;
  readonly route: string;
  readonly dueOn: string;
  readonly candidate: { readonly id: string; readonly name: string; readonly email: string };
  readonly cohort: { readonly id: string; readonly title: string };
  readonly provider: { readonly id: string; readonly name: string };
  readonly framework: string;
  readonly journey: readonly JourneyStep[];
  readonly next: { readonly says: string; readonly link: string | null };
  readonly returned: { readonly reason: string; readonly at: string } | null;
  /** A `first` attempt, a `resit` of few areas, or a `retake`, which asks for an action plan. */
  readonly kind: string;
  readonly actionPlan: string | null;
  /** Whether it was ever handed in past its due. */
  readonly late: boolean;
  /** By when the candidate is asked for something: to hand in, in time or late, or to claim circumstances. */
  readonly dueAt: string | null;
  /** Standards that prior learning or an earlier attempt achieved, so that they are not assessed. */
  readonly banked: readonly string[];
  /** Commands that the submission's state and the reader's standing allow. */
  readonly may: readonly string[];
}

/** Reads a stage from its column; the projection writes no other. */
export function stageOf(text: string): Stage {
  return stages.find((stage) => stage === text) ?? 'gathering';
}

/** The row of the session's own submission. Throws notFound where it is somebody else's. */
export async function ownSubmission(
  world: World,
  session: Session,
  submission: SubmissionId,
): Promise<{ candidate: PersonId; provider: string; row: SubmissionRow }> {
  const row = await rowOf(world, submission);
  if (row === undefined || row.candidate !== session.person.id) throw notFound('submission');
  return { candidate: personId(row.candidate), provider: row.provider, row };
}

/** Whether the candidate may still work on the submission: in time, or late. */
export async function isOpen(db: Database | Writing, submission: SubmissionId): Promise<boolean> {
  const row = await db
    .selectFrom('submission')
    .select('status')
    .where('submission', '=', submission)
    .executeTakeFirst();
  return row?.status === 'open' || row?.status === 'late';
}

/** The row of a submission that the session may follow: the candidate's own, or one of the staff's provider. */
export async function visibleSubmission(
  world: World,
  session: Session,
  submission: SubmissionId,
): Promise<SubmissionRow> {
  const row = await rowOf(world, submission);
  if (
    row !== undefined &&
    (row.candidate === session.person.id || providersAs(session, 'provider').includes(row.provider))
  )
    return row;
  throw notFound('submission');
}

type SubmissionRow = NonNullable<Awaited<ReturnType<typeof rowOf>>>;

function rowOf(world: World, submission: string) {
  return world.db
    .selectFrom('submission')
    .innerJoin('cohort', 'cohort.cohort', 'submission.cohort')
    .innerJoin('provider', 'provider.provider', 'submission.provider')
    .innerJoin('stream', 'stream.id', 'submission.submission')
    .selectAll('submission')
    .select(['cohort.title as cohort_title', 'provider.name as provider_name', 'stream.context'])
    .where('submission.submission', '=', submission)
    .executeTakeFirst();
}

export async function mySubmissions(world: World, session: Session): Promise<SubmissionView[]> {
  const rows = await world.db
    .selectFrom('submission')
    .select('submission')
    .where('candidate', '=', session.person.id)
    .orderBy('attempt', 'desc')
    .execute();
  return Promise.all(
    rows.map(({ submission }) => rowOf(world, submission).then((row) => (row === undefined ? [] : [row]))),
  ).then((found) => Promise.all(found.flat().map((row) => viewOf(world, session, row))));
}

export async function showSubmission(
  world: World,
  session: Session,
  submission: SubmissionId,
): Promise<SubmissionView> {
  return viewOf(world, session, await visibleSubmission(world, session, submission));
}

async function viewOf(world: World, session: Session, row: SubmissionRow): Promise<SubmissionView> {
  const milestones = await world.db
    .selectFrom('milestone')
    .selectAll()
    .where('submission', '=', row.submission)
    .execute();
  const people = await world.identity.people([row.candidate]);
  const candidate = people.get(row.candidate) ?? { id: row.candidate, name: 'Unknown', email: '' };
  const stage = stageOf(row.stage);
  const { journey, next } = journeyOf(
    stage,
    new Map(milestones.map(({ stage: name, at }) => [name, at])),
    row.returned_reason !== null,
    row.status,
  );
  const context: Submission = JSON.parse(row.context);
  return {
    submission: row.submission,
    version: row.version,
    status: row.status,
    stage,
    attempt: row.attempt,
    route: row.route,
    dueOn: row.due_on,
    candidate,
    cohort: { id: row.cohort, title: row.cohort_title },
    provider: { id: row.provider, name: row.provider_name },
    framework: world.library.framework.id,
    journey,
    next,
    returned:
      row.returned_reason === null || row.returned_at === null
        ? null
        : { reason: row.returned_reason, at: row.returned_at },
    kind: row.kind,
    actionPlan: row.action_plan,
    late: row.late === 1,
    dueAt: context.due?.at ?? null,
    banked: Object.keys(context.bank.scores),
    may: [...new Set(session.actors.flatMap((actor) => workflow.open({ status: row.status, context }, actor)))],
  };
}
