import type {
  AnyFact,
  BatchId,
  CohortId,
  ContentHash,
  Deadline,
  MarkingId,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import type { Scores } from '../scoring/index.ts';
import type { Candidature } from './candidature.ts';
import type { Found, Looked } from './found.ts';
import type { ModeratorQuery } from './moderation.commands.ts';
import type { Plan } from './plan.ts';
import type { Standings } from './ratings.ts';
import type { Drawn } from './sample.ts';

/** What an external moderator looks at, and whether they agree: null where they have not said yet. */
export interface ExternalSample {
  readonly seed: string;
  readonly sample: readonly Drawn[];
  readonly agrees: readonly (boolean | null)[];
}

/** The release of a batch as a moderator proposed it: who, and the digest of what they saw (`releaseDigest`). */
export interface ReleaseProposal {
  readonly by: PersonId;
  readonly digest: ContentHash;
}

export interface Batch extends Plan, Looked {
  readonly batch: BatchId;
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly title: string;
  /** How often a sample was drawn. */
  readonly draw: number;
  readonly sample: readonly Drawn[];
  /** Queried portfolios of this stage whose scores were beyond tolerance of the moderator’s own marks. */
  readonly beyond: readonly SubmissionId[];
  /** Whose marks were beyond tolerance in stage one, while stage two is looked at. */
  readonly doubted: readonly PersonId[];
  /** Whose work is still to be sent to another assessor. */
  readonly concerned: readonly PersonId[];
  readonly external: ExternalSample | null;
  readonly due: Deadline | null;
  /** Everybody who acted on the batch as a moderator. */
  readonly moderators: readonly PersonId[];
  readonly externalModerators: readonly PersonId[];
  /** The latest proposal to release the batch; null where there is none. */
  readonly proposed: ReleaseProposal | null;
}

export interface BatchPlanned extends AnyFact, Plan {
  readonly type: 'BatchPlanned';
  readonly batch: BatchId;
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly title: string;
}

export interface PlanRevised extends AnyFact, Plan {
  readonly type: 'PlanRevised';
  readonly reason: string;
  readonly replaces: Plan;
}

/** All that a draw rests on but the population: with it, anyone can draw again. */
export interface Drawing {
  readonly draw: number;
  /** The seed of this draw, as `drawSample` takes it. */
  readonly seed: string;
  readonly version: number;
  /** The digest of the plan and of the scheme’s figures (`planDigest`). */
  readonly plan: ContentHash;
  readonly standings: Standings;
  readonly sample: readonly Drawn[];
}

export interface SampleDrawn extends AnyFact, Drawing {
  readonly type: 'SampleDrawn';
  /** In the order of the submissions’ ids. */
  readonly population: readonly Candidature[];
}

/** A decision on a portfolio, with what the standing of its assessors needs of it. */
interface Decided extends AnyFact {
  readonly submission: SubmissionId;
  readonly round: number;
  /** Everybody who marked it. */
  readonly assessors: readonly PersonId[];
  /** Whether the threshold lies between the score and the moderator’s own mark on a critical standard. */
  readonly criticalFlip: boolean;
}

interface Upheld extends Decided {
  readonly note: string;
  /** The moderator’s own marks, where they gave any. */
  readonly marks: Scores;
  /** What was found of it before: as it was drawn; after it had been away; upheld already. */
  readonly was: Extract<Found, 'drawn' | 'returned' | 'upheld'>;
}

export interface ReviewUpheld extends Upheld {
  readonly type: 'ReviewUpheld';
}

/** The last portfolio of the sample was upheld: nothing of the sample stands open. */
export interface SampleUpheld extends Upheld {
  readonly type: 'SampleUpheld';
}

/** The last portfolio of the sample was upheld, but one had been beyond tolerance: as many again are looked at. */
export interface SampleDoubled extends Upheld {
  readonly type: 'SampleDoubled';
  readonly added: readonly Drawn[];
  /** Whose marks were beyond tolerance. */
  readonly doubted: readonly PersonId[];
}

/** The doubled sample held one beyond tolerance too: what these assessors marked is to be marked again. */
export interface RemarkingRequired extends Upheld {
  readonly type: 'RemarkingRequired';
  /** Whose marks were beyond tolerance in either stage, and who marked something that nobody has looked at. */
  readonly concerned: readonly PersonId[];
}

export interface ReviewQueried extends Decided {
  readonly type: 'ReviewQueried';
  readonly marking: MarkingId;
  readonly queries: readonly ModeratorQuery[];
  /** Whether the moderator’s own marks are beyond tolerance of the scores of record. */
  readonly beyond: boolean;
}

export interface ReviewReceived extends AnyFact {
  readonly type: 'ReviewReceived';
  readonly candidature: Candidature;
}

/** Everything of an assessor’s that was not upheld goes to another one. */
export interface AssessorReplaced extends AnyFact {
  readonly type: 'AssessorReplaced';
  readonly assessor: PersonId;
  readonly reason: string;
  readonly portfolios: readonly { readonly submission: SubmissionId; readonly marking: MarkingId }[];
  /** Whose work is still to be sent to another. */
  readonly concerned: readonly PersonId[];
}

/** The last portfolio that was away has come back. */
export interface RemarkingFinished extends AnyFact {
  readonly type: 'RemarkingFinished';
  readonly candidature: Candidature;
}

export interface SampleRedrawn extends AnyFact, Drawing {
  readonly type: 'SampleRedrawn';
}

export interface DirectClaimGranted extends AnyFact {
  readonly type: 'DirectClaimGranted';
  readonly reason: string;
}

export interface ExternalSampleDrawn extends AnyFact {
  readonly type: 'ExternalSampleDrawn';
  readonly seed: string;
  readonly sample: readonly Drawn[];
  readonly due: Deadline | null;
}

export interface PortfolioReported extends AnyFact {
  readonly type: 'PortfolioReported';
  readonly submission: SubmissionId;
  readonly says: string;
  readonly agrees: boolean;
}

export interface ReleaseApproved extends AnyFact {
  readonly type: 'ReleaseApproved';
  readonly report: string;
}

export interface ReleaseWithheld extends AnyFact {
  readonly type: 'ReleaseWithheld';
  readonly report: string;
  /** What the external moderator did not agree with. */
  readonly disagreed: readonly SubmissionId[];
}

export interface ModerationResumed extends AnyFact, Drawing {
  readonly type: 'ModerationResumed';
  readonly reason: string;
  /** What the external moderator did not agree with, and is looked at again. */
  readonly disagreed: readonly SubmissionId[];
}

export interface BatchSignedOff extends AnyFact {
  readonly type: 'BatchSignedOff';
  readonly batch: BatchId;
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly statement: string;
  readonly digest: ContentHash;
  readonly population: readonly Candidature[];
  /** Everybody who moderated the batch. */
  readonly moderators: readonly PersonId[];
}

/** Another moderator may now release just this. A later proposal takes its place. */
export interface ReleaseProposed extends AnyFact {
  readonly type: 'ReleaseProposed';
  readonly digest: ContentHash;
}

export type ModerationFact =
  | BatchPlanned
  | PlanRevised
  | SampleDrawn
  | ReviewUpheld
  | SampleUpheld
  | SampleDoubled
  | RemarkingRequired
  | ReviewQueried
  | ReviewReceived
  | AssessorReplaced
  | RemarkingFinished
  | SampleRedrawn
  | DirectClaimGranted
  | ExternalSampleDrawn
  | PortfolioReported
  | ReleaseApproved
  | ReleaseWithheld
  | ModerationResumed
  | BatchSignedOff
  | ReleaseProposed;
