import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** One review in an assessor's queue. */
export interface QueueLine {
  readonly review: string;
  readonly version: number;
  readonly status: string;
  readonly candidateName: string;
  readonly cohortTitle: string;
  readonly attempt: number;
  readonly round: number;
  readonly allocatedAt: string;
  /** By when to begin, or to seal; null once sealed. */
  readonly dueAt: string | null;
  readonly judged: number;
  readonly standards: number;
  /** Standards that a moderator queried in this round. */
  readonly queried: readonly string[];
}

/** The reviews allocated to the session's person: what is open first, the next due on top. */
export async function queueOf(world: World, session: Session): Promise<QueueLine[]> {
  const rows = await world.db
    .selectFrom('review')
    .innerJoin('cohort', 'cohort.cohort', 'review.cohort')
    .selectAll('review')
    .select('cohort.title as cohort_title')
    .where('assessor', '=', session.person.id)
    .orderBy('due_at')
    .orderBy('allocated_at')
    .execute();
  const people = await world.identity.people(rows.map(({ candidate }) => candidate));
  const queries =
    rows.length === 0
      ? []
      : await world.db
          .selectFrom('query')
          .select(['review', 'round', 'standard'])
          .where(
            'review',
            'in',
            rows.map(({ review }) => review),
          )
          .execute();
  return rows
    .map((row) => ({
      review: row.review,
      version: row.version,
      status: row.status,
      candidateName: people.get(row.candidate)?.name ?? 'Unknown',
      cohortTitle: row.cohort_title,
      attempt: row.attempt,
      round: row.round,
      allocatedAt: row.allocated_at ?? '',
      dueAt: row.due_at,
      judged: row.judged,
      standards: world.library.book.judged.size,
      queried: queries
        .filter((query) => query.review === row.review && query.round === row.round)
        .map(({ standard }) => standard),
    }))
    .toSorted((a, b) => Number(a.status === 'sealed') - Number(b.status === 'sealed'));
}
