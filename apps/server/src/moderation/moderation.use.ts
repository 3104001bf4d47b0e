import { randomBytes } from 'node:crypto';
import {
  award,
  awardId,
  batchId,
  candidatureOf,
  moderation,
  opensAward,
  returnsReview,
  review,
  reviewId,
  type BatchId,
  type Candidature,
  type CohortId,
  type ContentHash,
  type ProviderId,
  type Query,
  type ReviewSealed,
  type SubmissionId,
} from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import type { Unit } from '../record/unit.ts';

/** The sealed reviews of a cohort that are in no batch yet, as candidatures. */
export async function waitingFor(db: Database | Writing, cohort: string): Promise<Candidature[]> {
  const rows = await db
    .selectFrom('review')
    .innerJoin('fact', (join) =>
      join.onRef('fact.stream', '=', 'review.review').onRef('fact.version', '=', 'review.version'),
    )
    .select(['fact.data', 'review.review'])
    .where('review.cohort', '=', cohort)
    .where('review.status', '=', 'sealed')
    .where('fact.type', '=', 'ReviewSealed')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('batch_portfolio')
            .select('batch')
            .whereRef('batch_portfolio.submission', '=', 'review.submission'),
        ),
      ),
    )
    .orderBy('review.review')
    .execute();
  return rows.map(({ data }) => {
    const sealed: ReviewSealed = JSON.parse(data);
    return candidatureOf(sealed);
  });
}

export async function planBatch(
  unit: Unit,
  provider: ProviderId,
  cohort: CohortId,
  title: string,
  seed: string | null,
) {
  const batch = batchId(unit.given.freshId());
  const fixed = seed ?? randomBytes(8).toString('hex');
  const { version, status } = await unit.change(moderation, batch, 0, (by, at) => ({
    type: 'PlanBatch',
    batch,
    cohort,
    provider,
    title,
    seed: fixed,
    by,
    at,
  }));
  return { version, status, batch };
}

export async function drawBatch(unit: Unit, batch: BatchId, seen: number) {
  const row = await unit.writing.selectFrom('batch').select('cohort').where('batch', '=', batch).executeTakeFirst();
  if (row === undefined) throw notFound('batch');
  const population = await waitingFor(unit.writing, row.cohort);
  const { version, status } = await unit.change(moderation, batch, seen, (by, at) => ({
    type: 'DrawSample',
    population,
    by,
    at,
  }));
  return { version, status };
}

/** Sends a review back with queries: the batch notes it and the review reopens in the same transaction. */
export async function queryReview(
  unit: Unit,
  batch: BatchId,
  seen: number,
  submission: SubmissionId,
  queries: readonly Query[],
) {
  const done = await unit.change(moderation, batch, seen, (by, at) => ({
    type: 'QueryReview',
    submission,
    queries,
    by,
    at,
  }));
  const row = await unit.writing
    .selectFrom('batch_portfolio')
    .select('review')
    .where('batch', '=', batch)
    .where('submission', '=', submission)
    .executeTakeFirstOrThrow();
  for (const fact of done.facts) {
    if (fact.type === 'ReviewQueried') await unit.change(review, reviewId(row.review), null, () => returnsReview(fact));
  }
  return { version: done.version, status: done.status };
}

/** Signs a batch off and recommends an award for each of its portfolios, over the digest that was signed. */
export async function signOffBatch(
  unit: Unit,
  batch: BatchId,
  seen: number,
  signed: { statement: string; digest: ContentHash; reauthenticated: boolean },
) {
  const done = await unit.change(moderation, batch, seen, (by, at) => ({ type: 'SignOff', ...signed, by, at }));
  for (const fact of done.facts) {
    if (fact.type !== 'BatchSignedOff') continue;
    for (const candidature of fact.population) {
      const recommended = awardId(unit.given.freshId());
      await unit.change(award, recommended, 0, () => opensAward(fact, candidature, recommended));
    }
  }
  return { version: done.version, status: done.status };
}

/**
 * Releases every award of a signed-off batch that is not held: all in this transaction, or none. Done twice, the
 * second time finds nothing left to release.
 */
export async function releaseBatch(unit: Unit, batch: BatchId) {
  const row = await unit.writing
    .selectFrom('batch')
    .select(['version', 'status'])
    .where('batch', '=', batch)
    .executeTakeFirst();
  if (row === undefined) throw notFound('batch');
  const waiting = await unit.writing
    .selectFrom('award')
    .select('award')
    .where('batch', '=', batch)
    .where('status', '=', 'recommended')
    .orderBy('award')
    .execute();
  for (const { award: id } of waiting)
    await unit.change(award, id, null, (by, at) => ({ type: 'RatifyAward', by, at }));
  return { version: row.version, status: row.status, released: waiting.length };
}
