import {
  personId,
  priorLearning as workflow,
  providerId,
  type PriorLearning,
  type PriorLearningId,
  type Role,
} from '@assay/engine';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import type { World } from '../world.ts';

/** A claim of prior learning as one reader sees it. */
export interface PriorLearningView {
  readonly claim: string;
  readonly version: number;
  readonly status: string;
  readonly submission: string;
  readonly candidateName: string;
  readonly cohortTitle: string;
  /** Null while there is none, and for the candidate. */
  readonly assessorName: string | null;
  readonly claimedAt: string;
  readonly dueAt: string | null;
  readonly decidedAt: string | null;
  readonly standards: readonly {
    readonly standard: string;
    readonly account: string;
    readonly evidence: readonly { readonly item: string; readonly title: string; readonly mediaType: string }[];
    /** Whether it is met, and why: for the assessor as they judge, for everybody else once it is decided. */
    readonly met: boolean | null;
    readonly reason: string | null;
  }[];
  /** Commands that the claim's state and the reader's role allow. */
  readonly may: readonly string[];
}

export async function showPriorLearning(
  world: World,
  session: Session,
  claim: PriorLearningId,
): Promise<PriorLearningView> {
  const { row, as } = await readableClaim(world, session, claim);
  const { db } = world;
  const standards = await db
    .selectFrom('prior_learning_standard')
    .selectAll()
    .where('claim', '=', claim)
    .orderBy('place')
    .execute();
  const items = await db
    .selectFrom('item')
    .select(['item', 'title', 'media_type'])
    .where('submission', '=', row.submission)
    .execute();
  const titled = new Map(items.map((item) => [item.item, item]));
  const people = await world.identity.people([row.candidate, ...(row.assessor === null ? [] : [row.assessor])]);
  const told = as === 'assessor' || row.status === 'decided';
  const context: PriorLearning = JSON.parse(row.context);
  const actor = { person: personId(session.person.id), role: as, provider: providerId(row.provider) };
  return {
    claim,
    version: row.version,
    status: row.status,
    submission: row.submission,
    candidateName: people.get(row.candidate)?.name ?? 'Unknown',
    cohortTitle: row.title,
    assessorName: row.assessor === null || as === 'candidate' ? null : (people.get(row.assessor)?.name ?? 'Unknown'),
    claimedAt: row.claimed_at,
    dueAt: as === 'candidate' ? null : row.due_at,
    decidedAt: row.decided_at,
    standards: standards.map(({ standard, account, evidence, met, reason }) => ({
      standard,
      account,
      evidence: itemsIn(evidence).flatMap((item) => {
        const found = titled.get(item);
        return found === undefined ? [] : [{ item, title: found.title, mediaType: found.media_type }];
      }),
      met: told && met !== null ? met === 1 : null,
      reason: told ? reason : null,
    })),
    may: workflow.open({ status: row.status, context }, actor),
  };
}

/**
 * Who may read a claim: its candidate, the assessor to whom it is allocated, the provider's staff, and its moderators
 * once the portfolio is in a drawn sample. Anybody else is told that there is none.
 */
export async function readableClaim(world: World, session: Session, claim: PriorLearningId) {
  const row = await world.db
    .selectFrom('prior_learning')
    .innerJoin('stream', 'stream.id', 'prior_learning.claim')
    .innerJoin('submission', 'submission.submission', 'prior_learning.submission')
    .innerJoin('cohort', 'cohort.cohort', 'submission.cohort')
    .selectAll('prior_learning')
    .select(['stream.context', 'cohort.title'])
    .where('prior_learning.claim', '=', claim)
    .executeTakeFirst();
  const as = row === undefined ? null : await readerOf(world, session, row);
  if (row === undefined || as === null) throw notFound(workflow.name);
  return { row, as };
}

async function readerOf(
  { db }: World,
  session: Session,
  row: { candidate: string; assessor: string | null; provider: string; submission: string },
): Promise<Role | null> {
  const { id } = session.person;
  if (row.candidate === id) return 'candidate';
  if (row.assessor === id && session.actors.some(({ role }) => role === 'assessor')) return 'assessor';
  if (providersAs(session, 'provider').includes(row.provider)) return 'provider';
  if (!providersAs(session, 'moderator').includes(row.provider)) return null;
  const sampled = await db
    .selectFrom('batch_portfolio')
    .select('batch')
    .where('submission', '=', row.submission)
    .where('reasons', 'is not', null)
    .executeTakeFirst();
  return sampled === undefined ? null : 'moderator';
}

function itemsIn(evidence: string): readonly string[] {
  const items: readonly string[] = JSON.parse(evidence);
  return items;
}
