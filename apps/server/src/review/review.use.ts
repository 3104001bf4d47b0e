import {
  isAgreed,
  marking,
  moderation,
  personId,
  receivesMarks,
  receivesReview,
  review,
  type Party,
  type PersonId,
  type ReviewId,
  type ReviewSealed,
} from '@assay/engine';
import type { Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import type { Unit } from '../record/unit.ts';

/** Allocates a review to a person; the engine is told whether they are appointed, and who moderated the portfolio. */
export async function allocateAssessor(unit: Unit, id: ReviewId, seen: number, assessor: PersonId) {
  const row = await unit.writing
    .selectFrom('review')
    .select(['provider', 'submission'])
    .where('review', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound(review.name);
  const appointment = await unit.writing
    .selectFrom('appointment')
    .select('person')
    .where('provider', '=', row.provider)
    .where('person', '=', assessor)
    .where('role', '=', 'assessor')
    .executeTakeFirst();
  const appointed = appointment !== undefined;
  const involved = await moderatorsOf(unit.writing, row.submission);
  const { version, status } = await unit.change(review, id, seen, (by, at) => ({
    type: 'AllocateAssessor',
    assessor,
    appointed,
    involved,
    by,
    at,
  }));
  return { version, status };
}

/** Who has moderated a batch that the submission is in, or planned one that it is about to enter. */
async function moderatorsOf(writing: Writing, submission: string): Promise<Party[]> {
  const rows = await writing
    .selectFrom('fact')
    .innerJoin('batch', 'batch.batch', 'fact.stream')
    .innerJoin('submission', 'submission.cohort', 'batch.cohort')
    .leftJoin('batch_portfolio', (join) =>
      join
        .onRef('batch_portfolio.batch', '=', 'batch.batch')
        .onRef('batch_portfolio.submission', '=', 'submission.submission'),
    )
    .select(['fact.person', 'fact.role'])
    .distinct()
    .where('submission.submission', '=', submission)
    .where('fact.role', 'in', ['moderator', 'externalModerator'])
    .where(({ or, eb }) => or([eb('batch_portfolio.batch', 'is not', null), eb('batch.status', '=', 'planned')]))
    .execute();
  return rows.map(({ person, role }) => ({
    person: personId(person),
    role: role === 'moderator' ? 'moderator' : 'externalModerator',
  }));
}

/** Seals a review: its marks go into the marking of the submission, in the same transaction. */
export async function sealReview(unit: Unit, id: ReviewId, seen: number) {
  const done = await unit.change(review, id, seen, (by, at) => ({ type: 'SealReview', by, at }));
  for (const fact of done.facts) {
    if (fact.type === 'ReviewSealed') await receive(unit, fact);
  }
  return { version: done.version, status: done.status };
}

/** Brings marks into the marking; an agreed one that a moderator waits for goes back into its batch. */
async function receive(unit: Unit, sealed: ReviewSealed): Promise<void> {
  const { submission, assessor, review: own } = sealed;
  const row = await unit.writing
    .selectFrom('marking')
    .select('marking')
    .where('submission', '=', submission)
    .executeTakeFirstOrThrow();
  const { before } = await unit.writing
    .selectFrom('review')
    .select(({ fn }) => fn.countAll<number>().as('before'))
    .where('assessor', '=', assessor)
    .where('status', '=', 'sealed')
    .where('review', '!=', own)
    .executeTakeFirstOrThrow();
  const figures = { portfoliosBefore: before, nth: null, everyKth: null };
  const { facts } = await unit.change(marking, row.marking, null, () => receivesMarks(sealed, figures));
  const agreed = facts.find(isAgreed);
  if (agreed === undefined) return;
  const waiting = await unit.writing
    .selectFrom('batch_portfolio')
    .select('batch')
    .where('submission', '=', submission)
    .where('found', '=', 'queried')
    .executeTakeFirst();
  if (waiting !== undefined) await unit.change(moderation, waiting.batch, null, () => receivesReview(agreed));
}
