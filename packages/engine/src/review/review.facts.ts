import type { StatementCode } from '@assay/standards';
import {
  deadlineOf,
  type AnyFact,
  type CohortId,
  type ContentHash,
  type Day,
  type Deadline,
  type FactBook,
  type PersonId,
  type ProviderId,
  type ReviewId,
  type SubmissionId,
} from '../kernel/index.ts';
import type { Allowances, Scores } from '../scoring/index.ts';
import type { Marker } from './agreed.ts';
import type {
  AllocateAssessor,
  BeginMarking,
  ConfirmEvidence,
  DeclineAllocation,
  EvidenceTest,
  JudgeGate,
  JudgeStandard,
  LapseAllocation,
  LogAllowance,
  NoteCoverage,
  Query,
  RecordDiscussion,
  RecordVisit,
  ReopenReview,
  RestoreSource,
  ReviewCommand,
  ReviewScope,
  SetAside,
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
  readonly marker: Marker;
  readonly scope: ReviewScope;
  readonly assessor: PersonId | null;
  /** What the assessor is asked for next, by when: to begin, or to seal. Null while nobody is asked. */
  readonly due: Deadline | null;
  readonly declined: readonly PersonId[];
  /** 1, and one more for every return by a moderator. */
  readonly round: number;
  /** What a moderator's return asks to be looked at again; null before any. */
  readonly queried: readonly StatementCode[] | null;
  /** Method by source. */
  readonly sources: Sources;
  /** R2: sources too old to be current. */
  readonly stale: readonly string[];
  /** Sources that no longer count, whatever is confirmed of them. */
  readonly aside: readonly Source[];
  /** R1: by standard, the sources confirmed as valid, authentic, current and sufficient for it. */
  readonly counting: Readonly<Record<string, readonly Source[]>>;
  readonly scores: Scores;
  /** By standard, the sources that its judgement rests on. */
  readonly rests: Readonly<Record<string, readonly Source[]>>;
  readonly gates: Readonly<Record<string, boolean>>;
  /** Codes noted as evidenced or waived. */
  readonly coverage: readonly string[];
  /** By area, why a standard of it may stand below its threshold, and of which standards that was said. */
  readonly allowances: Readonly<Record<string, Logged>>;
}

interface Logged {
  readonly reason: string;
  readonly standards: readonly StatementCode[];
}

export interface ReviewOpened
  extends
    AnyFact,
    Pick<
      Review,
      | 'review'
      | 'submission'
      | 'candidate'
      | 'provider'
      | 'cohort'
      | 'attempt'
      | 'manifest'
      | 'marker'
      | 'scope'
      | 'sources'
      | 'stale'
    > {
  readonly type: 'ReviewOpened';
  readonly submittedOn: Day;
  readonly dated: Readonly<Record<string, Day>>;
}

type Recorded<Command, Type extends string> = AnyFact & Omit<Command, 'type' | 'involved'> & { readonly type: Type };

/** A fact that sets a clock running. */
interface Due {
  readonly due: Deadline | null;
}

export type AssessorAllocated = Recorded<
  Omit<AllocateAssessor, 'appointed' | 'connected' | 'markers'>,
  'AssessorAllocated'
> &
  Due;
export type AllocationDeclined = Recorded<DeclineAllocation, 'AllocationDeclined'>;
/** Nobody began or declined in time. */
export type AllocationLapsed = Recorded<LapseAllocation, 'AllocationLapsed'> & { readonly assessor: PersonId };
export type MarkingBegun = Recorded<BeginMarking, 'MarkingBegun'> & Due;
export type EvidenceConfirmed = Recorded<ConfirmEvidence, 'EvidenceConfirmed'>;
export type StandardJudged = Recorded<JudgeStandard, 'StandardJudged'>;
export type GateJudged = Recorded<JudgeGate, 'GateJudged'>;
export type VisitRecorded = Recorded<RecordVisit, 'VisitRecorded'>;
export type DiscussionRecorded = Recorded<RecordDiscussion, 'DiscussionRecorded'>;
export type CoverageNoted = Recorded<NoteCoverage, 'CoverageNoted'>;
export type CoverageWaived = Recorded<WaiveCoverage, 'CoverageWaived'>;
export type AllowanceLogged = Recorded<LogAllowance, 'AllowanceLogged'> & Pick<Logged, 'standards'>;
export type SourceSetAside = Recorded<SetAside, 'SourceSetAside'>;
export type SourceRestored = Recorded<RestoreSource, 'SourceRestored'>;

