import type {
  AnyCommand,
  BatchId,
  CohortId,
  ContentHash,
  Permission,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';
import type { Query } from '../review/index.ts';
import type { Scores } from '../scoring/index.ts';
import type { Candidature } from './candidature.ts';
import type { Standings } from './ratings.ts';

/** Fixes how the sample of a cohort will be drawn, before any mark is looked at. */
export interface PlanBatch extends AnyCommand {
  readonly type: 'PlanBatch';
  readonly batch: BatchId;
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly title: string;
  /** Anything; with the plan and the population it gives the same sample to anyone who draws again. */
  readonly seed: string;
  /** Every so manieth portfolio is marked twice; null or left out: none by plan. */
  readonly everyKth?: number | null;
  /** Whether the moderator could already see marks of this cohort; known to whoever keeps the records. */
  readonly marksVisible: boolean;
}

/** Fixes it anew, while still no mark could be seen. */
export interface RevisePlan extends AnyCommand {
  readonly type: 'RevisePlan';
  readonly seed: string;
  /** Left out: as it was. */
  readonly everyKth?: number | null;
  readonly reason: string;
  readonly marksVisible: boolean;
}

/** Takes the agreed results of the cohort as they stand and draws. */
export interface DrawSample extends AnyCommand {
  readonly type: 'DrawSample';
  readonly population: readonly Candidature[];
  /** How each assessor is rated, and how many of their portfolios were moderated; who is not here is new. */
  readonly standings: Standings;
}

export interface UpholdReview extends AnyCommand {
  readonly type: 'UpholdReview';
  readonly submission: SubmissionId;
  readonly note: string;
  /** The moderator’s own marks, for the standards that they judged themselves. They change no score. */
  readonly marks?: Scores;
}

/** A query, and the mark that the moderator would have given. It is kept for tolerance and goes to no assessor. */
export interface ModeratorQuery extends Query {
  readonly mark?: number | null;
}

export interface QueryReview extends AnyCommand {
  readonly type: 'QueryReview';
  readonly submission: SubmissionId;
  readonly queries: readonly ModeratorQuery[];
}

/** A portfolio that was queried, or marked again, is agreed on once more and waits for the moderator. */
export interface ReceiveReview extends AnyCommand {
  readonly type: 'ReceiveReview';
  readonly candidature: Candidature;
}

/** What this assessor marked in the batch, and was not upheld, goes to another one. */
export interface OrderRemarking extends AnyCommand {
  readonly type: 'OrderRemarking';
  readonly assessor: PersonId;
  readonly reason: string;
}

/** Draws anew, once everything that was marked again is back. */
export interface RedrawSample extends AnyCommand {
  readonly type: 'RedrawSample';
  readonly standings: Standings;
}

/** Lets a batch go to sign-off without an external sample, with the reason. */
export interface GrantDirectClaim extends AnyCommand {
  readonly type: 'GrantDirectClaim';
  readonly reason: string;
}

/** The external moderator draws what they will look at, with a seed of their own, which nobody could know before. */
export interface DrawExternalSample extends AnyCommand {
  readonly type: 'DrawExternalSample';
  readonly seed: string;
}

export interface ReportOnPortfolio extends AnyCommand {
  readonly type: 'ReportOnPortfolio';
  readonly submission: SubmissionId;
  readonly says: string;
  readonly agrees: boolean;
}

export interface ApproveRelease extends AnyCommand {
  readonly type: 'ApproveRelease';
  readonly report: string;
}

export interface WithholdRelease extends AnyCommand {
  readonly type: 'WithholdRelease';
  readonly report: string;
}

/** Draws anew after a release was withheld, with every portfolio that the external moderator did not agree with. */
export interface ResumeModeration extends AnyCommand {
  readonly type: 'ResumeModeration';
  readonly reason: string;
  readonly standings: Standings;
}

export interface SignOff extends AnyCommand {
  readonly type: 'SignOff';
  /** The statement that the moderator puts their name to. */
  readonly statement: string;
  /** Digest of exactly what is signed (`signingDigest`), as shown to the moderator. */
  readonly digest: ContentHash;
  /** The moderator has proved again who they are. */
  readonly reauthenticated: boolean;
}

/** Where the scheme asks for a second person: one moderator proposes the release that another one confirms. */
export interface ProposeRelease extends AnyCommand {
  readonly type: 'ProposeRelease';
  /** Digest of what the moderator saw that would be released (`releaseDigest`). */
  readonly seen: ContentHash;
  /** The same of what would be released now; known to whoever keeps the records. */
  readonly shown: ContentHash;
  /** The moderator has proved again who they are. */
  readonly reauthenticated: boolean;
}

export type ModerationCommand =
  | PlanBatch
  | RevisePlan
  | DrawSample
  | UpholdReview
  | QueryReview
  | ReceiveReview
  | OrderRemarking
  | RedrawSample
  | GrantDirectClaim
  | DrawExternalSample
  | ReportOnPortfolio
  | ApproveRelease
  | WithholdRelease
  | ResumeModeration
  | SignOff
  | ProposeRelease;

const moderator = [may('moderator', 'sameProvider')];
const external = [may('externalModerator', 'sameProvider')];

export const moderationPermissions = {
  PlanBatch: moderator,
  RevisePlan: moderator,
  DrawSample: moderator,
  UpholdReview: moderator,
  QueryReview: moderator,
  ReceiveReview: [may('system', 'anyone')],
  OrderRemarking: moderator,
  RedrawSample: moderator,
  GrantDirectClaim: moderator,
  DrawExternalSample: external,
  ReportOnPortfolio: external,
  ApproveRelease: external,
  WithholdRelease: external,
  ResumeModeration: moderator,
  SignOff: moderator,
  ProposeRelease: moderator,
} as const satisfies Record<ModerationCommand['type'], readonly Permission[]>;
