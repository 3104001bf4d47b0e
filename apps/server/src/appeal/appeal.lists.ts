import { pageOf, type Cursor, type Page } from '../api/paging.ts';
import type { Database } from '../database.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** An appeal in a list: whose and where it stands, and no marks, since administrators read it too. */
export interface AppealLine {
  readonly appeal: string;
  readonly version: number;
  readonly status: string;
  readonly grounds: string;
  readonly markingReview: string;
  readonly award: string;
  readonly candidateName: string;
  readonly providerName: string;
  readonly lodgedAt: string;
  readonly dueAt: string | null;
  readonly officer: string | null;
  readonly officerName: string | null;
}

interface Paging {
  readonly after: Cursor | null;
  readonly limit: number;
}

/** Where an appeal waits for somebody to be found: a turn of the provider's. */
const unheard = ['lodged', 'escalated'];

/** The provider's appeals, or every one for an administrator, the newest first; `open`: those that nobody hears yet. */
export function listAppeals(world: World, session: Session, { open, ...paging }: Paging & { open: boolean }) {
  const administers = session.actors.some(({ role }) => role === 'administrator');
  const providers = providersAs(session, 'provider');
  if (!administers && providers.length === 0) return { lines: [], next: null };
  const query = appeals(world.db)
    .$if(!administers, (rows) => rows.where('appeal.provider', 'in', providers))
    .$if(open, (rows) => rows.where('appeal.status', 'in', unheard));
  return page(world, query, paging);
}

/** What was given to the session's person to hear, as officer or on a panel, the newest first. */
export function appealsGiven(world: World, session: Session, paging: Paging) {
  const person = session.person.id;
  const query = appeals(world.db).where(({ eb, or, selectFrom }) =>
    or([
      eb('appeal.officer', '=', person),
      eb(
        'appeal.appeal',
        'in',
        selectFrom('appeal_panel').select('appeal_panel.appeal').where('appeal_panel.person', '=', person),
      ),
    ]),
  );
  return page(world, query, paging);
}

/** What the session's person appealed against. */
export async function myAppeals(world: World, session: Session): Promise<readonly AppealLine[]> {
  const query = appeals(world.db).where('appeal.candidate', '=', session.person.id);
  const { lines } = await page(world, query, { after: null, limit: 100 });
  return lines;
}

function appeals(db: Database) {
  return db
    .selectFrom('appeal')
    .innerJoin('provider', 'provider.provider', 'appeal.provider')
    .selectAll('appeal')
    .select('provider.name as provider_name')
    .orderBy('lodged_at', 'desc')
    .orderBy('appeal', 'desc');
}

async function page(
  world: World,
  query: ReturnType<typeof appeals>,
  { after, limit }: Paging,
): Promise<Page<AppealLine>> {
  const found = await query
    .$if(after !== null, (rows) =>
      rows.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('lodged_at', 'appeal'), '<', tuple(after?.at ?? '', after?.id ?? '')),
      ),
    )
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(found, limit, ({ lodged_at: at, appeal: id }) => ({ at, id }));
  const people = await world.identity.people(
    rows.flatMap(({ candidate, officer }) => [candidate, officer ?? candidate]),
  );
  return {
    lines: rows.map((row) => ({
      appeal: row.appeal,
      version: row.version,
      status: row.status,
      grounds: row.grounds,
      markingReview: row.marking_review,
      award: row.award,
      candidateName: people.get(row.candidate)?.name ?? 'Unknown',
      providerName: row.provider_name,
      lodgedAt: row.lodged_at,
      dueAt: row.due_at,
      officer: row.officer,
      officerName: row.officer === null ? null : (people.get(row.officer)?.name ?? 'Unknown'),
    })),
    next,
  };
}
