import {
  markingReview as workflow,
  personId,
  providerId,
  type Actor,
  type Correction,
  type MarkingReview,
  type MarkingReviewId,
  type OfRecord,
  type State,
} from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** A review of marking for its candidate, its provider's staff, and the moderator to whom it is given. */
export interface MarkingReviewView {
  readonly markingReview: string;
  readonly version: number;
  readonly status: string;
  readonly kind: string;
  readonly award: string;
  readonly submission: string;
  readonly candidateName: string;
  readonly reviewerName: string | null;
  readonly requestedAt: string;
  readonly dueAt: string | null;
  readonly says: string;
  /** The appeal that ordered it. */
  readonly appeal: string | null;
  /** What is on record, with the corrections once it is decided. */
  readonly ofRecord: OfRecord;
  readonly decided: {
    readonly at: string;
    readonly reason: string;
    readonly changes: readonly Correction[];
    /** Until when the candidate can appeal; null where no appeal is possible. */
    readonly appealBy: string | null;
  } | null;
  /** The markers' reviews, to be read by whoever looks again. */
  readonly reviews: readonly string[];
  readonly may: readonly string[];
}

/** Who may read it: see `MarkingReviewView`. Anybody else is told that there is none. */
export async function readableMarkingReview(world: World, session: Session, id: MarkingReviewId) {
  const row = await world.db
    .selectFrom('marking_review')
    .selectAll()
    .where('marking_review', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound(workflow.name);
  const as = roleOn(session, row);
  if (as === null) throw notFound(workflow.name);
  const actor: Actor = { person: personId(session.person.id), role: as, provider: providerId(row.provider) };
  return { row, actor };
}

function roleOn(session: Session, row: { candidate: string; provider: string; reviewer: string | null }) {
  if (row.candidate === session.person.id) return 'candidate';
  if (row.reviewer === session.person.id && session.actors.some(({ role }) => role === 'moderator')) return 'moderator';
  return providersAs(session, 'provider').includes(row.provider) ? 'provider' : null;
}

export async function showMarkingReview(
  world: World,
  session: Session,
  id: MarkingReviewId,
): Promise<MarkingReviewView> {
  const { row, actor } = await readableMarkingReview(world, session, id);
  const stream = await world.db
    .selectFrom('stream')
    .select(['status', 'context'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const context: MarkingReview = JSON.parse(stream.context);
  const state: State<MarkingReview> = { status: stream.status, context };
  const people = await world.identity.people([row.candidate, ...(row.reviewer === null ? [] : [row.reviewer])]);
  const changes: readonly Correction[] = row.changes === null ? [] : JSON.parse(row.changes);
  return {
    markingReview: id,
    version: row.version,
    status: row.status,
    kind: row.kind,
    award: row.award,
    submission: row.submission,
    candidateName: people.get(row.candidate)?.name ?? 'Unknown',
    reviewerName: row.reviewer === null ? null : (people.get(row.reviewer)?.name ?? 'Unknown'),
    requestedAt: row.requested_at,
    dueAt: row.due_at,
    says: row.says,
    appeal: row.appeal,
    ofRecord: { scores: context.scores, gates: context.gates },
    decided:
      row.decided_at === null
        ? null
        : { at: row.decided_at, reason: row.reason ?? '', changes, appealBy: row.appeal_by },
    reviews: actor.role === 'moderator' ? await reviewsOf(world, row.submission) : [],
    may: workflow.open(state, actor),
  };
}

/** The markers' reviews of a submission. */
export async function reviewsOf(world: World, submission: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('review')
    .select('review')
    .where('submission', '=', submission)
    .where('status', '=', 'sealed')
    .orderBy('review')
    .execute();
  return rows.map(({ review }) => review);
}
