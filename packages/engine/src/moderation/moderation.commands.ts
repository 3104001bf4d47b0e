import type {
  AnyCommand,
  BatchId,
  CohortId,
  ContentHash,
  Permission,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';
import type { Query } from '../review/index.ts';
import type { Candidature } from './candidature.ts';

/** Fixes how the sample of a cohort will be drawn, before any mark is looked at. */
export interface PlanBatch extends AnyCommand {
  readonly type: 'PlanBatch';
  readonly batch: BatchId;
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly title: string;
  /** Anything; with the plan and the population it gives the same sample to anyone who draws again. */
  readonly seed: string;
}

/** Takes the sealed reviews of the cohort as they stand and draws. */
export interface DrawSample extends AnyCommand {
  readonly type: 'DrawSample';
  readonly population: readonly Candidature[];
}

export interface UpholdReview extends AnyCommand {
  readonly type: 'UpholdReview';
  readonly submission: SubmissionId;
  readonly note: string;
}

export interface QueryReview extends AnyCommand {
  readonly type: 'QueryReview';
  readonly submission: SubmissionId;
  readonly queries: readonly Query[];
}

/** A queried review was sealed again; it waits for the moderator once more. */
export interface ReceiveReview extends AnyCommand {
  readonly type: 'ReceiveReview';
  readonly candidature: Candidature;
}

/** Lets a batch go to sign-off without an external sample, with the reason. */
export interface GrantDirectClaim extends AnyCommand {
  readonly type: 'GrantDirectClaim';
  readonly reason: string;
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

export type ModerationCommand =
  | PlanBatch
  | DrawSample
  | UpholdReview
  | QueryReview
  | ReceiveReview
  | GrantDirectClaim
  | SignOff;

const moderator = [may('moderator', 'sameProvider')];

export const moderationPermissions = {
  PlanBatch: moderator,
  DrawSample: moderator,
  UpholdReview: moderator,
  QueryReview: moderator,
  ReceiveReview: [may('system', 'anyone')],
  GrantDirectClaim: moderator,
  SignOff: moderator,
} as const satisfies Record<ModerationCommand['type'], readonly Permission[]>;
