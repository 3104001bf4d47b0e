import {
  personId,
  providerId,
  review as workflow,
  type Actor,
  type Refusal,
  type Review,
  type ReviewId,
  type State,
} from '@assay/engine';
import type { Session } from '../session/session.ts';
import { manifestOfSubmission } from '../submission/submission.use.ts';
import type { World } from '../world.ts';
import { findingsOf, type FindingsView } from './findings.ts';
import { readableReview, reviewState } from './review.read.ts';
import { claimsOf, sourcesOf, type SourceView } from './sources.ts';

/** A review as its assessor works on it, and as a moderator reads it. */
export interface ReviewView extends FindingsView {
  readonly review: string;
  readonly version: number;
  readonly status: string;
  readonly round: number;
  readonly attempt: number;
  readonly marker: string;
  /** What the marker is asked for: standards and gates, and whether knowledge and qualities are noted. */
  readonly scope: {
    readonly standards: readonly string[];
    readonly gates: readonly string[];
    readonly coverage: boolean;
  };
  readonly framework: string;
  readonly candidateName: string;
  readonly cohortTitle: string;
  readonly assessorName: string | null;
  readonly submission: string;
  readonly sources: readonly SourceView[];
  /** Sources that no longer count, whatever was confirmed of them, and sources too old to be current. */
  readonly aside: readonly string[];
  readonly stale: readonly string[];
  readonly claims: Readonly<Record<string, readonly { readonly source: string; readonly place: string }[]>>;
  /** By area, why a standard of it may stand below its threshold. */
  readonly allowances: Readonly<Record<string, string>>;
  /** What stands against sealing now; empty where it can be sealed. */
  readonly toSeal: readonly Refusal[];
  /** Commands that the review's state and the reader's role allow. */
  readonly may: readonly string[];
}

export async function showReview(world: World, session: Session, review: ReviewId): Promise<ReviewView> {
  const { row, as } = await readableReview(world, session, review);
  const { db } = world;
  const [state, manifest, people, findings] = await Promise.all([
    reviewState(db, review),
    manifestOfSubmission(db, row.submission),
    world.identity.people([row.candidate, ...(row.assessor === null ? [] : [row.assessor])]),
    findingsOf(db, review),
  ]);
  const { scope, marker, aside, stale, allowances } = state.context;
  const actor = { person: personId(session.person.id), role: as, provider: providerId(row.provider) };
  return {
    review: row.review,
    version: row.version,
    status: row.status,
    round: row.round,
    attempt: row.attempt,
    marker,
    scope,
    framework: world.library.framework.id,
    candidateName: people.get(row.candidate)?.name ?? 'Unknown',
    cohortTitle: row.cohort_title,
    assessorName: row.assessor === null ? null : (people.get(row.assessor)?.name ?? 'Unknown'),
    submission: row.submission,
    sources: await sourcesOf(world, manifest, findings),
    aside,
    stale,
    claims: claimsOf(manifest),
    allowances: Object.fromEntries(Object.entries(allowances).map(([area, { reason }]) => [area, reason])),
    ...findings,
    ...standing(world, state, actor),
  };
}

/** What the engine says of the review now: what stands against sealing, and what this reader may do. */
function standing(world: World, state: State<Review>, actor: Actor): Pick<ReviewView, 'toSeal' | 'may'> {
  const decision = workflow.decide(state, { type: 'SealReview', by: actor, at: world.given.now() }, world.library.book);
  return { toSeal: decision.ok ? [] : decision.refusals, may: workflow.open(state, actor) };
}
