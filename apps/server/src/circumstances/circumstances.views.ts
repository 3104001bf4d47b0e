import {
  circumstances as workflow,
  personId,
  providerId,
  type Circumstances,
  type CircumstancesId,
  type Role,
} from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { involvedIn } from '../record/involvement.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** A claim of circumstances as one reader sees it. */
export interface CircumstancesView {
  readonly circumstances: string;
  readonly version: number;
  readonly status: string;
  readonly submission: string;
  readonly candidateName: string;
  readonly cohortTitle: string;
  readonly asks: string;
  readonly claimedAt: string;
  readonly dueAt: string | null;
  /** What happened; null for whoever neither decides nor decided. */
  readonly says: string | null;
  readonly remedy: { readonly kind: string; readonly workingDays: number | null } | null;
  /** Why it was decided so; null where `says` is, and before. */
  readonly reason: string | null;
  readonly decidedAt: string | null;
  /** Commands that the claim's state and the reader's standing allow. */
  readonly may: readonly string[];
}

export async function showCircumstances(
  world: World,
  session: Session,
  id: CircumstancesId,
): Promise<CircumstancesView> {
  const { row, as } = await readableCircumstances(world, session, id);
  const people = await world.identity.people([row.candidate]);
  const decides = as === 'provider' && row.status === 'claimed' && (await isIndependent(world, session, row));
  const knows = as === 'candidate' || decides || row.decided_by === session.person.id;
  const context: Circumstances = JSON.parse(row.context);
  const actor = { person: personId(session.person.id), role: as, provider: providerId(row.provider) };
  return {
    circumstances: id,
    version: row.version,
    status: row.status,
    submission: row.submission,
    candidateName: people.get(row.candidate)?.name ?? 'Unknown',
    cohortTitle: row.title,
    asks: row.asks,
    claimedAt: row.claimed_at,
    dueAt: row.due_at,
    says: knows ? row.says : null,
    remedy: row.remedy === null ? null : { kind: row.remedy, workingDays: row.working_days },
    reason: knows ? row.reason : null,
    decidedAt: row.decided_at,
    may: as === 'candidate' || decides ? workflow.open({ status: row.status, context }, actor) : [],
  };
}

/** Who may see that there is a claim: its candidate and the provider's staff. Anybody else is told that there is none. */
export async function readableCircumstances(world: World, session: Session, id: CircumstancesId) {
  const row = await world.db
    .selectFrom('circumstances')
    .innerJoin('stream', 'stream.id', 'circumstances.circumstances')
    .innerJoin('submission', 'submission.submission', 'circumstances.submission')
    .innerJoin('cohort', 'cohort.cohort', 'submission.cohort')
    .selectAll('circumstances')
    .select(['stream.context', 'submission.cohort', 'cohort.title'])
    .where('circumstances.circumstances', '=', id)
    .executeTakeFirst();
  const as = row === undefined ? null : readerOf(session, row);
  if (row === undefined || as === null) throw notFound(workflow.name);
  return { row, as };
}

function readerOf(session: Session, { candidate, provider }: { candidate: string; provider: string }): Role | null {
  if (candidate === session.person.id) return 'candidate';
  return providersAs(session, 'provider').includes(provider) ? 'provider' : null;
}

/** Whoever judges the work is neither to weigh why it came late, nor to know. */
const judging: ReadonlySet<Role> = new Set(['assessor', 'moderator', 'externalModerator']);

async function isIndependent(
  { db }: World,
  session: Session,
  { submission, cohort }: { submission: string; cohort: string },
): Promise<boolean> {
  const parties = await involvedIn(db, { are: [submission, cohort] }, [session.person.id]);
  return !parties.some(({ role }) => judging.has(role));
}
