import { pageOf, type Cursor, type Page } from '../api/paging.ts';
import type { Database } from '../database.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** A review in a list: whose and where it stands, and no marks, since administrators read it too. */
export interface MarkingReviewLine {
  readonly markingReview: string;
  readonly version: number;
  readonly status: string;
  readonly kind: string;
  readonly award: string;
  readonly candidateName: string;
  readonly providerName: string;
  readonly requestedAt: string;
  readonly dueAt: string | null;
  readonly reviewer: string | null;
  readonly reviewerName: string | null;
  /** Until when the candidate can appeal against it. */
  readonly appealBy: string | null;
}

interface Paging {
  readonly after: Cursor | null;
  readonly limit: number;
}

/** The provider's reviews, or every one for an administrator, the newest first; `open`: those that are not decided. */
export function listReviews(world: World, session: Session, { open, ...paging }: Paging & { open: boolean }) {
  const administers = session.actors.some(({ role }) => role === 'administrator');
  const providers = providersAs(session, 'provider');
  if (!administers && providers.length === 0) return { lines: [], next: null };
  const query = reviews(world.db)
    .$if(!administers, (rows) => rows.where('marking_review.provider', 'in', providers))
    .$if(open, (rows) => rows.where('marking_review.decided_at', 'is', null));
  return page(world, query, paging);
}

/** What was given to the session's person to decide, the newest first. */
export function reviewsGiven(world: World, session: Session, paging: Paging) {
  return page(world, reviews(world.db).where('marking_review.reviewer', '=', session.person.id), paging);
}

/** What the session's person asked for, and what an appeal of theirs ordered. */
export async function myReviews(world: World, session: Session): Promise<readonly MarkingReviewLine[]> {
  const query = reviews(world.db).where('marking_review.candidate', '=', session.person.id);
  const { lines } = await page(world, query, { after: null, limit: 100 });
  return lines;
}

function reviews(db: Database) {
  return db
    .selectFrom('marking_review')
    .innerJoin('provider', 'provider.provider', 'marking_review.provider')
    .selectAll('marking_review')
    .select('provider.name as provider_name')
    .orderBy('requested_at', 'desc')
    .orderBy('marking_review', 'desc');
}

async function page(
  world: World,
  query: ReturnType<typeof reviews>,
  { after, limit }: Paging,
): Promise<Page<MarkingReviewLine>> {
  const found = await query
    .$if(after !== null, (rows) =>
      rows.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('requested_at', 'marking_review'), '<', tuple(after?.at ?? '', after?.id ?? '')),
      ),
    )
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(found, limit, ({ requested_at: at, marking_review: id }) => ({ at, id }));
  const people = await world.identity.people(
    rows.flatMap(({ candidate, reviewer }) => [candidate, reviewer ?? candidate]),
  );
  return {
    lines: rows.map((row) => ({
      markingReview: row.marking_review,
      version: row.version,
      status: row.status,
      kind: row.kind,
      award: row.award,
      candidateName: people.get(row.candidate)?.name ?? 'Unknown',
      providerName: row.provider_name,
      requestedAt: row.requested_at,
      dueAt: row.due_at,
      reviewer: row.reviewer,
      reviewerName: row.reviewer === null ? null : (people.get(row.reviewer)?.name ?? 'Unknown'),
      appealBy: row.appeal_by,
    })),
    next,
  };
}
