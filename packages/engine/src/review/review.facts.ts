import {
  deadlineOf,
  type AnyFact,
  type CohortId,
  type ContentHash,
  type Deadline,
  type FactBook,
  type PersonId,
  type ProviderId,
  type ReviewId,
  type SubmissionId,
} from '../kernel/index.ts';
import type { Scores } from '../scoring/index.ts';
import type {
  AllocateAssessor,
  BeginMarking,
  ConfirmEvidence,
  DeclineAllocation,
  EvidenceTest,
  JudgeGate,
  JudgeStandard,
  NoteCoverage,
  Query,
  RecordDiscussion,
  RecordVisit,
  ReopenReview,
  ReviewCommand,
  Source,
  Sources,
  WaiveCoverage,
} from './review.commands.ts';

/**
 * What the rules need to know of a review, and no more: reasons and accounts are in the facts, not here, so that a
 * state stays small (53 scores, not 53 essays).
 */
export interface Review {
  readonly review: ReviewId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly attempt: number;
  readonly manifest: ContentHash;
  readonly assessor: PersonId | null;
  /** What the assessor is asked for next, by when: to begin, or to seal. Null while nobody is asked. */
  readonly due: Deadline | null;
  readonly declined: readonly PersonId[];
  /** 1, and one more for every return by a moderator. */
  readonly round: number;
  /** Method by source. */
  readonly sources: Sources;
  /** R1: by standard, the sources confirmed as valid, authentic, current and sufficient for it. */
  readonly counting: Readonly<Record<string, readonly Source[]>>;
  readonly scores: Scores;
  /** By standard, the sources that its judgement rests on. */
  readonly rests: Readonly<Record<string, readonly Source[]>>;
  readonly gates: Readonly<Record<string, boolean>>;
  /** Codes noted as evidenced or waived. */
  readonly coverage: readonly string[];
}

export interface ReviewOpened
  extends
    AnyFact,
    Omit<Review, 'assessor' | 'due' | 'declined' | 'round' | 'counting' | 'scores' | 'rests' | 'gates' | 'coverage'> {
  readonly type: 'ReviewOpened';
}

type Recorded<Command, Type extends string> = AnyFact & Omit<Command, 'type'> & { readonly type: Type };

/** A fact that sets a clock running. */
interface Due {
  readonly due: Deadline | null;
}

export type AssessorAllocated = Recorded<Omit<AllocateAssessor, 'appointed'>, 'AssessorAllocated'> & Due;
export type AllocationDeclined = Recorded<DeclineAllocation, 'AllocationDeclined'>;
export type MarkingBegun = Recorded<BeginMarking, 'MarkingBegun'> & Due;
export type EvidenceConfirmed = Recorded<ConfirmEvidence, 'EvidenceConfirmed'>;
export type StandardJudged = Recorded<JudgeStandard, 'StandardJudged'>;
export type GateJudged = Recorded<JudgeGate, 'GateJudged'>;
export type VisitRecorded = Recorded<RecordVisit, 'VisitRecorded'>;
export type DiscussionRecorded = Recorded<RecordDiscussion, 'DiscussionRecorded'>;
export type CoverageNoted = Recorded<NoteCoverage, 'CoverageNoted'>;
export type CoverageWaived = Recorded<WaiveCoverage, 'CoverageWaived'>;

/** The review as it was sealed: everything that later stages need of it. */
export interface ReviewSealed extends AnyFact {
  readonly type: 'ReviewSealed';
  readonly review: ReviewId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly assessor: PersonId;
  readonly attempt: number;
  readonly round: number;
  readonly scores: Scores;
  readonly gates: Readonly<Record<string, boolean>>;
}

export interface ReviewReopened extends AnyFact {
  readonly type: 'ReviewReopened';
  readonly due: Deadline | null;
  readonly queries: readonly Query[];
}

