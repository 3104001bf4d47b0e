import {
  opensReview,
  opensThirdReview,
  review,
  reviewId,
  submission as submissions,
  type AnyFact,
  type ConferenceEnded,
  type ConferenceLapsed,
  type OpenReview,
  type RemarkingOrdered,
  type ReviewId,
  type SecondMarkerRequired,
  type SubmissionAccepted,
  type SubmissionId,
} from '@assay/engine';
import type { Writing } from '../database.ts';
import { factIn } from '../record/chain.ts';
import { notFound } from '../record/errors.ts';
import type { Unit } from '../record/unit.ts';
import { manifestOfSubmission } from '../submission/submission.use.ts';

/** A second marker's review opens in the name of whoever accepted the portfolio: nothing on it names the first marker. */
export function openSecondReview(unit: Unit, id: SubmissionId, { at }: SecondMarkerRequired): Promise<void> {
  return open(unit, id, ({ accepted, manifest, fresh }) => ({
    ...opensReview(accepted, manifest, fresh, unit.given.book, 'second'),
    at,
  }));
}

/** A third marker's review of what a conference left, in the same way: nothing on it names the two. */
export function openThirdReview(
  unit: Unit,
  id: SubmissionId,
  conference: ConferenceEnded | ConferenceLapsed,
): Promise<void> {
  return open(unit, id, ({ accepted, manifest, fresh }) => ({
    ...opensThirdReview(conference, accepted, manifest, fresh),
    by: byProduct(accepted),
  }));
}

/** What a moderator ordered to be marked anew begins with another first marker. */
export function openReviewAnew(unit: Unit, id: SubmissionId, { by, at }: RemarkingOrdered): Promise<void> {
  return open(unit, id, ({ accepted, manifest, fresh }) => ({
    ...opensReview(accepted, manifest, fresh, unit.given.book),
    by: byProduct({ by }),
    at,
  }));
}

const byProduct = ({ by }: Pick<AnyFact, 'by'>) => ({ ...by, role: 'system' as const });

interface Portfolio {
  readonly accepted: SubmissionAccepted;
  readonly manifest: Awaited<ReturnType<typeof manifestOfSubmission>>;
  readonly fresh: ReviewId;
}

async function open(unit: Unit, id: SubmissionId, opening: (portfolio: Portfolio) => OpenReview): Promise<void> {
  const tables = await unit.tables();
  const accepted = await acceptanceOf(tables, id);
  const manifest = await manifestOfSubmission(tables, id);
  const fresh = reviewId(unit.given.freshId());
  await unit.change(review, fresh, 0, () => opening({ accepted, manifest, fresh }));
}

async function acceptanceOf(tables: Writing, id: SubmissionId): Promise<SubmissionAccepted> {
  const row = await tables
    .selectFrom('fact')
    .selectAll()
    .where('stream', '=', id)
    .where('type', '=', 'SubmissionAccepted')
    .executeTakeFirst();
  if (row === undefined) throw notFound(submissions.name);
  return factIn<SubmissionAccepted>(row);
}
