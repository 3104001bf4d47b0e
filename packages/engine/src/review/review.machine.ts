import { charting } from '../kernel/index.ts';
import { reviewFacts } from './review.facts.ts';
import {
  assessorHasNotDeclined,
  assessorIsAppointed,
  assessorIsIndependent,
  assessorMarksOnce,
  assessorStandsNowhereElse,
  declineIsReasoned,
  noConflictIsDeclared,
  noConflictIsKnown,
  timeToClaimIsOver,
} from './review.allocation.rules.ts';
import {
  discussionHasLength,
  evidenceCounts,
  evidenceSuffices,
  occasionIsRecorded,
  settingAsideIsReasoned,
  sourceIsAside,
  sourceIsCurrent,
  sourceIsInPortfolio,
  sourceIsNotAside,
} from './review.evidence.rules.ts';
import {
  allowanceCovers,
  componentIsGate,
  gateWasSeen,
  isAskedFor,
  judgementIsReasoned,
  reasonIsTheAssessors,
  returnIsKeptTo,
  scoreIsOnScale,
  standardIsJudged,
  standardIsNotBanked,
  statementsAreIndicators,
  waiverIsReasoned,
} from './review.rules.ts';
import {
  everyGateIsJudged,
  everyScoreIsSupported,
  everyStandardIsJudged,
  everyStatementIsCovered,
  reopeningIsAsked,
} from './review.seal.rules.ts';

const { createMachine, all, record } = charting(reviewFacts);

const decline = {
  guard: all(declineIsReasoned),
  target: 'awaitingAllocation',
  actions: record('AllocationDeclined'),
} as const;

/** Evidence can fall away at any time, after the seal too: a review that is reopened then looks at what rested on it. */
const evidenceFalls = {
  SetAside: { guard: all(sourceIsInPortfolio, settingAsideIsReasoned), actions: record('SourceSetAside') },
  RestoreSource: { guard: all(sourceIsAside, settingAsideIsReasoned), actions: record('SourceRestored') },
} as const;

export const reviewMachine = createMachine({
  id: 'review',
  initial: 'awaitingAllocation',
  context: ({ input }) => input,
  states: {
    awaitingAllocation: {
      on: {
        AllocateAssessor: {
          guard: all(
            assessorIsIndependent,
            assessorHasNotDeclined,
            assessorIsAppointed,
            noConflictIsKnown,
            assessorStandsNowhereElse,
            assessorMarksOnce,
          ),
          target: 'allocated',
          actions: record('AssessorAllocated'),
        },
        ...evidenceFalls,
      },
    },
    allocated: {
      on: {
        BeginMarking: { guard: all(noConflictIsDeclared), target: 'marking', actions: record('MarkingBegun') },
        DeclineAllocation: decline,
        LapseAllocation: {
          guard: all(timeToClaimIsOver),
          target: 'awaitingAllocation',
          actions: record('AllocationLapsed'),
        },
        ...evidenceFalls,
      },
    },
    marking: {
      on: {
        ConfirmEvidence: {
          guard: all(
            standardIsJudged,
            standardIsNotBanked,
            isAskedFor,
            sourceIsInPortfolio,
            sourceIsNotAside,
            sourceIsCurrent,
          ),
          actions: record('EvidenceConfirmed'),
        },
        JudgeStandard: {
          guard: all(
            standardIsJudged,
            standardIsNotBanked,
            isAskedFor,
            returnIsKeptTo,
            scoreIsOnScale,
            judgementIsReasoned,
            reasonIsTheAssessors,
            evidenceCounts,
            evidenceSuffices,
          ),
          actions: record('StandardJudged'),
        },
        JudgeGate: {
          guard: all(componentIsGate, isAskedFor, judgementIsReasoned, gateWasSeen),
          actions: record('GateJudged'),
        },
        RecordVisit: { guard: all(occasionIsRecorded), actions: record('VisitRecorded') },
        RecordDiscussion: {
          guard: all(occasionIsRecorded, discussionHasLength),
          actions: record('DiscussionRecorded'),
        },
        NoteCoverage: { guard: all(statementsAreIndicators), actions: record('CoverageNoted') },
        WaiveCoverage: { guard: all(waiverIsReasoned), actions: record('CoverageWaived') },
        LogAllowance: { guard: all(allowanceCovers), actions: record('AllowanceLogged') },
        ...evidenceFalls,
        SealReview: {
          guard: all(everyStandardIsJudged, everyGateIsJudged, everyStatementIsCovered, everyScoreIsSupported),
          target: 'sealed',
          actions: record('ReviewSealed'),
        },
      },
    },
    sealed: {
      on: {
        ReopenReview: { guard: all(reopeningIsAsked), target: 'marking', actions: record('ReviewReopened') },
        ...evidenceFalls,
      },
    },
  },
});
