import {
  foundOf,
  moderation as workflow,
  personId,
  providerId,
  resultOf,
  signingDigest,
  type AreaResult,
  type Batch,
  type BatchId,
  type CohortId,
  type Found,
  type Outcome,
  type ProviderId,
  type State,
} from '@assay/engine';
import type { Database, Writing } from '../database.ts';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { waitingFor } from './moderation.use.ts';

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

/** One portfolio of a drawn batch; `reasons` say why it is in the sample (none: it is not). */
export interface PortfolioLine {
  readonly submission: string;
  readonly review: string;
  readonly candidateName: string;
  readonly assessorName: string;
  readonly reasons: readonly string[];
  readonly found: string | null;
  readonly recommended: Outcome;
  readonly profile: readonly AreaResult[];
}

/** The provider of a cohort that the session moderates for. Throws notFound. */
export async function cohortOfModerator(
  db: Database | Writing,
  session: Session,
  cohort: CohortId,
): Promise<ProviderId> {
  const row = await db.selectFrom('cohort').select('provider').where('cohort', '=', cohort).executeTakeFirst();
  if (row === undefined || !providersAs(session, 'moderator').includes(row.provider)) throw notFound('cohort');
  return providerId(row.provider);
}

/** The row of a batch of a provider that the session moderates for. Throws notFound. */
export async function readableBatch(db: Database | Writing, session: Session, batch: BatchId) {
  const row = await db
    .selectFrom('batch')
    .innerJoin('cohort', 'cohort.cohort', 'batch.cohort')
    .selectAll('batch')
    .select('cohort.title as cohort_title')
    .where('batch', '=', batch)
    .executeTakeFirst();
  if (row === undefined || !providersAs(session, 'moderator').includes(row.provider)) throw notFound('batch');
  return row;
}

export async function listBatches(world: World, session: Session) {
  const providers = providersAs(session, 'moderator');
  if (providers.length === 0) return { batches: [], cohorts: [] };
  const batches = await world.db
    .selectFrom('batch')
    .select('batch')
    .where('provider', 'in', providers)
    .orderBy('planned_at', 'desc')
    .execute();
  const cohorts = await world.db
    .selectFrom('cohort')
    .select(({ selectFrom }) => [
      'cohort.cohort',
      'cohort.title',
      selectFrom('review')
        .select(({ fn }) => fn.countAll().as('many'))
        .whereRef('review.cohort', '=', 'cohort.cohort')
        .where('review.status', '=', 'sealed')
        .as('sealed'),
      selectFrom('review')
        .select(({ fn }) => fn.countAll().as('many'))
        .whereRef('review.cohort', '=', 'cohort.cohort')
        .where('review.status', 'in', ['allocated', 'marking'])
        .as('marking'),
    ])
    .where('provider', 'in', providers)
    .orderBy('due_on', 'desc')
    .execute();
  return {
    batches: await Promise.all(batches.map(({ batch }) => lineOf(world, batch))),
    cohorts: await Promise.all(
      cohorts.map(async ({ cohort, title, sealed, marking }) => ({
        cohort,
        title,
        sealed: Number(sealed),
        marking: Number(marking),
        unbatched: (await waitingFor(world.db, cohort)).length,
      })),
    ),
  };
}

async function lineOf(world: World, batch: string): Promise<BatchLine> {
  const row = await world.db
    .selectFrom('batch')
    .innerJoin('cohort', 'cohort.cohort', 'batch.cohort')
    .selectAll('batch')
    .select('cohort.title as cohort_title')
    .where('batch', '=', batch)
    .executeTakeFirstOrThrow();
  const portfolios = await world.db
    .selectFrom('batch_portfolio')
    .select(['reasons', 'found'])
    .where('batch', '=', batch)
    .execute();
  const released = await world.db
    .selectFrom('award')
    .select('award')
    .where('batch', '=', batch)
    .where('released_at', 'is not', null)
    .execute();
  return {
    batch,
    version: row.version,
    status: row.status,
    title: row.title,
    cohort: row.cohort,
    cohortTitle: row.cohort_title,
    portfolios: portfolios.length,
    sampled: portfolios.filter(({ reasons }) => reasons !== null).length,
    upheld: portfolios.filter(({ found }) => found === 'upheld').length,
    queried: portfolios.filter(({ found }) => found === 'queried').length,
    released: released.length,
  };
}

