import type {
  AnyFact,
  AwardId,
  BatchId,
  CohortId,
  ContentHash,
  FactBook,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import type { Result } from '../scoring/index.ts';
import type { AwardCommand, HoldAward, LiftHold, VoidAward } from './award.commands.ts';

export interface Award extends Result {
  readonly award: AwardId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly assessor: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly batch: BatchId;
  /** Digest that the moderator signed. */
  readonly signed: ContentHash;
}

export interface AwardRecommended extends AnyFact, Award {
  readonly type: 'AwardRecommended';
}

interface Reasoned extends AnyFact {
  readonly reason: string;
}

export interface AwardHeld extends Reasoned {
  readonly type: 'AwardHeld';
}

export interface HoldLifted extends Reasoned {
  readonly type: 'HoldLifted';
}

interface Released extends AnyFact {
  readonly award: AwardId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
}

export interface AwardPassed extends Released {
  readonly type: 'AwardPassed';
}

export interface AwardReferred extends Released {
  readonly type: 'AwardReferred';
}

export interface AwardFailed extends Released {
  readonly type: 'AwardFailed';
}

export interface AwardVoided extends Reasoned {
  readonly type: 'AwardVoided';
}

export type AwardFact =
  | AwardRecommended
  | AwardHeld
  | HoldLifted
  | AwardPassed
  | AwardReferred
  | AwardFailed
  | AwardVoided;

const reasoned = {
  tell: (_award: Award, { reason }: HoldAward | LiftHold | VoidAward) => ({ reason: reason.trim() }),
  change: (award: Award) => award,
};

const released = {
  tell: ({ award, submission, candidate }: Award) => ({ award, submission, candidate }),
  change: (award: Award) => award,
};

export const awardFacts: FactBook<Award, AwardCommand, Exclude<AwardFact, AwardRecommended>> = {
  AwardHeld: reasoned,
  HoldLifted: reasoned,
  AwardPassed: released,
  AwardReferred: released,
  AwardFailed: released,
  AwardVoided: reasoned,
};
