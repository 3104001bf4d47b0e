import { stageOf } from '../submission/submission.views.ts';
import type { Stage } from '../submission/stage.ts';
import type { World } from '../world.ts';

/** One candidate of a cohort as the provider follows them: by decisions made, not by files uploaded. */
export interface CandidateLine {
  readonly candidate: string;
  readonly name: string;
  readonly submission: string;
  readonly submissionVersion: number;
  readonly submissionStatus: string;
  readonly attempt: number;
  /** The last day on which the portfolio is on time, extensions included. */
  readonly dueOn: string;
  readonly stage: Stage;
  readonly items: number;
  /** Statements with at least one claim, of `statements`. */
  readonly claimed: number;
  readonly statements: number;
  readonly decisions: { readonly made: number; readonly of: number };
  readonly review: {
    readonly review: string;
    readonly version: number;
    readonly status: string;
    readonly assessor: string | null;
    readonly assessorName: string | null;
  } | null;
  /** Told only once it is released. */
  readonly outcome: string | null;
}

export async function candidateLines(world: World, cohort: string): Promise<CandidateLine[]> {
  const rows = await world.db
    .selectFrom('submission')
    .leftJoin('review', (join) =>
      join
        .onRef('review.submission', '=', 'submission.submission')
        .on('review.marker', '=', 'first')
        .on('review.current', '=', 1),
    )
    .leftJoin('award', 'award.submission', 'submission.submission')
    .select(({ selectFrom }) => [
      'submission.candidate',
      'submission.submission',
      'submission.version',
      'submission.status',
      'submission.attempt',
      'submission.due_on',
      'submission.stage',
      'review.review',
      'review.version as review_version',
      'review.status as review_status',
      'review.assessor',
      'review.judged',
      'award.outcome',
      'award.released_at',
      selectFrom('item')
        .select(({ fn }) => fn.countAll().as('many'))
        .whereRef('item.submission', '=', 'submission.submission')
        .where('item.status', '!=', 'removed')
        .as('items'),
      selectFrom('claim')
        .select(({ fn }) => fn.count('claim.statement').distinct().as('many'))
        .whereRef('claim.submission', '=', 'submission.submission')
        .as('claimed'),
    ])
    .where('submission.cohort', '=', cohort)
    .execute();
  const people = await world.identity.people(
    rows.flatMap(({ candidate, assessor }) => [candidate, ...(assessor === null ? [] : [assessor])]),
  );
  const { judged, covered } = world.library.book;
  return rows
    .map((row) => ({
      candidate: row.candidate,
      name: people.get(row.candidate)?.name ?? 'Unknown',
      submission: row.submission,
      submissionVersion: row.version,
      submissionStatus: row.status,
      attempt: row.attempt,
      dueOn: row.due_on,
      stage: stageOf(row.stage),
      items: Number(row.items ?? 0),
      claimed: Number(row.claimed ?? 0),
      statements: judged.size + covered.size,
      decisions: { made: row.judged ?? 0, of: judged.size },
      review:
        row.review === null
          ? null
          : {
              review: row.review,
              version: row.review_version ?? 0,
              status: row.review_status ?? '',
              assessor: row.assessor,
              assessorName: row.assessor === null ? null : (people.get(row.assessor)?.name ?? 'Unknown'),
            },
      outcome: row.released_at === null ? null : row.outcome,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
