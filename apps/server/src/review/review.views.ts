import {
  personId,
  providerId,
  review as workflow,
  type Actor,
  type Manifest,
  type Refusal,
  type Review,
  type ReviewId,
  type State,
} from '@assay/engine';
import { looksAgainAt } from '../marking-review/looks-again.ts';
import { notFound } from '../record/errors.ts';
import { providersAs, type Session } from '../session/session.ts';
import { manifestOfSubmission } from '../submission/submission.use.ts';
import type { World } from '../world.ts';

export interface SourceView {
  /** `E1`, `E2`, …, `visit` or `discussion`. */
  readonly source: string;
  readonly title: string;
  readonly method: string;
  readonly component: string | null;
  readonly mediaType: string | null;
  readonly name: string | null;
  readonly bytes: number | null;
  readonly dated: string | null;
}

export interface EvidenceTestView {
  readonly valid: boolean;
  readonly authentic: boolean;
  readonly current: boolean;
  readonly sufficient: boolean;
}

/** A review as its assessor works on it, and as a moderator reads it. */
export interface ReviewView {
  readonly review: string;
  readonly version: number;
  readonly status: string;
  readonly round: number;
  readonly attempt: number;
  readonly framework: string;
  readonly candidateName: string;
  readonly cohortTitle: string;
  readonly assessorName: string | null;
  readonly submission: string;
  readonly sources: readonly SourceView[];
  readonly claims: Readonly<Record<string, readonly { readonly source: string; readonly place: string }[]>>;
  readonly visit: { readonly on: string; readonly account: string } | null;
  readonly discussion: { readonly on: string; readonly minutes: number; readonly account: string } | null;
  readonly judgements: Readonly<
    Record<
      string,
      { readonly score: number; readonly reason: string; readonly evidence: readonly string[]; readonly at: string }
    >
  >;
  readonly confirmations: Readonly<Record<string, Readonly<Record<string, EvidenceTestView>>>>;
  readonly gates: Readonly<Record<string, { readonly met: boolean; readonly reason: string }>>;
  readonly coverage: Readonly<Record<string, { readonly state: string; readonly reason: string | null }>>;
  readonly queries: readonly { readonly standard: string; readonly says: string; readonly round: number }[];
  /** What stands against sealing now; empty where it can be sealed. */
  readonly toSeal: readonly Refusal[];
  /** Commands that the review's state and the reader's role allow. */
  readonly may: readonly string[];
}

/**
 * Who may read a review: the assessor to whom it is allocated, a moderator of the provider once the portfolio is in a
 * drawn sample, and whoever was given the released result to look at again. Anybody else is told that there is none.
 */
export async function readableReview(world: World, session: Session, review: ReviewId) {
  const row = await world.db
    .selectFrom('review')
    .innerJoin('cohort', 'cohort.cohort', 'review.cohort')
    .selectAll('review')
    .select('cohort.title as cohort_title')
    .where('review', '=', review)
    .executeTakeFirst();
  if (row === undefined) throw notFound('review');
  if (row.assessor === session.person.id && session.actors.some(({ role }) => role === 'assessor'))
    return { row, as: 'assessor' as const };
  if (providersAs(session, 'moderator').includes(row.provider) && row.candidate !== session.person.id) {
    const sampled = await world.db
      .selectFrom('batch_portfolio')
      .select('batch')
      .where('submission', '=', row.submission)
      .where('reasons', 'is not', null)
      .executeTakeFirst();
    if (sampled !== undefined) return { row, as: 'moderator' as const };
  }
  if (row.status === 'sealed' && (await looksAgainAt(world.db, session.person.id, row.submission)))
    return { row, as: 'moderator' as const };
  throw notFound('review');
}

