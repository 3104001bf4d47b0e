import type {
  AnyCommand,
  AwardId,
  BatchId,
  CohortId,
  ContentHash,
  Permission,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';
import type { Findings } from '../scoring/index.ts';

/** A signed-off batch recommends one award per candidate, over the digest that was signed. */
export interface RecommendAward extends AnyCommand {
  readonly type: 'RecommendAward';
  readonly award: AwardId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly assessor: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly batch: BatchId;
  readonly signed: ContentHash;
  readonly findings: Findings;
}

export interface HoldAward extends AnyCommand {
  readonly type: 'HoldAward';
  readonly reason: string;
}

export interface LiftHold extends AnyCommand {
  readonly type: 'LiftHold';
  readonly reason: string;
}

/** Ratifies the recommendation and releases the result to the candidate. */
export interface RatifyAward extends AnyCommand {
  readonly type: 'RatifyAward';
}

/** Takes a released result back: a record that stands beside it, never an edit. */
export interface VoidAward extends AnyCommand {
  readonly type: 'VoidAward';
  readonly reason: string;
}

export type AwardCommand = RecommendAward | HoldAward | LiftHold | RatifyAward | VoidAward;

const moderator = [may('moderator', 'sameProvider')];

export const awardPermissions = {
  RecommendAward: [may('system', 'anyone')],
  HoldAward: moderator,
  LiftHold: moderator,
  RatifyAward: moderator,
  VoidAward: moderator,
} as const satisfies Record<AwardCommand['type'], readonly Permission[]>;
