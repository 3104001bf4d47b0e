import { addDays, londonEnd, type CohortId, type Day } from '@assay/engine';
import { pageOf, type Cursor, type Page } from '../api/paging.ts';
import { ownProvider } from '../enrolment/enrolment.views.ts';
import type { Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** What a register can be asked for; `void` is a result that was taken back, or disallowed before its release. */
export const registered = { pass: 'passed', refer: 'referred', fail: 'failed', void: 'voided' } as const;
export type Registered = keyof typeof registered;

/** One result of the provider's register. */
export interface RegisterLine {
  readonly award: string;
  readonly submission: string;
  readonly candidate: string;
  readonly candidateName: string;
  readonly cohort: string;
  readonly cohortTitle: string;
  readonly attempt: number;
  readonly outcome: Registered;
  readonly registeredAt: string;
  readonly voidedAt: string | null;
}

export interface RegisterFilter {
  readonly cohort: CohortId | null;
  readonly outcome: Registered | null;
  /** Days in London, both included, on which a result entered the register. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly after: Cursor | null;
  readonly limit: number;
}

/** The results of the session's provider, the newest first. Results that are not released are not in it. */
export async function registerOf(
  world: World,
  session: Session,
  { cohort, outcome, from, to, after, limit }: RegisterFilter,
): Promise<Page<RegisterLine>> {
  const provider = ownProvider(session);
  let query = world.db
    .selectFrom('award')
    .innerJoin('cohort', 'cohort.cohort', 'award.cohort')
    .select([
      'award.award',
      'award.submission',
      'award.candidate',
      'award.cohort',
      'cohort.title',
      'award.attempt',
      'award.status',
      'award.registered_at',
      'award.voided_at',
    ])
    .where('award.provider', '=', provider)
    .where('award.registered_at', 'is not', null);
  if (cohort !== null) query = query.where('award.cohort', '=', cohort);
  if (outcome !== null) query = query.where('award.status', '=', registered[outcome]);
  if (from !== null) query = query.where('award.registered_at', '>', londonEnd(addDays(from, -1)));
  if (to !== null) query = query.where('award.registered_at', '<=', londonEnd(to));
  if (after !== null)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('award.registered_at', 'award.award'), '<', tuple(after.at, after.id)),
    );
  const found = await query
    .orderBy('award.registered_at', 'desc')
    .orderBy('award.award', 'desc')
    .limit(limit + 1)
    .execute();
  const { rows, next } = pageOf(found, limit, ({ registered_at: at, award: id }) => ({ at: at ?? '', id }));
  const people = await world.identity.people(rows.map(({ candidate }) => candidate));
  return {
    lines: rows.map((row) => ({
      award: row.award,
      submission: row.submission,
      candidate: row.candidate,
      candidateName: people.get(row.candidate)?.name ?? 'Unknown',
      cohort: row.cohort,
      cohortTitle: row.title,
      attempt: row.attempt,
      outcome: outcomeOf(row.status),
      registeredAt: row.registered_at ?? '',
      voidedAt: row.voided_at,
    })),
    next,
  };
}

function outcomeOf(status: string): Registered {
  switch (status) {
    case registered.pass:
      return 'pass';
    case registered.refer:
      return 'refer';
    case registered.fail:
      return 'fail';
    default:
      return 'void';
  }
}
