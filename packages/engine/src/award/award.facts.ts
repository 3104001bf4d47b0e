import type {
  AnyFact,
  AppealId,
  BatchId,
  ContentHash,
  FactBook,
  Instant,
  MalpracticeId,
  MarkingReviewId,
  PersonId,
  Rulebook,
} from '../kernel/index.ts';
import {
  bankOf,
  resultOf,
  type Allowances,
  type Bank,
  type Findings,
  type Grounds,
  type Result,
} from '../scoring/index.ts';
import type {
  AwardCommand,
  CorrectAward,
  DisallowAward,
  GrantFurtherAttempt,
  HoldAward,
  LiftHold,
  RatifyAward,
  VoidAward,
} from './award.commands.ts';
import { correctedGrounds, findingsWith, withCorrections, type Correction, type OfRecord } from './correction.ts';
import { holdOf, isHold, type Hold } from './hold.ts';
import { identityOf, onwardOf, type Identity, type Onward } from './onward.ts';

/** A result with all that it rests on, for screens, reviews and appeals. */
export interface Award extends Result, Identity, OfRecord {
  /** Everybody who marked it, the first marker first. */
  readonly assessors: readonly PersonId[];
  /** Everybody who moderated its batch. */
  readonly moderators: readonly PersonId[];
  readonly batch: BatchId;
  /** Digest that the moderator signed. */
  readonly signed: ContentHash;
  readonly allowances: Allowances;
  readonly grounds: Grounds;
  /** What the candidate had for good before this attempt. */
  readonly before: Bank;
  readonly holds: readonly Hold[];
  /** Null until it is released. */
  readonly releasedAt: Instant | null;
  /** Whether a moderator granted one attempt more than the scheme has. */
  readonly furtherAttempt: boolean;
}

export interface AwardRecommended extends AnyFact, Omit<Award, 'holds' | 'releasedAt' | 'furtherAttempt'> {
  readonly type: 'AwardRecommended';
}

interface Reasoned extends AnyFact {
  readonly reason: string;
}

export interface AwardHeld extends Reasoned, Hold {
  readonly type: 'AwardHeld';
}

/** The last hold was lifted: nothing stands in the way any more. */
export interface HoldLifted extends Reasoned, Hold {
  readonly type: 'HoldLifted';
}

/** A hold was lifted, and another stands. */
export interface OneHoldLifted extends Reasoned, Hold {
  readonly type: 'OneHoldLifted';
}

export interface AwardPassed extends AnyFact, Identity {
  readonly type: 'AwardPassed';
}

export interface AwardReferred extends AnyFact, Onward {
  readonly type: 'AwardReferred';
}

export interface AwardFailed extends AnyFact, Identity {
  readonly type: 'AwardFailed';
}

export interface AttemptGranted extends Reasoned, Onward {
  readonly type: 'AttemptGranted';
}

/** What was corrected, on whose order, and what the award amounts to now. */
interface Corrected extends Reasoned, Identity, Result {
  readonly changes: readonly Correction[];
  readonly review: MarkingReviewId | AppealId | MalpracticeId;
  readonly bank: Bank;
}

/** Scores were corrected; the outcome is what it was. */
export interface AwardCorrected extends Corrected {
  readonly type: 'AwardCorrected';
}

export interface AwardCorrectedToPass extends Corrected {
  readonly type: 'AwardCorrectedToPass';
}

export interface AwardCorrectedToRefer extends Corrected, Onward {
  readonly type: 'AwardCorrectedToRefer';
}

export interface AwardCorrectedToFail extends Corrected {
  readonly type: 'AwardCorrectedToFail';
}

export interface AwardVoided extends Reasoned {
  readonly type: 'AwardVoided';
}

export interface AwardDisallowed extends Reasoned, Identity {
  readonly type: 'AwardDisallowed';
  readonly malpractice: MalpracticeId;
  /** The way on to another attempt; null where none may follow, or where it was opened before. */
  readonly onward: Onward | null;
}

export type AwardFact =
  | AwardRecommended
  | AwardHeld
  | HoldLifted
  | OneHoldLifted
  | AwardPassed
  | AwardReferred
  | AwardFailed
  | AttemptGranted
  | AwardCorrected
  | AwardCorrectedToPass
  | AwardCorrectedToRefer
  | AwardCorrectedToFail
  | AwardVoided
  | AwardDisallowed;

/** Whether the next attempt was opened already: by a referral, or by a moderator's grant. */
const hasGoneOn = ({ releasedAt, outcome, furtherAttempt }: Award) =>
  furtherAttempt || (releasedAt !== null && outcome === 'refer');

/** What was banked before an attempt is all that is left of one that is void. */
const withoutAttempt = ({ before, attempt }: Award): Findings => ({ ...before, attempt });

const held = {
  tell: (_award: Award, command: HoldAward | LiftHold) => ({ ...holdOf(command), reason: command.reason.trim() }),
};

const lifted = {
  ...held,
  change: (award: Award, hold: Hold): Award => ({ ...award, holds: award.holds.filter((one) => !isHold(one, hold)) }),
};

const released = {
  tell: (award: Award) => identityOf(award),
  change: (award: Award, { at }: AnyFact): Award => ({ ...award, releasedAt: at }),
};

const corrected = {
  tell: (award: Award, { changes, reason, review }: CorrectAward, book: Rulebook) => {
    const findings = findingsWith(award, changes);
    return {
      ...identityOf(award),
      ...resultOf(findings, book),
      changes,
      reason: reason.trim(),
      review,
      bank: bankOf(findings, award.before, book),
    };
  },
  change: (award: Award, { changes, outcome, profile, reasons }: Corrected): Award => ({
    ...award,
    ...withCorrections(award, changes),
    grounds: correctedGrounds(award.grounds, changes),
    outcome,
    profile,
    reasons,
  }),
};

export const awardFacts: FactBook<Award, AwardCommand, Exclude<AwardFact, AwardRecommended>> = {
  AwardHeld: {
    ...held,
    change: (award, { hold, kind }) => ({ ...award, holds: [...award.holds, { hold, kind }] }),
  },
  HoldLifted: lifted,
  OneHoldLifted: lifted,
  AwardPassed: released,
  AwardReferred: { ...released, tell: (award, { at }: RatifyAward, book) => onwardOf(award, award, at, book) },
  AwardFailed: released,
  AttemptGranted: {
    tell: (award, { reason, dueOn, at }: GrantFurtherAttempt, book) => ({
      ...onwardOf(award, award, at, book, dueOn),
      reason: reason.trim(),
    }),
    change: (award) => ({ ...award, furtherAttempt: true }),
  },
  AwardCorrected: corrected,
  AwardCorrectedToPass: corrected,
  AwardCorrectedToRefer: {
    ...corrected,
    tell: (award, command: CorrectAward, book) => ({
      ...corrected.tell(award, command, book),
      ...onwardOf(award, findingsWith(award, command.changes), command.at, book),
    }),
  },
  AwardCorrectedToFail: corrected,
  AwardVoided: {
    tell: (_award, { reason }: VoidAward) => ({ reason: reason.trim() }),
    change: (award) => award,
  },
  AwardDisallowed: {
    tell: (award, { malpractice, reason, again, at }: DisallowAward, book) => ({
      ...identityOf(award),
      malpractice,
      reason: reason.trim(),
      onward:
        again && award.attempt < book.attempts && !hasGoneOn(award)
          ? onwardOf(award, withoutAttempt(award), at, book)
          : null,
    }),
    change: (award) => award,
  },
};
