import {
  award as workflow,
  deadlineOf,
  personId,
  providerId,
  releaseDigest,
  type AreaResult,
  type AwardId,
  type Correction,
  type Hold,
  type Outcome,
  type Reason,
} from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';
import { awardNow } from './award.read.ts';
import { correctionsOf, feedbackOn, gatesOf, nextAfter, type Feedback, type GateLine } from './feedback.ts';

/** A result with everything that made it so. */
export interface AwardView {
  readonly award: string;
  readonly submission: string;
  readonly version: number;
  readonly status: string;
  readonly outcome: Outcome;
  readonly attempt: number;
  readonly candidateName: string;
  readonly cohortTitle: string;
  readonly providerName: string;
  readonly releasedAt: string | null;
  readonly profile: readonly AreaResult[];
  readonly reasons: readonly Reason[];
  /** What was judged in this attempt, as it is on record now. */
  readonly feedback: readonly Feedback[];
  readonly gates: readonly GateLine[];
  /** What was put right after the release or because of malpractice, the first first. */
  readonly corrections: readonly {
    readonly at: string;
    readonly reason: string;
    readonly changes: readonly Correction[];
  }[];
  readonly voided: { readonly reason: string; readonly at: string } | null;
  /** Until when the candidate can ask for a review; null where the result is not released, or is void. */
  readonly reviewUntil: { readonly clerical: string | null; readonly marking: string | null } | null;
  /** The attempt that followed. */
  readonly next: { readonly submission: string; readonly attempt: number; readonly dueOn: string } | null;
  /** For moderators alone: what stands in the way of a release, and the digest of what they see. */
  readonly moderation: { readonly holds: readonly Hold[]; readonly digest: string } | null;
  readonly may: readonly string[];
}

/** The candidate's own released results, newest first. */
export async function myAwards(world: World, session: Session): Promise<AwardView[]> {
  const rows = await world.db
    .selectFrom('award')
    .select('award')
    .where('candidate', '=', session.person.id)
    .where('released_at', 'is not', null)
    .orderBy('released_at', 'desc')
    .execute();
  return Promise.all(rows.map(({ award }) => viewOf(world, session, award, 'candidate')));
}

/** As whom the session may read a result: a released one as its candidate or the provider's staff, any as its moderator. */
export async function readableAward(
  world: World,
  session: Session,
  award: AwardId,
): Promise<'candidate' | 'provider' | 'moderator'> {
  const row = await world.db
    .selectFrom('award')
    .select(['candidate', 'provider', 'released_at'])
    .where('award', '=', award)
    .executeTakeFirst();
  if (row === undefined) throw notFound('award');
  const own = row.candidate === session.person.id;
  if (!own && providersAs(session, 'moderator').includes(row.provider)) return 'moderator';
  if (row.released_at !== null && own) return 'candidate';
  if (row.released_at !== null && providersAs(session, 'provider').includes(row.provider)) return 'provider';
  throw notFound('award');
}

export async function showAward(world: World, session: Session, award: AwardId): Promise<AwardView> {
  return viewOf(world, session, award, await readableAward(world, session, award));
}

async function viewOf(
  world: World,
  session: Session,
  award: string,
  as: 'candidate' | 'provider' | 'moderator',
): Promise<AwardView> {
  const { db, library } = world;
  const row = await db
    .selectFrom('award')
    .innerJoin('cohort', 'cohort.cohort', 'award.cohort')
    .innerJoin('provider', 'provider.provider', 'award.provider')
    .selectAll('award')
    .select(['cohort.title as cohort_title', 'provider.name as provider_name'])
    .where('award', '=', award)
    .executeTakeFirstOrThrow();
  const { version, state } = await awardNow(db, award);
  const { context } = state;
  const people = await world.identity.people([row.candidate]);
  const released = context.releasedAt;
  const until = (clock: string) => (released === null ? null : (deadlineOf(clock, released, library.book)?.at ?? null));
  return {
    award,
    submission: row.submission,
    version,
    status: state.status,
    outcome: context.outcome,
    attempt: context.attempt,
    candidateName: people.get(row.candidate)?.name ?? 'Unknown',
    cohortTitle: row.cohort_title,
    providerName: row.provider_name,
    releasedAt: row.released_at,
    profile: context.profile,
    reasons: context.reasons,
    feedback: await feedbackOn(db, context, library.book),
    gates: await gatesOf(db, context),
    corrections: await correctionsOf(db, award),
    voided: row.voided_at === null ? null : { reason: row.voided_reason ?? '', at: row.voided_at },
    reviewUntil:
      released === null || row.voided_at !== null
        ? null
        : { clerical: until('request-clerical-review'), marking: until('request-review-of-marking') },
    next: await nextAfter(db, context),
    moderation: as === 'moderator' ? { holds: context.holds, digest: releaseDigest([context]) } : null,
    may: workflow.open(state, {
      person: personId(session.person.id),
      role: as,
      provider: providerId(row.provider),
    }),
  };
}
