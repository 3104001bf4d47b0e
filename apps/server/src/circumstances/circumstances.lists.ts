import type { SubmissionId } from '@assay/engine';
import { providersAs, type Session } from '../session/session.ts';
import { visibleSubmission } from '../submission/submission.views.ts';
import type { World } from '../world.ts';

export const statuses = ['claimed', 'upheld', 'declined', 'withdrawn'] as const;

/** A claim of circumstances in a list: that there is one, and nothing of what happened. */
export interface CircumstancesLine {
  readonly circumstances: string;
  readonly version: number;
  readonly status: string;
  readonly submission: string;
  readonly candidateName: string;
  readonly cohortTitle: string;
  readonly asks: string;
  readonly claimedAt: string;
  readonly dueAt: string | null;
}

/** The claims about one submission, for its candidate and the staff of the provider. */
export async function circumstancesOf(
  world: World,
  session: Session,
  submission: SubmissionId,
): Promise<CircumstancesLine[]> {
  await visibleSubmission(world, session, submission);
  const rows = await lines(world).where('circumstances.submission', '=', submission).execute();
  return named(world, rows);
}

/** The claims at the providers for which the session is staff that are in this state, the oldest first. */
export async function circumstancesIn(
  world: World,
  session: Session,
  {
    status,
    after,
    limit,
  }: { readonly status: (typeof statuses)[number]; readonly after: string | null; readonly limit: number },
): Promise<{ lines: CircumstancesLine[]; next: string | null }> {
  const providers = providersAs(session, 'provider');
  if (providers.length === 0) return { lines: [], next: null };
  let query = lines(world)
    .where('circumstances.provider', 'in', providers)
    .where('circumstances.status', '=', status)
    // A member of staff who is a candidate too follows their own claim as its candidate.
    .where('circumstances.candidate', '!=', session.person.id)
    .limit(limit + 1);
  if (after !== null) {
    const last = await world.db
      .selectFrom('circumstances')
      .select(['claimed_at', 'circumstances'])
      .where('circumstances', '=', after)
      .executeTakeFirst();
    if (last === undefined) return { lines: [], next: null };
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('circumstances.claimed_at', 'circumstances.circumstances'),
        '>',
        tuple(last.claimed_at, last.circumstances),
      ),
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  return { lines: await named(world, page), next: rows.length > limit ? (page.at(-1)?.circumstances ?? null) : null };
}

function lines({ db }: World) {
  return db
    .selectFrom('circumstances')
    .innerJoin('submission', 'submission.submission', 'circumstances.submission')
    .innerJoin('cohort', 'cohort.cohort', 'submission.cohort')
    .select([
      'circumstances.circumstances',
      'circumstances.version',
      'circumstances.status',
      'circumstances.submission',
      'circumstances.candidate',
      'circumstances.asks',
      'circumstances.claimed_at',
      'circumstances.due_at',
      'cohort.title',
    ])
    .orderBy('circumstances.claimed_at')
    .orderBy('circumstances.circumstances');
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

async function named(world: World, rows: readonly Row[]): Promise<CircumstancesLine[]> {
  const people = await world.identity.people(rows.map(({ candidate }) => candidate));
  return rows.map(({ circumstances, version, status, submission, candidate, asks, claimed_at, due_at, title }) => ({
    circumstances,
    version,
    status,
    submission,
    candidateName: people.get(candidate)?.name ?? 'Unknown',
    cohortTitle: title,
    asks,
    claimedAt: claimed_at,
    dueAt: due_at,
  }));
}