export type ReviewFact =
  | ReviewOpened
  | AssessorAllocated
  | AllocationDeclined
  | MarkingBegun
  | EvidenceConfirmed
  | StandardJudged
  | GateJudged
  | VisitRecorded
  | DiscussionRecorded
  | CoverageNoted
  | CoverageWaived
  | ReviewSealed
  | ReviewReopened;

const confirmed = ({ valid, authentic, current, sufficient }: EvidenceTest) =>
  valid && authentic && current && sufficient;

export const reviewFacts: FactBook<Review, ReviewCommand, Exclude<ReviewFact, ReviewOpened>> = {
  AssessorAllocated: {
    tell: (_review, { assessor, at }: AllocateAssessor, book) => ({
      assessor,
      due: deadlineOf('claim-review', at, book),
    }),
    change: (review, { assessor, due }) => ({ ...review, assessor, due }),
  },
  AllocationDeclined: {
    tell: (_review, { reason }: DeclineAllocation) => ({ reason: reason.trim() }),
    change: (review, { by }) => ({ ...review, assessor: null, due: null, declined: [...review.declined, by.person] }),
  },
  MarkingBegun: {
    tell: (_review, { noConflict, at }: BeginMarking, book) => ({ noConflict, due: deadlineOf('mark', at, book) }),
    change: (review, { due }) => ({ ...review, due }),
  },
  EvidenceConfirmed: {
    tell: (_review, { standard, source, valid, authentic, current, sufficient }: ConfirmEvidence) => ({
      standard,
      source,
      valid,
      authentic,
      current,
      sufficient,
    }),
    change: (review, fact) => {
      const others = (review.counting[fact.standard] ?? []).filter((source) => source !== fact.source);
      return {
        ...review,
        counting: { ...review.counting, [fact.standard]: confirmed(fact) ? [...others, fact.source] : others },
      };
    },
  },
  StandardJudged: {
    tell: (_review, { standard, score, reason, evidence }: JudgeStandard) => ({
      standard,
      score,
      reason: reason.trim(),
      evidence,
    }),
    change: (review, { standard, score, evidence }) => ({
      ...review,
      scores: { ...review.scores, [standard]: score },
      rests: { ...review.rests, [standard]: evidence },
    }),
  },
  GateJudged: {
    tell: (_review, { component, met, reason }: JudgeGate) => ({ component, met, reason: reason.trim() }),
    change: (review, { component, met }) => ({ ...review, gates: { ...review.gates, [component]: met } }),
  },
  VisitRecorded: {
    tell: (_review, { on, account }: RecordVisit) => ({ on, account: account.trim() }),
    change: (review) => ({ ...review, sources: { ...review.sources, visit: 'observation' } }),
  },
  DiscussionRecorded: {
    tell: (_review, { on, minutes, account }: RecordDiscussion) => ({ on, minutes, account: account.trim() }),
    change: (review) => ({ ...review, sources: { ...review.sources, discussion: 'discussion' } }),
  },
  CoverageNoted: {
    tell: (_review, { statements }: NoteCoverage) => ({ statements }),
    change: (review, { statements }) => ({ ...review, coverage: [...new Set([...review.coverage, ...statements])] }),
  },
  CoverageWaived: {
    tell: (_review, { statement, reason }: WaiveCoverage) => ({ statement, reason: reason.trim() }),
    change: (review, { statement }) => ({ ...review, coverage: [...new Set([...review.coverage, statement])] }),
  },
  ReviewSealed: {
    tell: ({ review, submission, candidate, provider, cohort, assessor, attempt, round, scores, gates }) => {
      if (assessor === null) throw new TypeError('A review that is sealed has an assessor');
      return { review, submission, candidate, provider, cohort, assessor, attempt, round, scores, gates };
    },
    change: (review) => ({ ...review, due: null }),
  },
  ReviewReopened: {
    tell: (_review, { queries, at }: ReopenReview, book) => ({ queries, due: deadlineOf('mark', at, book) }),
    change: (review, { due }) => ({ ...review, due, round: review.round + 1 }),
  },
};