/** The review as it was sealed: everything that later stages need of it. */
export interface ReviewSealed extends AnyFact {
  readonly type: 'ReviewSealed';
  readonly review: ReviewId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly marker: Marker;
  readonly assessor: PersonId;
  readonly attempt: number;
  readonly round: number;
  readonly scores: Scores;
  readonly gates: Readonly<Record<string, boolean>>;
  readonly allowances: Allowances;
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
  | AllocationLapsed
  | MarkingBegun
  | EvidenceConfirmed
  | StandardJudged
  | GateJudged
  | VisitRecorded
  | DiscussionRecorded
  | CoverageNoted
  | CoverageWaived
  | AllowanceLogged
  | SourceSetAside
  | SourceRestored
  | ReviewSealed
  | ReviewReopened;

const confirmed = ({ valid, authentic, current, sufficient }: EvidenceTest) =>
  valid && authentic && current && sufficient;

/** Who has the review; the chart sees to it that somebody does where this is asked. */
function allocatedTo({ assessor }: Review): PersonId {
  if (assessor === null) throw new TypeError('A review that goes on has an assessor');
  return assessor;
}

const mapped = <Value, To>(record: Readonly<Record<string, Value>>, change: (value: Value) => To) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const without = <Value>(record: Readonly<Record<string, Value>>, gone: (value: Value) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => !gone(value)));

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
  AllocationLapsed: {
    tell: (review) => ({ assessor: allocatedTo(review) }),
    change: (review) => ({ ...review, assessor: null, due: null }),
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
    tell: (_review, { standard, score, reason, evidence, suggestion }: JudgeStandard) => ({
      standard,
      score,
      reason: reason.trim(),
      evidence,
      ...(suggestion === undefined ? {} : { suggestion }),
    }),
    // An allowance was logged for the scores of its area as they stood: with one judged anew, it is taken back.
    change: (review, { standard, score, evidence }) => ({
      ...review,
      scores: { ...review.scores, [standard]: score },
      rests: { ...review.rests, [standard]: evidence },
      allowances: without(review.allowances, ({ standards }) => standards.includes(standard)),
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
  AllowanceLogged: {
    tell: (_review, { area, reason }: LogAllowance, book) => ({
      area,
      reason: reason.trim(),
      standards: (book.judgedIn.get(area) ?? []).map(({ code }) => code),
    }),
    change: (review, { area, reason, standards }) => ({
      ...review,
      allowances: { ...review.allowances, [area]: { reason, standards } },
    }),
  },
  SourceSetAside: {
    tell: (_review, { source, reason }: SetAside) => ({ source, reason: reason.trim() }),
    change: (review, { source }) => ({
      ...review,
      aside: [...new Set([...review.aside, source])],
      counting: mapped(review.counting, (sources) => sources.filter((counted) => counted !== source)),
    }),
  },
  SourceRestored: {
    tell: (_review, { source, reason }: RestoreSource) => ({ source, reason: reason.trim() }),
    change: (review, { source }) => ({ ...review, aside: review.aside.filter((still) => still !== source) }),
  },
  ReviewSealed: {
    tell: (state) => {
      const { review, submission, candidate, provider, cohort, marker, attempt, round, scores, gates } = state;
      const allowances = mapped(state.allowances, ({ reason }) => reason);
      const assessor = allocatedTo(state);
      return {
        review,
        submission,
        candidate,
        provider,
        cohort,
        marker,
        assessor,
        attempt,
        round,
        scores,
        gates,
        allowances,
      };
    },
    change: (review) => ({ ...review, due: null }),
  },
  ReviewReopened: {
    tell: (_review, { queries, at }: ReopenReview, book) => ({ queries, due: deadlineOf('mark', at, book) }),
    change: (review, { due, queries }) => ({
      ...review,
      due,
      round: review.round + 1,
      queried: queries.map(({ standard }) => standard),
    }),
  },
};
