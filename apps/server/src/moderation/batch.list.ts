import type { Database } from '../database.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { marksNot } from './marks-not.ts';
import { manyWaitingFor } from './waiting.ts';

export interface BatchLine {
  readonly batch: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly cohort: string;
  readonly cohortTitle: string;
  readonly portfolios: number;
  readonly sampled: number;
  readonly upheld: number;
  readonly queried: number;
  readonly released: number;
}

/** The batches that the session may moderate, newest first, and the cohorts that can be planned for. */
export async function listBatches(world: World, session: Session) {
  const providers = providersAs(session, 'moderator');
  if (providers.length === 0) return { batches: [], cohorts: [] };
  const batches = await lines(world.db)
    .where('batch.provider', 'in', providers)
    .where(({ not, exists, selectFrom, or }) =>
      not(
        exists(
          selectFrom('batch_portfolio')
            .innerJoin('review', 'review.submission', 'batch_portfolio.submission')
            .select('review.review')
            .whereRef('batch_portfolio.batch', '=', 'batch.batch')
            .where(({ eb }) =>
              or([eb('review.assessor', '=', session.person.id), eb('review.candidate', '=', session.person.id)]),
            ),
        ),
      ),
    )
    .orderBy('batch.planned_at', 'desc')
    .execute();
  const cohorts = await world.db
    .selectFrom('cohort')
    .select(({ selectFrom }) => [
      'cohort.cohort',
      'cohort.title',
      selectFrom('review')
        .select(({ fn }) => fn.countAll().as('many'))
        .whereRef('review.cohort', '=', 'cohort.cohort')
        .where('review.marker', '=', 'first')
        .where('review.current', '=', 1)
        .where('review.status', '=', 'sealed')
        .where(marksNot(session))
        .as('sealed'),
      selectFrom('review')
        .select(({ fn }) => fn.countAll().as('many'))
        .whereRef('review.cohort', '=', 'cohort.cohort')
        .where('review.status', 'in', ['allocated', 'marking'])
        .where(marksNot(session))
        .as('marking'),
    ])
    .where('provider', 'in', providers)
    .orderBy('due_on', 'desc')
    .execute();
  return {
    batches: batches.map(asLine),
    cohorts: await Promise.all(
      cohorts.map(async ({ cohort, title, sealed, marking }) => ({
        cohort,
        title,
        sealed: Number(sealed),
        marking: Number(marking),
        unbatched: await manyWaitingFor(world.db, cohort),
      })),
    ),
  };
}

/** One batch as a line of the list. */
export async function lineOf(world: World, batch: string): Promise<BatchLine> {
  return asLine(await lines(world.db).where('batch.batch', '=', batch).executeTakeFirstOrThrow());
}

function lines(db: Database) {
  return db
    .selectFrom('batch')
    .innerJoin('cohort', 'cohort.cohort', 'batch.cohort')
    .select(({ selectFrom }) => {
      const portfolios = selectFrom('batch_portfolio')
        .select(({ fn }) => fn.countAll().as('many'))
        .whereRef('batch_portfolio.batch', '=', 'batch.batch');
      return [
        'batch.batch',
        'batch.version',
        'batch.status',
        'batch.title',
        'batch.cohort',
        'cohort.title as cohort_title',
        portfolios.as('portfolios'),
        portfolios.where('batch_portfolio.reasons', 'is not', null).as('sampled'),
        portfolios.where('batch_portfolio.found', '=', 'upheld').as('upheld'),
        portfolios.where('batch_portfolio.found', 'in', ['queried', 'remarking']).as('queried'),
        selectFrom('award')
          .select(({ fn }) => fn.countAll().as('many'))
          .whereRef('award.batch', '=', 'batch.batch')
          .where('award.released_at', 'is not', null)
          .as('released'),
      ];
    });
}

function asLine(row: Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>): BatchLine {
  return {
    batch: row.batch,
    version: row.version,
    status: row.status,
    title: row.title,
    cohort: row.cohort,
    cohortTitle: row.cohort_title,
    portfolios: Number(row.portfolios),
    sampled: Number(row.sampled),
    upheld: Number(row.upheld),
    queried: Number(row.queried),
    released: Number(row.released),
  };
}
