import { type AreaResult, type Award, type AwardId, type Outcome, type Reason } from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { reasonsOfRecord } from '../review/of-record.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** A result with everything that made it so. */
export interface AwardView {
  readonly award: string;
  readonly submission: string;
  readonly version: number;
  readonly status: string;
  readonly outcome: Outcome;
  readonly candidateName: string;
  readonly cohortTitle: string;
  readonly providerName: string;
  readonly releasedAt: string | null;
  readonly profile: readonly AreaResult[];
  readonly reasons: readonly Reason[];
  readonly feedback: readonly { readonly code: string; readonly score: number; readonly reason: string }[];
  readonly gates: readonly { readonly component: string; readonly met: boolean; readonly reason: string }[];
  readonly voided: { readonly reason: string; readonly at: string } | null;
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
  return Promise.all(rows.map(({ award }) => viewOf(world, award)));
}

/** A released result for its candidate and the provider's staff; any result for the provider's moderators. */
export async function showAward(world: World, session: Session, award: AwardId): Promise<AwardView> {
  const row = await world.db
    .selectFrom('award')
    .select(['candidate', 'provider', 'released_at'])
    .where('award', '=', award)
    .executeTakeFirst();
  if (row === undefined) throw notFound('award');
  const released =
    row.released_at !== null &&
    (row.candidate === session.person.id || providersAs(session, 'provider').includes(row.provider));
  const moderates = providersAs(session, 'moderator').includes(row.provider) && row.candidate !== session.person.id;
  if (!released && !moderates) throw notFound('award');
  return viewOf(world, award);
}

async function viewOf(world: World, award: string): Promise<AwardView> {
  const { db } = world;
  const row = await db.selectFrom('award').selectAll().where('award', '=', award).executeTakeFirstOrThrow();
  const stream = await db.selectFrom('stream').select('context').where('id', '=', award).executeTakeFirstOrThrow();
  const context: Award = JSON.parse(stream.context);
  const { review } = await db
    .selectFrom('review')
    .select('review')
    .where('submission', '=', row.submission)
    .where('marker', '=', 'first')
    .where('current', '=', 1)
    .executeTakeFirstOrThrow();
  const byStandard = await reasonsOfRecord(db, row.submission, context);
  const gates = await db
    .selectFrom('gate')
    .select(['component', 'met', 'reason'])
    .where('review', '=', review)
    .orderBy('component')
    .execute();
  const names = await db
    .selectFrom('submission')
    .innerJoin('cohort', 'cohort.cohort', 'submission.cohort')
    .innerJoin('provider', 'provider.provider', 'submission.provider')
    .select(['cohort.title', 'provider.name'])
    .where('submission', '=', row.submission)
    .executeTakeFirstOrThrow();
  const people = await world.identity.people([row.candidate]);
  const order = [...world.library.book.judged.keys()];
  return {
    award,
    submission: row.submission,
    version: row.version,
    status: row.status,
    outcome: context.outcome,
    candidateName: people.get(row.candidate)?.name ?? 'Unknown',
    cohortTitle: names.title,
    providerName: names.name,
    releasedAt: row.released_at,
    profile: context.profile,
    reasons: context.reasons,
    feedback: order.flatMap((code) => {
      const judged = byStandard.get(code);
      return judged === undefined ? [] : [{ code, score: judged.score, reason: judged.reason }];
    }),
    gates: gates.map(({ component, met, reason }) => ({
      component,
      met: context.gates[component] ?? met === 1,
      reason,
    })),
    voided: row.voided_at === null ? null : { reason: row.voided_reason ?? '', at: row.voided_at },
  };
}
