import type { SubmissionId } from '@assay/engine';
import { providersAs, type Session } from '../session/session.ts';
import { visibleSubmission } from '../submission/submission.views.ts';
import type { World } from '../world.ts';

export const statuses = ['awaitingAllocation', 'judging', 'decided', 'withdrawn'] as const;

/** A claim of prior learning in a list. */
export interface PriorLearningLine {
  readonly claim: string;
  readonly version: number;
  readonly status: string;
  readonly submission: string;
  readonly candidateName: string;
  readonly cohortTitle: string;
  readonly standards: number;
  readonly claimedAt: string;
  readonly dueAt: string | null;
}

interface Page {
  /** The claim on which the page before ended. */
  readonly after: string | null;
  readonly limit: number;
}

/** The claims of one submission, for its candidate and the staff of the provider. */
export async function claimsOf(world: World, session: Session, submission: SubmissionId): Promise<PriorLearningLine[]> {
  await visibleSubmission(world, session, submission);
  const rows = await lines(world).where('prior_learning.submission', '=', submission).execute();
  return named(world, rows);
}

/** The claims of the providers for which the session is staff that are in this state, the oldest first. */
export async function claimsIn(
  world: World,
  session: Session,
  { status, after, limit }: Page & { readonly status: (typeof statuses)[number] },
): Promise<{ lines: PriorLearningLine[]; next: string | null }> {
  const providers = providersAs(session, 'provider');
  if (providers.length === 0) return { lines: [], next: null };
  const query = lines(world)
    .where('prior_learning.provider', 'in', providers)
    .where('prior_learning.status', '=', status)
    // A member of staff who is a candidate too follows their own claim as its candidate.
    .where('prior_learning.candidate', '!=', session.person.id);
  return page(world, query, { after, limit });
}

/** The claims that the session's person is to judge, the oldest first. */
export async function claimsToJudge(
  world: World,
  session: Session,
  asked: Page,
): Promise<{ lines: PriorLearningLine[]; next: string | null }> {
  if (!session.actors.some(({ role }) => role === 'assessor')) return { lines: [], next: null };
  const query = lines(world)
    .where('prior_learning.assessor', '=', session.person.id)
    .where('prior_learning.status', '=', 'judging');
  return page(world, query, asked);
}

function lines({ db }: World) {
  return db
    .selectFrom('prior_learning')
    .innerJoin('submission', 'submission.submission', 'prior_learning.submission')
    .innerJoin('cohort', 'cohort.cohort', 'submission.cohort')
    .select([
      'prior_learning.claim',
      'prior_learning.version',
      'prior_learning.status',
      'prior_learning.submission',
      'prior_learning.candidate',
      'prior_learning.standards',
      'prior_learning.claimed_at',
      'prior_learning.due_at',
      'cohort.title',
    ])
    .orderBy('prior_learning.claimed_at')
    .orderBy('prior_learning.claim');
}

async function page(world: World, query: ReturnType<typeof lines>, { after, limit }: Page) {
  const last =
    after === null
      ? undefined
      : await world.db
          .selectFrom('prior_learning')
          .select(['claimed_at', 'claim'])
          .where('claim', '=', after)
          .executeTakeFirst();
  if (after !== null && last === undefined) return { lines: [], next: null };
  const beyond =
    last === undefined
      ? query
      : query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('prior_learning.claimed_at', 'prior_learning.claim'), '>', tuple(last.claimed_at, last.claim)),
        );
  const rows = await beyond.limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  return { lines: await named(world, shown), next: rows.length > limit ? (shown.at(-1)?.claim ?? null) : null };
}

type Row = Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number];

async function named(world: World, rows: readonly Row[]): Promise<PriorLearningLine[]> {
  const people = await world.identity.people(rows.map(({ candidate }) => candidate));
  return rows.map(({ claim, version, status, submission, candidate, standards, claimed_at, due_at, title }) => ({
    claim,
    version,
    status,
    submission,
    candidateName: people.get(candidate)?.name ?? 'Unknown',
    cohortTitle: title,
    standards,
    claimedAt: claimed_at,
    dueAt: due_at,
  }));
}
