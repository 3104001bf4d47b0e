import type { Marking } from '@assay/engine';
import { pageOf, type Cursor, type Page } from '../api/paging.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';

export interface ConferenceLine {
  readonly marking: string;
  readonly version: number;
  readonly candidateName: string;
  readonly cohortTitle: string;
  /** As which marker the session's person marked, and their own review. */
  readonly marker: string;
  readonly review: string;
  readonly dueAt: string | null;
  /** On how many standards and gates the two are still apart, and on how many of these the asker has said nothing yet. */
  readonly open: number;
  readonly unsaid: number;
}

/** The conferences that wait for the session's person, the next due first, a page at a time. */
export async function myConferences(
  world: World,
  session: Session,
  { after, limit }: { readonly after: Cursor | null; readonly limit: number },
): Promise<Page<ConferenceLine>> {
  const rows = await world.db
    .selectFrom('mark')
    .innerJoin('marking', 'marking.marking', 'mark.marking')
    .innerJoin('cohort', 'cohort.cohort', 'marking.cohort')
    .innerJoin('stream', 'stream.id', 'marking.marking')
    .select(['marking.marking', 'marking.version', 'marking.candidate', 'marking.due_at'])
    .select(['cohort.title as cohort_title', 'mark.marker', 'mark.review', 'stream.context'])
    .where('mark.assessor', '=', session.person.id)
    .where('marking.status', '=', 'discrepant')
    .$if(after !== null, (query) =>
      query.where(({ or, and, eb }) =>
        or([
          eb('marking.due_at', '>', after?.at ?? ''),
          and([eb('marking.due_at', '=', after?.at ?? ''), eb('marking.marking', '>', after?.id ?? '')]),
        ]),
      ),
    )
    .orderBy('marking.due_at')
    .orderBy('marking.marking')
    .limit(limit + 1)
    .execute();
  const shown = pageOf(rows, limit, ({ due_at: at, marking: id }) => ({ at: at ?? '', id }));
  const people = await world.identity.people(shown.rows.map(({ candidate }) => candidate));
  return {
    lines: shown.rows.map((row) => ({
      marking: row.marking,
      version: row.version,
      candidateName: people.get(row.candidate)?.name ?? 'Unknown',
      cohortTitle: row.cohort_title,
      marker: row.marker,
      review: row.review,
      dueAt: row.due_at,
      ...countsIn(row.context, row.marker),
    })),
    next: shown.next,
  };
}

function countsIn(context: string, marker: string): Pick<ConferenceLine, 'open' | 'unsaid'> {
  const { open, positions }: Pick<Marking, 'open' | 'positions'> = JSON.parse(context);
  const places = [...open.standards, ...open.gates];
  return {
    open: places.length,
    unsaid: places.filter((place) => !Object.hasOwn(positions[place] ?? {}, marker)).length,
  };
}
