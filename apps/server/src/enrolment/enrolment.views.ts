import { providerId, type CohortId, type ProviderId } from '@assay/engine';
import { AssayError, notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import { house } from '../session/setup.ts';
import type { Stage } from '../submission/stage.ts';
import type { World } from '../world.ts';
import { candidateLines, type CandidateLine } from './candidates.ts';

/** A cohort in a list: where its candidates are, and progress by decisions made. */
export interface CohortLine {
  readonly cohort: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly candidates: number;
  readonly stages: Readonly<Record<Stage, number>>;
  /** Standards judged so far, of candidates times judged standards. */
  readonly decisions: { readonly made: number; readonly of: number };
}

/** The provider for whom the session acts as staff. Throws notFound where it acts for none. */
export function ownProvider(session: Session): ProviderId {
  const [first] = providersAs(session, 'provider');
  if (first === undefined) throw notFound('provider of yours');
  return providerId(first);
}

/** Throws K2 where the session holds no administrator's role: what administrators see is theirs alone. */
export function asAdministrator(session: Session): void {
  if (session.actors.some(({ role }) => role === 'administrator')) return;
  throw new AssayError({ code: 'refused', refusals: [{ rule: 'K2', says: 'Only an administrator may do this.' }] });
}

/** Every provider but the installation's own record, by name. */
export async function allProviders(
  world: World,
  session: Session,
): Promise<{ provider: string; name: string; people: number }[]> {
  asAdministrator(session);
  const rows = await world.db
    .selectFrom('provider')
    .leftJoin('appointment', 'appointment.provider', 'provider.provider')
    .select(({ fn }) => ['provider.provider', 'provider.name', fn.count('appointment.person').as('people')])
    .where('provider.provider', '!=', house)
    .groupBy(['provider.provider', 'provider.name'])
    .orderBy('provider.name')
    .execute();
  return rows.map(({ provider, name, people }) => ({ provider, name, people: Number(people) }));
}

export async function myProvider(world: World, session: Session) {
  const owner = ownProvider(session);
  const { name } = await world.db
    .selectFrom('provider')
    .select('name')
    .where('provider', '=', owner)
    .executeTakeFirstOrThrow();
  const { version } = await world.db
    .selectFrom('stream')
    .select('version')
    .where('id', '=', owner)
    .executeTakeFirstOrThrow();
  const appointed = await world.db
    .selectFrom('appointment')
    .select(['person', 'role'])
    .where('provider', '=', owner)
    .where('role', '!=', 'candidate')
    .execute();
  const people = await world.identity.people(appointed.map(({ person }) => person));
  const roles = Map.groupBy(appointed, ({ person }) => person);
  return {
    provider: owner,
    name,
    version,
    people: [...people.values()]
      .map((person) => ({
        id: person.id,
        name: person.name,
        email: person.email,
        roles: (roles.get(person.id) ?? []).map(({ role }) => role).toSorted(),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  };
}

export async function cohortLines(world: World, session: Session): Promise<CohortLine[]> {
  const owner = ownProvider(session);
  const cohorts = await world.db
    .selectFrom('cohort')
    .select('cohort')
    .where('provider', '=', owner)
    .orderBy('due_on', 'desc')
    .execute();
  return Promise.all(cohorts.map(({ cohort }) => lineOf(world, cohort)));
}

export async function showCohort(
  world: World,
  session: Session,
  cohort: CohortId,
): Promise<{
  cohort: CohortLine;
  candidates: CandidateLine[];
  assessors: { person: string; name: string; open: number }[];
  /** Working days of one extension, and of all extensions of an attempt together. */
  extension: { workingDays: number; workingDaysInAll: number };
}> {
  const row = await world.db.selectFrom('cohort').select('provider').where('cohort', '=', cohort).executeTakeFirst();
  if (row === undefined || !providersAs(session, 'provider').includes(row.provider)) throw notFound('cohort');
  const assessors = await world.db
    .selectFrom('appointment')
    .leftJoin('review', (join) =>
      join.onRef('review.assessor', '=', 'appointment.person').on('review.status', 'in', ['allocated', 'marking']),
    )
    .select(({ fn }) => ['appointment.person', fn.count('review.review').as('open')])
    .where('appointment.provider', '=', row.provider)
    .where('appointment.role', '=', 'assessor')
    .groupBy('appointment.person')
    .execute();
  const people = await world.identity.people(assessors.map(({ person }) => person));
  return {
    cohort: await lineOf(world, cohort),
    candidates: await candidateLines(world, cohort),
    assessors: assessors
      .map(({ person, open }) => ({ person, name: people.get(person)?.name ?? 'Unknown', open: Number(open) }))
      .toSorted((a, b) => a.open - b.open || a.name.localeCompare(b.name, 'en')),
    extension: world.library.book.extension,
  };
}

async function lineOf(world: World, cohort: string): Promise<CohortLine> {
  const row = await world.db.selectFrom('cohort').selectAll().where('cohort', '=', cohort).executeTakeFirstOrThrow();
  const { version } = await world.db
    .selectFrom('stream')
    .select('version')
    .where('id', '=', cohort)
    .executeTakeFirstOrThrow();
  const counted = await world.db
    .selectFrom('submission')
    .select(({ fn }) => ['stage', fn.countAll().as('many')])
    .where('cohort', '=', cohort)
    .groupBy('stage')
    .execute();
  const { made } = await world.db
    .selectFrom('review')
    .select(({ fn }) => fn.sum('judged').as('made'))
    .where('cohort', '=', cohort)
    .where('marker', '=', 'first')
    .where('current', '=', 1)
    .executeTakeFirstOrThrow();
  const candidates = counted.reduce((sum, { many }) => sum + Number(many), 0);
  const of = (stage: Stage) => Number(counted.find((entry) => entry.stage === stage)?.many ?? 0);
  return {
    cohort,
    version,
    status: row.status,
    title: row.title,
    opensOn: row.opens_on,
    dueOn: row.due_on,
    candidates,
    stages: {
      gathering: of('gathering'),
      submitted: of('submitted'),
      allocation: of('allocation'),
      marking: of('marking'),
      sealed: of('sealed'),
      moderation: of('moderation'),
      signedOff: of('signedOff'),
      released: of('released'),
      withdrawn: of('withdrawn'),
    },
    decisions: { made: Number(made ?? 0), of: candidates * world.library.book.judged.size },
  };
}
