import { appraisal } from '@assay/engine';
import { pageOf, type Cursor, type Page } from '../api/paging.ts';
import type { Database } from '../database.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** Who is appraised by whom and for when. Where it stands is for the two alone: null for anybody else. */
export interface AppraisalLine {
  readonly appraisal: string;
  readonly framework: string;
  readonly practitioner: string;
  readonly practitionerName: string;
  readonly reviewer: string;
  readonly reviewerName: string;
  readonly from: string;
  readonly until: string;
  readonly running: boolean;
  readonly status: string | null;
  readonly dueAt: string | null;
}

export interface Paging {
  readonly after: Cursor | null;
  readonly limit: number;
}

/** The session's own appraisals, the newest first. */
export function myAppraisals(world: World, session: Session, paging: Paging) {
  return page(world, lines(world.db).where('practitioner', '=', session.person.id), paging, true);
}

/** The appraisals that the session's person reviews, for providers that they assess for. */
export function appraisalsGiven(world: World, session: Session, paging: Paging) {
  const providers = providersAs(session, 'assessor');
  if (providers.length === 0) return { lines: [], next: null };
  const query = lines(world.db).where('reviewer', '=', session.person.id).where('provider', 'in', providers);
  return page(world, query, paging, true);
}

/** The appraisals of the session's provider: that they are, and no more. */
export function appraisalsOfProvider(world: World, session: Session, paging: Paging) {
  const providers = providersAs(session, 'provider');
  if (providers.length === 0) return { lines: [], next: null };
  return page(world, lines(world.db).where('provider', 'in', providers), paging, false);
}

/** Who can be asked to review: the assessors of every provider that the session belongs to. */
export async function reviewersFor(world: World, session: Session) {
  const providers = [...new Set([...providersAs(session, 'candidate'), ...providersAs(session, 'provider')])];
  if (providers.length === 0) return [];
  const rows = await world.db
    .selectFrom('appointment')
    .innerJoin('provider', 'provider.provider', 'appointment.provider')
    .select(['appointment.person', 'appointment.provider', 'provider.name'])
    .where('appointment.role', '=', 'assessor')
    .where('appointment.provider', 'in', providers)
    .where('appointment.person', '!=', session.person.id)
    .execute();
  const people = await world.identity.people(rows.map(({ person }) => person));
  return rows
    .map(({ person, provider, name: providerName }) => ({
      person,
      name: people.get(person)?.name ?? 'Unknown',
      provider,
      providerName,
    }))
    .toSorted((a, b) => a.providerName.localeCompare(b.providerName, 'en') || a.name.localeCompare(b.name, 'en'));
}

function lines(db: Database) {
  return db.selectFrom('appraisal').selectAll().orderBy('opened_at', 'desc').orderBy('appraisal', 'desc');
}

async function page(
  world: World,
  query: ReturnType<typeof lines>,
  { after, limit }: Paging,
  theirs: boolean,
): Promise<Page<AppraisalLine>> {
  const found = await query
    .$if(after !== null, (rows) =>
      rows.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('opened_at', 'appraisal'), '<', tuple(after?.at ?? '', after?.id ?? '')),
      ),
    )
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(found, limit, ({ opened_at: at, appraisal: id }) => ({ at, id }));
  const people = await world.identity.people(rows.flatMap(({ practitioner, reviewer }) => [practitioner, reviewer]));
  const name = (person: string) => people.get(person)?.name ?? 'Unknown';
  return {
    lines: rows.map((row) => ({
      appraisal: row.appraisal,
      framework: row.framework,
      practitioner: row.practitioner,
      practitionerName: name(row.practitioner),
      reviewer: row.reviewer,
      reviewerName: name(row.reviewer),
      from: row.from_day,
      until: row.until_day,
      running: appraisal.turns[row.status] !== null,
      status: theirs ? row.status : null,
      dueAt: theirs ? row.due_at : null,
    })),
    next,
  };
}
