import type { SelectQueryBuilder } from 'kysely';
import type { Schema } from '../database.ts';
import type { Session } from '../session/session.ts';
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
  /** Whether it was handed in past its due. */
  readonly late: boolean;
  readonly stage: Stage;
  readonly items: number;
  /** Statements with at least one claim, of `statements`. */
  readonly claimed: number;
  readonly statements: number;
  readonly decisions: { readonly made: number; readonly of: number };
  /** The first marker's. */
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

type Chosen = <O>(query: SelectQueryBuilder<Schema, 'submission', O>) => SelectQueryBuilder<Schema, 'submission', O>;

/** The lines of the submissions that are chosen, in no order. */
export async function linesOf(world: World, session: Session, chosen: Chosen): Promise<CandidateLine[]> {
  const rows = await chosen(world.db.selectFrom('submission'))
    .leftJoin('review', 'review.review', 'submission.review')
    .leftJoin('award', (join) =>
      join
        .onRef('award.candidate', '=', 'submission.candidate')
        .onRef('award.submission', '=', 'submission.submission'),
    )
    .select([
      'submission.candidate',
      'submission.submission',
      'submission.version',
      'submission.status',
      'submission.attempt',
      'submission.due_on',
      'submission.late',
      'submission.stage',
      'submission.items',
      'submission.claimed',
      'submission.judged',
      'review.review',
      'review.version as review_version',
      'review.status as review_status',
      'review.assessor',
      'award.outcome',
      'award.released_at',
    ])
    .execute();
  const own = await ownMarking(world, session);
  const people = await world.identity.people([
    session.person.id,
    ...rows.flatMap(({ candidate, assessor }) => [candidate, ...(assessor === null ? [] : [assessor])]),
  ]);
  const nameOf = (person: string | null) => (person === null ? null : (people.get(person)?.name ?? 'Unknown'));
  const { judged, covered } = world.library.book;
  return rows.map((row) => {
    const marking = own.get(row.submission);
    return {
      candidate: row.candidate,
      name: nameOf(row.candidate) ?? '',
      submission: row.submission,
      submissionVersion: row.version,
      submissionStatus: row.status,
      attempt: row.attempt,
      dueOn: row.due_on,
      late: row.late === 1,
      stage: stageOf(row.stage),
      items: row.items,
      claimed: row.claimed,
      statements: judged.size + covered.size,
      decisions: { made: marking?.judged ?? row.judged, of: judged.size },
      review: reviewIn(marking ?? row, nameOf),
      outcome: row.released_at === null ? null : row.outcome,
    };
  });
}

function reviewIn(
  { review, review_version: version, review_status: status, assessor }: ReviewColumns,
  nameOf: (person: string | null) => string | null,
): CandidateLine['review'] {
  if (review === null || version === null || status === null) return null;
  return { review, version, status, assessor, assessorName: nameOf(assessor) };
}

interface ReviewColumns {
  readonly review: string | null;
  readonly review_version: number | null;
  readonly review_status: string | null;
  readonly assessor: string | null;
}

/** Whoever marks a portfolio and has not sealed learns nothing of another's review of it: they are shown their own. */
async function ownMarking(world: World, session: Session) {
  const rows = await world.db
    .selectFrom('review')
    .select(['submission', 'review', 'version as review_version', 'status as review_status', 'assessor', 'judged'])
    .where('assessor', '=', session.person.id)
    .where('status', 'in', ['allocated', 'marking'])
    .execute();
  return new Map(rows.map((row) => [row.submission, row]));
}
