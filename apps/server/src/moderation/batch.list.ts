import type { Database } from '../database.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { marksNot } from './marks-not.ts';
import { waitingByCohort } from './waiting.ts';

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

/**
 * The batches that the session may moderate, newest first, and the cohorts that can be planned for. Whoever marked in a
 * batch, or is assessed in it, does not moderate it.
 */
export async function listBatches(world: World, session: Session) {
  const providers = providersAs(session, 'moderator');
  if (providers.length === 0) return { batches: [], cohorts: [] };
  const batches = await lines(world.db)
    .where('batch.provider', 'in', providers)
    .where(({ and, eb, selectFrom }) =>
      and([
        eb(
          'batch.batch',
          'not in',
          selectFrom('review')
            .innerJoin('batch_portfolio', 'batch_portfolio.submission', 'review.submission')
            .select('batch_portfolio.batch')
            .where('review.assessor', '=', session.person.id),
        ),
        eb(
          'batch.batch',
          'not in',
          selectFrom('submission')
            .innerJoin('batch_portfolio', 'batch_portfolio.submission', 'submission.submission')
            .select('batch_portfolio.batch')
            .where('submission.candidate', '=', session.person.id),
        ),
      ]),
    )
    .orderBy('batch.planned_at', 'desc')
    .execute();
  return { batches: batches.map(asLine), cohorts: await cohortsOf(world, session, providers) };
}

/** The cohorts of these providers, and how far their portfolios have come. */
async function cohortsOf({ db }: World, session: Session, providers: readonly string[]) {
  const [cohorts, reviews, waiting] = await Promise.all([
    db
      .selectFrom('cohort')
      .select(['cohort', 'title'])
      .where('provider', 'in', providers)
      .orderBy('due_on', 'desc')
      .execute(),
    db
      .selectFrom('review')
      .select(({ fn }) => ['cohort', 'status', fn.countAll().as('many')])
      .where('provider', 'in', providers)
      .where('marker', '=', 'first')
      .where('current', '=', 1)
      .where(marksNot(session))
      .groupBy(['cohort', 'status'])
      .execute(),
    waitingByCohort(db, providers),
  ]);
  const byCohort = Map.groupBy(reviews, ({ cohort }) => cohort);
  const count = (cohort: string, statuses: readonly string[]) =>
    (byCohort.get(cohort) ?? [])
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { many }) => sum + Number(many), 0);
  return cohorts.map(({ cohort, title }) => ({
    cohort,
    title,
    sealed: count(cohort, ['sealed']),
    marking: count(cohort, ['allocated', 'marking']),
    unbatched: waiting.get(cohort) ?? 0,
  }));
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