export async function showReview(world: World, session: Session, review: ReviewId): Promise<ReviewView> {
  const { row, as } = await readableReview(world, session, review);
  const { db } = world;
  const manifest = await manifestOfSubmission(db, row.submission);
  const people = await world.identity.people([row.candidate, ...(row.assessor === null ? [] : [row.assessor])]);
  const judgements = await db.selectFrom('judgement').selectAll().where('review', '=', review).execute();
  const confirmations = await db.selectFrom('confirmation').selectAll().where('review', '=', review).execute();
  const gates = await db.selectFrom('gate').selectAll().where('review', '=', review).execute();
  const occasions = await db.selectFrom('occasion').selectAll().where('review', '=', review).execute();
  const coverage = await db.selectFrom('coverage').selectAll().where('review', '=', review).execute();
  const queries = await db.selectFrom('query').selectAll().where('review', '=', review).orderBy('round').execute();
  const visit = occasions.find(({ kind }) => kind === 'visit');
  const discussion = occasions.find(({ kind }) => kind === 'discussion');
  const actor = { person: personId(session.person.id), role: as, provider: providerId(row.provider) };
  return {
    review: row.review,
    version: row.version,
    status: row.status,
    round: row.round,
    attempt: row.attempt,
    framework: world.library.framework.id,
    candidateName: people.get(row.candidate)?.name ?? 'Unknown',
    cohortTitle: row.cohort_title,
    assessorName: row.assessor === null ? null : (people.get(row.assessor)?.name ?? 'Unknown'),
    submission: row.submission,
    sources: await sourcesOf(world, manifest, occasions),
    claims: claimsOf(manifest),
    visit: visit === undefined ? null : { on: visit.held_on, account: visit.account },
    discussion:
      discussion === undefined
        ? null
        : { on: discussion.held_on, minutes: discussion.minutes ?? 0, account: discussion.account },
    judgements: Object.fromEntries(
      judgements.map(({ standard, score, reason, evidence, at }) => [
        standard,
        { score, reason, evidence: sourceList(evidence), at },
      ]),
    ),
    confirmations: Object.fromEntries(
      [...Map.groupBy(confirmations, ({ standard }) => standard)].map(([standard, tests]) => [
        standard,
        Object.fromEntries(tests.map((test) => [test.source, testOf(test)])),
      ]),
    ),
    gates: Object.fromEntries(gates.map(({ component, met, reason }) => [component, { met: met === 1, reason }])),
    coverage: Object.fromEntries(coverage.map(({ statement, state, reason }) => [statement, { state, reason }])),
    queries: queries.map(({ standard, says, round }) => ({ standard, says, round })),
    ...(await standing(world, review, actor)),
  };
}

/** What the engine says of the review now: what stands against sealing, and what this reader may do. */
async function standing(world: World, review: ReviewId, actor: Actor): Promise<Pick<ReviewView, 'toSeal' | 'may'>> {
  const stream = await world.db.selectFrom('stream').selectAll().where('id', '=', review).executeTakeFirstOrThrow();
  const context: Review = JSON.parse(stream.context);
  const state: State<Review> = { status: stream.status, context };
  const decision = workflow.decide(state, { type: 'SealReview', by: actor, at: world.given.now() }, world.library.book);
  return { toSeal: decision.ok ? [] : decision.refusals, may: workflow.open(state, actor) };
}

function testOf({
  valid,
  authentic,
  current,
  sufficient,
}: {
  valid: number;
  authentic: number;
  current: number;
  sufficient: number;
}): EvidenceTestView {
  return { valid: valid === 1, authentic: authentic === 1, current: current === 1, sufficient: sufficient === 1 };
}

function sourceList(json: string): string[] {
  const list: string[] = JSON.parse(json);
  return list;
}

async function sourcesOf(
  world: World,
  manifest: Manifest,
  occasions: readonly { kind: string; held_on: string }[],
): Promise<SourceView[]> {
  const items = manifest.items.map(({ item }) => item);
  const stored =
    items.length === 0
      ? []
      : await world.db
          .selectFrom('item')
          .select(['item', 'media_type', 'file_name', 'bytes'])
          .where('item', 'in', items)
          .execute();
  const files = new Map(stored.map((file) => [file.item, file]));
  const submitted = manifest.items.map(({ number, item, title, method, component, dated }) => {
    const file = files.get(item);
    return {
      source: `E${number}`,
      title,
      method,
      component,
      dated,
      mediaType: file?.media_type ?? null,
      name: file?.file_name ?? null,
      bytes: file?.bytes ?? null,
    };
  });
  const held = occasions.map(({ kind, held_on: dated }) => ({
    source: kind,
    title: kind === 'visit' ? 'Assessment visit' : 'Professional discussion',
    method: kind === 'visit' ? 'observation' : 'discussion',
    component: null,
    dated,
    mediaType: null,
    name: null,
    bytes: null,
  }));
  return [...submitted, ...held];
}

function claimsOf(manifest: Manifest): Record<string, { source: string; place: string }[]> {
  const claims: Record<string, { source: string; place: string }[]> = {};
  for (const { number, claims: made } of manifest.items) {
    for (const [statement, place] of Object.entries(made))
      (claims[statement] ??= []).push({ source: `E${number}`, place });
  }
  return claims;
}
