import type {
  AnyCommand,
  AppealId,
  AwardId,
  BatchId,
  CohortId,
  ContentHash,
  Day,
  MalpracticeId,
  MarkingReviewId,
  Permission,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';
import type { ReleaseProposal } from '../moderation/index.ts';
import type { Bank, Findings, Grounds, Outcome } from '../scoring/index.ts';
import type { Correction } from './correction.ts';
import type { Hold } from './hold.ts';

/** A signed-off batch recommends one award per candidate, over the digest that was signed. */
export interface RecommendAward extends AnyCommand {
  readonly type: 'RecommendAward';
  readonly award: AwardId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  /** Everybody who marked the portfolio, the first marker first. */
  readonly assessors: readonly PersonId[];
  /** Everybody who moderated its batch. */
  readonly moderators: readonly PersonId[];
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly batch: BatchId;
  readonly signed: ContentHash;
  readonly findings: Findings;
  readonly grounds: Grounds;
  /** What the candidate had for good before this attempt. */
  readonly bank: Bank;
}

/** Several holds can stand; which one is meant is left out for the one that is laid by hand. */
export interface HoldAward extends AnyCommand, Partial<Hold> {
  readonly type: 'HoldAward';
  readonly reason: string;
}

export interface LiftHold extends AnyCommand, Partial<Hold> {
  readonly type: 'LiftHold';
  readonly reason: string;
}

/** Ratifies the recommendation and releases the result to the candidate. */
export interface RatifyAward extends AnyCommand {
  readonly type: 'RatifyAward';
  /** As what the moderator means to release it; left out: as what its scores of record amount to. */
  readonly as?: Outcome;
  /** The digest of what the moderator saw (`releaseDigest`). */
  readonly seen?: ContentHash;
  /** The digest of all that is released together, as it stands now; left out: of this award alone. */
  readonly shown?: ContentHash;
  /** The moderator has proved again who they are. */
  readonly reauthenticated: boolean;
  /** Who proposed the release of the batch, over which digest (`ReleaseProposed`); left out: nobody did. */
  readonly proposed?: ReleaseProposal | null;
}

/** R8: one more attempt than the scheme has, as a moderator's reasoned decision. */
export interface GrantFurtherAttempt extends AnyCommand {
  readonly type: 'GrantFurtherAttempt';
  readonly reason: string;
  /** Left out: by the clock that R9 sets running. */
  readonly dueOn?: Day;
}

/** Puts scores or gates right after a review of marking, an appeal or a case of malpractice; beside what was, never over it. */
export interface CorrectAward extends AnyCommand {
  readonly type: 'CorrectAward';
  readonly changes: readonly Correction[];
  readonly reason: string;
  /** The record that ordered it. */
  readonly review: MarkingReviewId | AppealId | MalpracticeId;
}

/** Takes a released result back: a record that stands beside it, never an edit. */
export interface VoidAward extends AnyCommand {
  readonly type: 'VoidAward';
  readonly reason: string;
}

/** Malpractice was proven: the attempt is void, released or not, and counts as used. */
export interface DisallowAward extends AnyCommand {
  readonly type: 'DisallowAward';
  readonly malpractice: MalpracticeId;
  readonly reason: string;
  /** Whether the candidate may go on to another attempt, where one remains. */
  readonly again: boolean;
}

export type AwardCommand =
  | RecommendAward
  | HoldAward
  | LiftHold
  | RatifyAward
  | GrantFurtherAttempt
  | CorrectAward
  | VoidAward
  | DisallowAward;

const moderator = may('moderator', 'sameProvider');
const system = may('system', 'anyone');

export const awardPermissions = {
  RecommendAward: [system],
  HoldAward: [moderator, system],
  LiftHold: [moderator, system],
  RatifyAward: [moderator],
  GrantFurtherAttempt: [moderator],
  CorrectAward: [system],
  VoidAward: [moderator],
  DisallowAward: [system],
} as const satisfies Record<AwardCommand['type'], readonly Permission[]>;
