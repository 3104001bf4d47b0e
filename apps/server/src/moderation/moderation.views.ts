import {
  foundOf,
  moderation as workflow,
  personId,
  providerId,
  resultOf,
  signingDigest,
  type AreaResult,
  type BatchId,
  type Found,
  type Outcome,
} from '@assay/engine';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { lineOf } from './batch.list.ts';
import { batchState, readableBatch } from './batch.read.ts';
import { manyWaitingFor } from './waiting.ts';

/** One portfolio of a drawn batch; `reasons` say why it is in the sample (none: it is not). */
export interface PortfolioLine {
  readonly submission: string;
  readonly marking: string;
  /** The first marker's review and name; `alsoMarked` are the other markers'. */
  readonly review: string;
  readonly candidateName: string;
  readonly assessor: string;
  readonly assessorName: string;
  readonly alsoMarked: readonly { readonly review: string; readonly assessorName: string }[];
  readonly reasons: readonly string[];
  /** `upheld`, `queried` (away with an assessor), or null where nothing is decided. */
  readonly found: string | null;
  /** Whether it is away with another assessor than before, to be marked anew. */
  readonly remarking: boolean;
  readonly recommended: Outcome;
  readonly profile: readonly AreaResult[];
}

/** A batch with its sample and, once signed, its awards. Scores of portfolios outside the sample are not shown. */
export async function showBatch(world: World, session: Session, batch: BatchId) {
  const row = await readableBatch(world.db, session, batch);
  const state = await batchState(world.db, batch);
  const { context } = state;
  const awards = await world.db.selectFrom('award').selectAll().where('batch', '=', batch).execute();
  const outside = await world.db
    .selectFrom('external_portfolio')
    .selectAll()
    .where('batch', '=', batch)
    .orderBy('place')
    .execute();
  const name = await namesOf(world, [
    ...context.population.flatMap(({ candidate, assessor, alsoMarked }) => [
      candidate,
      assessor,
      ...alsoMarked.map((marked) => marked.assessor),
    ]),
    ...context.concerned,
    ...(row.signed_by === null ? [] : [row.signed_by]),
  ]);
  const drawn = new Map(context.sample.map(({ submission, reasons }) => [submission, reasons]));
  const portfolios = context.population.map((candidature): PortfolioLine => {
    const { submission, marking, review, candidate, assessor, alsoMarked } = candidature;
    const { outcome, profile } = resultOf(candidature, world.library.book);
    return {
      submission,
      marking,
      review,
      candidateName: name(candidate),
      assessor,
      assessorName: name(assessor),
      alsoMarked: alsoMarked.map((marked) => ({ review: marked.review, assessorName: name(marked.assessor) })),
      reasons: drawn.get(submission) ?? [],
      ...shownAs(foundOf(context, submission)),
      recommended: outcome,
      profile,
    };
  });
  const place = new Map<string, number>(context.sample.map(({ submission }, index) => [submission, index]));
  return {
    ...(await lineOf(world, batch)),
    seed: row.seed,
    everyKth: row.every_kth,
    planVersion: context.version,
    draw: context.draw,
    plannedAt: row.planned_at,
    waiting: row.status === 'planned' ? await manyWaitingFor(world.db, row.cohort) : 0,
    sample: portfolios
      .filter(({ reasons }) => reasons.length > 0)
      .toSorted((a, b) => (place.get(a.submission) ?? 0) - (place.get(b.submission) ?? 0)),
    others: portfolios
      .filter(({ reasons }) => reasons.length === 0)
      .map(({ submission, candidateName, assessorName, recommended, remarking }) => ({
        submission,
        candidateName,
        assessorName,
        recommended,
        remarking,
      })),
    /** Whose work is to be sent to another assessor before the sample is drawn anew. */
    concerned: context.concerned.map((person) => ({ person, name: name(person) })),
    external: {
      dueAt: row.due_at,
      report: row.report,
      sample: outside.map(({ submission, agrees, says }) => ({
        submission,
        agrees: agrees === null ? null : agrees === 1,
        says,
      })),
    },
    digest: row.status === 'ready' ? signingDigest(context.population) : row.signed_digest,
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

/** The name of everybody by their id; of whoever is not known, that. */
async function namesOf(world: World, ids: readonly string[]): Promise<(id: string) => string> {
  const people = await world.identity.people([...new Set(ids)]);
  return (id) => people.get(id)?.name ?? 'Unknown';
}

/** What a screen says of a portfolio: decided, away, or neither. */
function shownAs(found: Found | undefined): Pick<PortfolioLine, 'found' | 'remarking'> {
  const remarking = found === 'remarking';
  if (found === 'upheld') return { found, remarking };
  return { found: remarking || found === 'queried' ? 'queried' : null, remarking };
}

/** The sentence a moderator puts their name to, with the figures of the batch. */
function statementFor(portfolios: readonly PortfolioLine[], cohort: string): string {
  const count = (outcome: Outcome) => portfolios.filter(({ recommended }) => recommended === outcome).length;
  return `I confirm that the assessment of the ${portfolios.length} portfolios of ${cohort} was sampled as planned, that the sampled judgements are upheld, and that these results may be awarded: ${count('pass')} pass, ${count('refer')} refer, ${count('fail')} fail.`;
}
