import type { Marking, SecondMarkingReason } from '@assay/engine';
import { pageOf, type Cursor, type Page } from '../api/paging.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

export type Why = 'accepted' | 'remarking' | 'conferenceEnded' | 'conferenceLapsed' | SecondMarkingReason;

/** A review that nobody has, as the staff of its provider see it. */
export interface AwaitingLine {
  readonly review: string;
  readonly version: number;
  readonly submission: string;
  readonly candidateName: string;
  readonly cohort: string;
  readonly cohortTitle: string;
  readonly attempt: number;
  /** `first`, `second` (blind) or `third`. */
  readonly marker: string;
  /**
   * Why a marker is waited for: the portfolio was accepted, or is marked anew on a moderator's order; what R11 asks a
   * second for; the conference that R12 sends to a third.
   */
  readonly why: readonly Why[];
  readonly since: string;
  /** Who may not have it, since they mark, marked or declined this portfolio. */
  readonly not: readonly string[];
}

/** The reviews of the session's providers that wait for an assessor, the longest waiting first, a page at a time. */
export async function awaitingAssessors(
  world: World,
  session: Session,
  asked: {
    readonly cohort: string | null;
    readonly marker: string | null;
    readonly after: Cursor | null;
    readonly limit: number;
  },
): Promise<Page<AwaitingLine>> {
  const providers = providersAs(session, 'provider');
  if (providers.length === 0) return { lines: [], next: null };
  const { cohort, marker, after, limit } = asked;
  const rows = await world.db
    .selectFrom('review')
    .innerJoin('cohort', 'cohort.cohort', 'review.cohort')
    .innerJoin('stream', 'stream.id', 'review.review')
    .selectAll('review')
    .select(['cohort.title as cohort_title', 'stream.context'])
    .where('review.provider', 'in', providers)
    .where('review.status', '=', 'awaitingAllocation')
    .where('review.candidate', '!=', session.person.id)
    // Whoever marks one of them learns nothing of who else does before they have sealed.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('review as own')
            .select('own.review')
            .whereRef('own.submission', '=', 'review.submission')
            .where('own.assessor', '=', session.person.id)
            .where('own.status', 'in', ['allocated', 'marking']),
        ),
      ),
    )
    .$if(cohort !== null, (query) => query.where('review.cohort', '=', cohort ?? ''))
    .$if(marker !== null, (query) => query.where('review.marker', '=', marker ?? ''))
    .$if(after !== null, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb('review.opened_at', '>', after?.at ?? ''),
          and([eb('review.opened_at', '=', after?.at ?? ''), eb('review.review', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('review.opened_at')
    .orderBy('review.review')
    .limit(limit + 1)
    .execute();
  const shown = pageOf(rows, limit, ({ opened_at: at, review: id }) => ({ at, id }));
  const submissions = shown.rows.map(({ submission }) => submission);
  const others = await markersOf(world, submissions);
  const markings = await markingsOf(world, submissions);
  const people = await world.identity.people(shown.rows.map(({ candidate }) => candidate));
  return {
    lines: shown.rows.map((row) => {
      const { declined }: { declined: readonly string[] } = JSON.parse(row.context);
      return {
        review: row.review,
        version: row.version,
        submission: row.submission,
        candidateName: people.get(row.candidate)?.name ?? 'Unknown',
        cohort: row.cohort,
        cohortTitle: row.cohort_title,
        attempt: row.attempt,
        marker: row.marker,
        why: whyOf(row.marker, markings.get(row.submission)),
        since: row.opened_at,
        not: [
          ...new Set([...declined, ...(others.get(row.submission) ?? []).flatMap(({ assessor }) => assessor ?? [])]),
        ],
      };
    }),
    next: shown.next,
  };
}

async function markersOf({ db }: World, submissions: readonly string[]) {
  const rows =
    submissions.length === 0
      ? []
      : await db
          .selectFrom('review')
          .select(['submission', 'assessor'])
          .where('submission', 'in', submissions)
          .where('assessor', 'is not', null)
          .execute();
  return Map.groupBy(rows, ({ submission }) => submission);
}

interface Meeting {
  readonly context: Pick<Marking, 'reasons' | 'excluded'>;
  /** Whether its conference passed its time. */
  readonly lapsed: boolean;
}

/** By submission, what its marking says of why somebody is waited for. */
async function markingsOf({ db }: World, submissions: readonly string[]): Promise<ReadonlyMap<string, Meeting>> {
  if (submissions.length === 0) return new Map();
  const rows = await db
    .selectFrom('marking')
    .innerJoin('stream', 'stream.id', 'marking.marking')
    .leftJoin('fact', (join) =>
      join.onRef('fact.stream', '=', 'stream.id').onRef('fact.version', '=', 'stream.version'),
    )
    .select(['marking.submission', 'stream.context', 'fact.type'])
    .where('marking.submission', 'in', submissions)
    .execute();
  return new Map(
    rows.map(({ submission, context, type }) => [
      submission,
      { context: JSON.parse(context), lapsed: type === 'ConferenceLapsed' },
    ]),
  );
}

function whyOf(marker: string, meeting: Meeting | undefined): readonly Why[] {
  if (marker === 'third') return [meeting?.lapsed === true ? 'conferenceLapsed' : 'conferenceEnded'];
  if (marker === 'second') return meeting?.context.reasons ?? [];
  return [(meeting?.context.excluded.length ?? 0) > 0 ? 'remarking' : 'accepted'];
}
