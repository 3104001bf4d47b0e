import {
  candidatureIn,
  moderation as workflow,
  personId,
  providerId,
  resultOf,
  submissionId,
  type AreaResult,
  type BatchId,
  type Outcome,
} from '@assay/engine';
import { pageOf, type Cursor, type Page } from '../api/paging.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { batchState } from './batch.read.ts';
import { externalBatch, outside } from './external.read.ts';

/** One portfolio of the external sample, and what was said of it. */
export interface ExternalLine {
  readonly submission: string;
  readonly marking: string;
  /** Every marker's review, the first's first. */
  readonly reviews: readonly string[];
  readonly candidateName: string;
  readonly reasons: readonly string[];
  readonly recommended: Outcome;
  readonly profile: readonly AreaResult[];
  readonly agrees: boolean | null;
  readonly says: string | null;
}

interface BatchOutside {
  readonly batch: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly cohortTitle: string;
  readonly dueAt: string | null;
}

/** The batches that wait for the session's external moderator, or that they have looked at: the newest first. */
export async function listExternal(
  world: World,
  session: Session,
  { after, limit }: { readonly after: Cursor | null; readonly limit: number },
): Promise<Page<BatchOutside>> {
  const providers = providersAs(session, 'externalModerator');
  if (providers.length === 0) return { lines: [], next: null };
  const rows = await world.db
    .selectFrom('batch')
    .innerJoin('cohort', 'cohort.cohort', 'batch.cohort')
    .select(['batch.batch', 'batch.version', 'batch.status', 'batch.title', 'batch.due_at', 'batch.planned_at'])
    .select('cohort.title as cohort_title')
    .where('batch.provider', 'in', providers)
    .where(({ or, and, eb, exists, selectFrom }) =>
      or([
        eb('batch.status', '=', 'confirmed'),
        and([
          eb('batch.status', 'in', outside),
          exists(
            selectFrom('external_portfolio')
              .select('external_portfolio.submission')
              .whereRef('external_portfolio.batch', '=', 'batch.batch'),
          ),
        ]),
      ]),
    )
    .$if(after !== null, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb('batch.planned_at', '<', after?.at ?? ''),
          and([eb('batch.planned_at', '=', after?.at ?? ''), eb('batch.batch', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('batch.planned_at', 'desc')
    .orderBy('batch.batch')
    .limit(limit + 1)
    .execute();
  const shown = pageOf(rows, limit, ({ planned_at: at, batch: id }) => ({ at, id }));
  return {
    lines: shown.rows.map(({ batch, version, status, title, due_at: dueAt, cohort_title: cohortTitle }) => ({
      batch,
      version,
      status,
      title,
      cohortTitle,
      dueAt,
    })),
    next: shown.next,
  };
}

/** A batch as its external moderator sees it: the sample that they drew and nothing else of it. */
export async function showExternal(world: World, session: Session, batch: BatchId) {
  const row = await externalBatch(world.db, session, batch);
  const state = await batchState(world.db, batch);
  const drawn = await world.db
    .selectFrom('external_portfolio')
    .selectAll()
    .where('batch', '=', batch)
    .orderBy('place')
    .execute();
  const found = drawn.map((one) => ({ one, candidature: candidatureIn(state.context, submissionId(one.submission)) }));
  const people = await world.identity.people(found.flatMap(({ candidature }) => candidature?.candidate ?? []));
  return {
    batch,
    version: row.version,
    status: row.status,
    title: row.title,
    cohortTitle: row.cohort_title,
    dueAt: row.due_at,
    report: row.report,
    sample: found.flatMap(({ one, candidature }): ExternalLine[] => {
      if (candidature === undefined) return [];
      const { outcome, profile } = resultOf(candidature, world.library.book);
      const reasons: string[] = JSON.parse(one.reasons);
      return [
        {
          submission: one.submission,
          marking: candidature.marking,
          reviews: [candidature.review, ...candidature.alsoMarked.map(({ review }) => review)],
          candidateName: people.get(candidature.candidate)?.name ?? 'Unknown',
          reasons,
          recommended: outcome,
          profile,
          agrees: one.agrees === null ? null : one.agrees === 1,
          says: one.says,
        },
      ];
    }),
    may: workflow.open(state, {
      person: personId(session.person.id),
      role: 'externalModerator',
      provider: providerId(row.provider),
    }),
  };
}
