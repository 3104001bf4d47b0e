import type { CohortId } from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { assessorsOf, type AssessorLine } from './assessors.ts';
import { linesOf, type CandidateLine } from './candidates.ts';
import { ownProvider } from './enrolment.views.ts';
import { totals, totalsOf, type Totals } from './totals.ts';

/** A cohort in a list: where its candidates are, and progress by decisions made. */
export interface CohortLine extends Totals {
  readonly cohort: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly opensOn: string;
  readonly dueOn: string;
}

/** The provider of a cohort for which the session acts as staff. Throws notFound. */
export async function staffedCohort(world: World, session: Session, cohort: CohortId): Promise<{ provider: string }> {
  const row = await world.db.selectFrom('cohort').select('provider').where('cohort', '=', cohort).executeTakeFirst();
  if (row === undefined || !providersAs(session, 'provider').includes(row.provider)) throw notFound('cohort');
  return row;
}

export async function cohortLines(world: World, session: Session): Promise<CohortLine[]> {
  const owner = ownProvider(session);
  const cohorts = await world.db
    .selectFrom('cohort')
    .select('cohort')
    .where('provider', '=', owner)
    .orderBy('due_on', 'desc')
    .orderBy('cohort')
    .execute();
  const lines = await linesAbout(
    world,
    cohorts.map(({ cohort }) => cohort),
  );
  return cohorts.flatMap(({ cohort }) => lines.get(cohort) ?? []);
}

/** Where the candidates of a cohort are: what its list is filtered by. */
export async function cohortTotals(world: World, session: Session, cohort: CohortId): Promise<Totals> {
  await staffedCohort(world, session, cohort);
  const standards = world.library.book.judged.size;
  return (await totalsOf(world.db, [cohort], standards)).get(cohort) ?? totals([], standards);
}

/** A cohort with all of its candidates at once; a large one is read by pages (`candidatePage`). */
export async function showCohort(
  world: World,
  session: Session,
  cohort: CohortId,
): Promise<{
  cohort: CohortLine;
  candidates: CandidateLine[];
  assessors: AssessorLine[];
  /** Working days of one extension, and of all extensions of an attempt together. */
  extension: { workingDays: number; workingDaysInAll: number };
}> {
  const { provider } = await staffedCohort(world, session, cohort);
  const line = (await linesAbout(world, [cohort])).get(cohort);
  if (line === undefined) throw notFound('cohort');
  const candidates = await linesOf(world, session, (query) =>
    query.where('submission.cohort', '=', cohort).where('submission.current', '=', 1),
  );
  return {
    cohort: line,
    candidates: candidates.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    assessors: await assessorsOf(world, provider),
    extension: world.library.book.extension,
  };
}

async function linesAbout(world: World, cohorts: readonly string[]): Promise<ReadonlyMap<string, CohortLine>> {
  if (cohorts.length === 0) return new Map();
  const standards = world.library.book.judged.size;
  const counted = await totalsOf(world.db, cohorts, standards);
  const rows = await world.db
    .selectFrom('cohort')
    .innerJoin('stream', 'stream.id', 'cohort.cohort')
    .selectAll('cohort')
    .select('stream.version')
    .where('cohort.cohort', 'in', cohorts)
    .execute();
  return new Map(
    rows.map(({ cohort, version, status, title, opens_on: opensOn, due_on: dueOn }) => [
      cohort,
      { cohort, version, status, title, opensOn, dueOn, ...(counted.get(cohort) ?? totals([], standards)) },
    ]),
  );
}
