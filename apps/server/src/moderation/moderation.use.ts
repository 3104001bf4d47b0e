import { randomBytes } from 'node:crypto';
import {
  award,
  batchId,
  candidatureOf,
  moderation,
  personId,
  type Agreed,
  type BatchId,
  type Candidature,
  type CohortId,
  type ContentHash,
  type Party,
  type ProviderId,
  type Query,
  type SubmissionId,
} from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import type { Unit } from '../record/unit.ts';
import { standingsOf } from './standing.use.ts';

/** The agreed markings of a cohort that are in no batch yet, as candidatures. */
export async function waitingFor(db: Database | Writing, cohort: string): Promise<Candidature[]> {
  const rows = await db
    .selectFrom('marking')
    .innerJoin('fact', (join) =>
      join.onRef('fact.stream', '=', 'marking.marking').onRef('fact.version', '=', 'marking.version'),
    )
    .select('fact.data')
    .where('marking.cohort', '=', cohort)
    .where('marking.status', '=', 'agreed')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('batch_portfolio')
            .select('batch')
            .whereRef('batch_portfolio.submission', '=', 'marking.submission'),
        ),
      ),
    )
    .orderBy('marking.marking')
    .execute();
  return rows.map(({ data }) => {
    const agreed: Agreed = JSON.parse(data);
    return candidatureOf(agreed);
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
  const involved = await candidatesOf(await unit.tables(), cohort);
  const fixed = seed ?? randomBytes(8).toString('hex');
  const { version, status } = await unit.change(moderation, batch, 0, (by, at) => ({
    type: 'PlanBatch',
    batch,
    cohort,
    provider,
    title,
    seed: fixed,
    // Marks are shown of drawn samples only, and what waits for this batch is in none.
    marksVisible: false,
    involved,
    by,
    at,
  }));
  return { version, status, batch };
}

/** Whose portfolios the batch of a cohort may hold: none of them moderates it. */
async function candidatesOf(writing: Writing, cohort: CohortId): Promise<Party[]> {
  const rows = await writing.selectFrom('submission').select('candidate').where('cohort', '=', cohort).execute();
  return rows.map(({ candidate }) => ({ person: personId(candidate), role: 'candidate' }));
}

export async function drawBatch(unit: Unit, batch: BatchId, seen: number) {
  const row = await (
    await unit.tables()
  )
    .selectFrom('batch')
    .select(['cohort', 'provider'])
    .where('batch', '=', batch)
    .executeTakeFirst();
  if (row === undefined) throw notFound('batch');
  const tables = await unit.tables();
  const population = await waitingFor(tables, row.cohort);
  const standings = await standingsOf(tables, row.provider);
  const involved = await involvedIn(
    tables,
    { are: population.map(({ submission }) => submission) },
    unit.actors.map(({ person }) => person),
  );
  const { version, status } = await unit.change(moderation, batch, seen, (by, at) => ({
    type: 'DrawSample',
    population,
    standings,
    involved,
    by,
    at,
  }));
  return { version, status };
}

/** Upholds a portfolio of the sample as it was marked. */
export function upholdReview(unit: Unit, batch: BatchId, seen: number | null, submission: SubmissionId, note: string) {
  return unit.change(moderation, batch, seen, (by, at) => ({ type: 'UpholdReview', submission, note, by, at }));
}

/** Sends a marking back with queries. */
export function queryReview(
  unit: Unit,
  batch: BatchId,
  seen: number,
  submission: SubmissionId,
  queries: readonly Query[],
) {
  return unit.change(moderation, batch, seen, (by, at) => ({ type: 'QueryReview', submission, queries, by, at }));
}

/** Signs a batch off, over the digest that was shown. */
export function signOffBatch(
  unit: Unit,
  batch: BatchId,
  seen: number,
  signed: { statement: string; digest: ContentHash; reauthenticated: boolean },
) {
  return unit.change(moderation, batch, seen, (by, at) => ({ type: 'SignOff', ...signed, by, at }));
}

/**
 * Releases every award of a signed-off batch that is not held: all in this transaction, or none. Done twice, the
 * second time finds nothing left to release.
 */
export async function releaseBatch(unit: Unit, batch: BatchId) {
  const row = await (
    await unit.tables()
  )
    .selectFrom('batch')
    .select(['version', 'status'])
    .where('batch', '=', batch)
    .executeTakeFirst();
  if (row === undefined) throw notFound('batch');
  const waiting = await (
    await unit.tables()
  )
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
