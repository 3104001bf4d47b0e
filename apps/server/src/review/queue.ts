import { sql } from 'kysely';
import { pageOf, type Cursor, type Page } from '../api/paging.ts';
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
  /** `first`, `second` (blind) or `third`: as which marker it was allocated. */
  readonly marker: string;
  readonly allocatedAt: string;
  /** By when to begin, or to seal; null once sealed. */
  readonly dueAt: string | null;
  readonly sealedAt: string | null;
  readonly judged: number;
  /** Standards that are to be judged in it. */
  readonly standards: number;
  /** Standards that a moderator queried in this round. */
  readonly queried: readonly string[];
}

const open = ['allocated', 'marking'] as const;
/** Where no clock runs, last. */
const never = '9999-12-31T23:59:59.999Z';

/** The reviews allocated to the session's person: what is open first, the next due on top. */
export async function queueOf(world: World, session: Session): Promise<QueueLine[]> {
  const rows = await lines(world, session).orderBy('due_at').orderBy('allocated_at').execute();
  const found = await asLines(world, rows);
  return found.toSorted((a, b) => Number(a.status === 'sealed') - Number(b.status === 'sealed'));
}

/** A page of them: what is open, the next due first, or what is sealed, the latest first. */
export async function queuePage(
  world: World,
  session: Session,
  { of, after, limit }: { readonly of: 'open' | 'sealed'; readonly after: Cursor | null; readonly limit: number },
): Promise<Page<QueueLine>> {
  const rows =
    of === 'open' ? await openPage(world, session, after, limit) : await sealedPage(world, session, after, limit);
  const shown = pageOf(rows, limit, (row) => ({
    at: (of === 'open' ? row.due_at : row.sealed_at) ?? never,
    id: row.review,
  }));
  return { lines: await asLines(world, shown.rows), next: shown.next };
}

function openPage(world: World, session: Session, after: Cursor | null, limit: number) {
  const due = sql<string>`coalesce(review.due_at, ${never})`;
  return lines(world, session)
    .where('review.status', 'in', open)
    .$if(after !== null, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb(due, '>', after?.at ?? ''),
          and([eb(due, '=', after?.at ?? ''), eb('review.review', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy(due)
    .orderBy('review.review')
    .limit(limit + 1)
    .execute();
}

function sealedPage(world: World, session: Session, after: Cursor | null, limit: number) {
  return lines(world, session)
    .where('review.status', '=', 'sealed')
    .$if(after !== null, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb('review.sealed_at', '<', after?.at ?? ''),
          and([eb('review.sealed_at', '=', after?.at ?? ''), eb('review.review', '<', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('review.sealed_at', 'desc')
    .orderBy('review.review', 'desc')
    .limit(limit + 1)
    .execute();
}

function lines({ db }: World, { person }: Session) {
  return db
    .selectFrom('review')
    .innerJoin('cohort', 'cohort.cohort', 'review.cohort')
    .selectAll('review')
    .select('cohort.title as cohort_title')
    .where('review.assessor', '=', person.id);
}

async function asLines(
  world: World,
  rows: readonly Awaited<ReturnType<ReturnType<typeof lines>['executeTakeFirstOrThrow']>>[],
): Promise<QueueLine[]> {
  const people = await world.identity.people(rows.map(({ candidate }) => candidate));
  const again = rows.filter(({ round }) => round > 1).map(({ review }) => review);
  const queries =
    again.length === 0
      ? []
      : await world.db
          .selectFrom('query')
          .select(['review', 'round', 'standard'])
          .where('review', 'in', again)
          .execute();
  const queried = Map.groupBy(queries, ({ review, round }) => `${review} ${round}`);
  return rows.map((row) => ({
    review: row.review,
    version: row.version,
    status: row.status,
    candidateName: people.get(row.candidate)?.name ?? 'Unknown',
    cohortTitle: row.cohort_title,
    attempt: row.attempt,
    round: row.round,
    marker: row.marker,
    allocatedAt: row.allocated_at ?? '',
    dueAt: row.due_at,
    sealedAt: row.sealed_at,
    judged: row.judged,
    standards: row.asked,
    queried: (queried.get(`${row.review} ${row.round}`) ?? []).map(({ standard }) => standard),
  }));
}
