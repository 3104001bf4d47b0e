import { pageOf, type Cursor, type Page } from '../api/paging.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import type { MalpracticeTables } from './malpractice.table.ts';

export interface CaseLine {
  readonly malpractice: string;
  readonly version: number;
  readonly status: string;
  readonly submission: string;
  readonly candidateName: string;
  readonly reportedAt: string;
  readonly dueAt: string | null;
}

/** The cases that the session's person may act on, the newest first. Whose portfolio they stand in is not among them. */
export async function listCases(
  world: World,
  session: Session,
  { after, limit, status }: { after: Cursor | null; limit: number; status: readonly string[] | null },
): Promise<Page<CaseLine>> {
  const providers = providersAs(session, 'moderator');
  if (providers.length === 0) return { lines: [], next: null };
  const found = await world.db
    .selectFrom('malpractice')
    .selectAll()
    .where('provider', 'in', providers)
    .where('candidate', '!=', session.person.id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('involvement')
            .innerJoin('belonging', 'belonging.stream', 'involvement.stream')
            .select('involvement.person')
            .whereRef('belonging.portfolio', '=', 'malpractice.submission')
            .where('involvement.person', '=', session.person.id)
            .where('involvement.role', 'in', conflicting),
        ),
      ),
    )
    .$if(status !== null, (query) => query.where('status', 'in', [...(status ?? [])]))
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('reported_at', 'malpractice'), '<', tuple(after?.at ?? '', after?.id ?? '')),
      ),
    )
    .orderBy('reported_at', 'desc')
    .orderBy('malpractice', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(found, limit, ({ reported_at: at, malpractice: id }) => ({ at, id }));
  const people = await world.identity.people(rows.map(({ candidate }) => candidate));
  return { lines: rows.map((row) => lineOf(row, people)), next };
}

/** The roles that conflict with a moderator's. */
const conflicting = ['candidate', 'assessor', 'externalModerator'];

/** What was alleged of the session's own portfolios, once it is looked into. */
export async function myCases(world: World, session: Session): Promise<CaseLine[]> {
  const rows = await world.db
    .selectFrom('malpractice')
    .selectAll()
    .where('candidate', '=', session.person.id)
    .where('investigated_at', 'is not', null)
    .orderBy('reported_at', 'desc')
    .orderBy('malpractice', 'desc')
    .execute();
  const people = await world.identity.people([session.person.id]);
  return rows.map((row) => lineOf(row, people));
}

export function lineOf(
  row: MalpracticeTables['malpractice'],
  people: ReadonlyMap<string, { readonly name: string }>,
): CaseLine {
  return {
    malpractice: row.malpractice,
    version: row.version,
    status: row.status,
    submission: row.submission,
    candidateName: people.get(row.candidate)?.name ?? 'Unknown',
    reportedAt: row.reported_at,
    dueAt: row.due_at,
  };
}