/** A batch with its sample and, once signed, its awards. Scores of portfolios outside the sample are not shown. */
export async function showBatch(world: World, session: Session, batch: BatchId) {
  const row = await readableBatch(world.db, session, batch);
  const stream = await world.db.selectFrom('stream').selectAll().where('id', '=', batch).executeTakeFirstOrThrow();
  const context: Batch = JSON.parse(stream.context);
  const state: State<Batch> = { status: stream.status, context };
  const awards = await world.db.selectFrom('award').selectAll().where('batch', '=', batch).execute();
  const ids = [
    ...context.population.flatMap(({ candidate, assessor }) => [candidate, assessor]),
    ...(row.signed_by === null ? [] : [row.signed_by]),
  ];
  const people = await world.identity.people(ids);
  const name = (id: string | null) => (id === null ? '' : (people.get(id)?.name ?? 'Unknown'));
  const portfolios = context.population.map((candidature): PortfolioLine => {
    const { outcome, profile } = resultOf(candidature, world.library.book);
    return {
      submission: candidature.submission,
      review: candidature.review,
      candidateName: name(candidature.candidate),
      assessorName: name(candidature.assessor),
      reasons: context.sample.find(({ submission }) => submission === candidature.submission)?.reasons ?? [],
      found: shownAs(foundOf(context, candidature.submission)),
      recommended: outcome,
      profile,
    };
  });
  const place = new Map<string, number>(context.sample.map(({ submission }, index) => [submission, index]));
  return {
    ...(await lineOf(world, batch)),
    seed: row.seed,
    plannedAt: row.planned_at,
    waiting: row.status === 'planned' ? (await waitingFor(world.db, row.cohort)).length : 0,
    sample: portfolios
      .filter(({ reasons }) => reasons.length > 0)
      .toSorted((a, b) => (place.get(a.submission) ?? 0) - (place.get(b.submission) ?? 0)),
    others: portfolios
      .filter(({ reasons }) => reasons.length === 0)
      .map(({ submission, candidateName, assessorName, recommended }) => ({
        submission,
        candidateName,
        assessorName,
        recommended,
      })),
    digest: context.population.length === 0 ? null : signingDigest(context.population),
    statement: statementFor(portfolios, row.cohort_title),
    signed:
      row.signed_by === null || row.signed_at === null
        ? null
        : {
            by: name(row.signed_by),
            at: row.signed_at,
            statement: row.signed_statement ?? '',
            digest: row.signed_digest ?? '',
          },
    awards: awards
      .map(({ award, version, status, candidate, outcome }) => ({
        award,
        version,
        status,
        candidateName: name(candidate),
        outcome,
      }))
      .toSorted((a, b) => a.candidateName.localeCompare(b.candidateName, 'en')),
    may: workflow.open(state, {
      person: personId(session.person.id),
      role: 'moderator',
      provider: providerId(row.provider),
    }),
  };
}

/** What a screen says of a portfolio: decided, away with its assessor, or neither. */
function shownAs(found: Found | undefined): 'upheld' | 'queried' | null {
  if (found === 'upheld') return 'upheld';
  return found === 'queried' || found === 'remarking' ? 'queried' : null;
}

/** The sentence a moderator puts their name to, with the figures of the batch. */
function statementFor(portfolios: readonly PortfolioLine[], cohort: string): string {
  const count = (outcome: Outcome) => portfolios.filter(({ recommended }) => recommended === outcome).length;
  return `I confirm that the assessment of the ${portfolios.length} portfolios of ${cohort} was sampled as planned, that the sampled judgements are upheld, and that these results may be awarded: ${count('pass')} pass, ${count('refer')} refer, ${count('fail')} fail.`;
}
