import {
  markingReview,
  markingReviewId,
  opensMarkingReview,
  type AwardId,
  type Change,
  type EarlierReview,
  type MarkingReviewId,
  type PersonId,
  type ReviewKind,
} from '@assay/engine';
import { awardNow } from '../award/award.read.ts';
import type { Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import type { Unit } from '../record/unit.ts';
import { isAppointed } from '../enrolment/appointed.ts';

export interface Request {
  readonly award: AwardId;
  readonly kind: ReviewKind;
  readonly consent: boolean;
  readonly says: string;
}

/** The candidate asks for a review of their released result; one that is not released is to them as if it were not there. */
export async function requestReview(unit: Unit, { award, kind, consent, says }: Request) {
  const tables = await unit.tables();
  const { state } = await awardNow(tables, award);
  const { candidate, releasedAt } = state.context;
  if (releasedAt === null || !unit.actors.some(({ person }) => person === candidate)) throw notFound('award');
  const earlier = await earlierOf(tables, award);
  const opened = markingReviewId(unit.given.freshId());
  const { version, status } = await unit.change(markingReview, opened, 0, (by, at) =>
    opensMarkingReview(state, { review: opened, kind, consent, says, earlier, by, at }),
  );
  return { version, status, markingReview: opened };
}

async function earlierOf(tables: Writing, award: string): Promise<EarlierReview[]> {
  const rows = await tables
    .selectFrom('marking_review')
    .select(['kind', 'decided_at'])
    .where('award', '=', award)
    .execute();
  return rows.map(({ kind, decided_at: at }) => ({
    kind: kind === 'clerical' ? 'clerical' : 'marking',
    decided: at !== null,
  }));
}

/** Gives a review to a moderator; the engine is told whether they are appointed, and where they stand on the portfolio. */
export async function allocateReviewer(unit: Unit, id: MarkingReviewId, seen: number, reviewer: PersonId) {
  const tables = await unit.tables();
  const row = await tables
    .selectFrom('marking_review')
    .select(['provider', 'submission'])
    .where('marking_review', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound(markingReview.name);
  const appointed = await isAppointed(tables, reviewer, 'moderator', row.provider);
  const involved = await involvedIn(tables, { are: [row.submission] }, [reviewer]);
  return unit.change(markingReview, id, seen, (by, at) => ({
    type: 'AllocateReviewer',
    reviewer,
    appointed,
    involved,
    by,
    at,
  }));
}

export function decideReview(
  unit: Unit,
  id: MarkingReviewId,
  seen: number,
  { changes, reason }: { changes: readonly Change[]; reason: string },
) {
  return unit.change(markingReview, id, seen, (by, at) => ({ type: 'DecideReview', changes, reason, by, at }));
}
