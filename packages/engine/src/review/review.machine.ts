import { charting } from '../kernel/index.ts';
import { reviewFacts } from './review.facts.ts';
import {
  assessorHasNotDeclined,
  assessorIsAppointed,
  assessorIsIndependent,
  componentIsGate,
  declineIsReasoned,
  discussionHasLength,
  everyGateIsJudged,
  everyScoreIsSupported,
  everyStandardIsJudged,
  everyStatementIsCovered,
  evidenceCounts,
  evidenceSuffices,
  gateWasSeen,
  judgementIsReasoned,
  noConflictIsDeclared,
  occasionIsRecorded,
  reopeningIsAsked,
  scoreIsOnScale,
  sourceIsInPortfolio,
  standardIsJudged,
  statementsAreIndicators,
  waiverIsReasoned,
} from './review.rules.ts';

const { createMachine, all, record } = charting(reviewFacts);

const decline = {
  guard: all(declineIsReasoned),
  target: 'awaitingAllocation',
  actions: record('AllocationDeclined'),
} as const;

export const reviewMachine = createMachine({
  id: 'review',
  initial: 'awaitingAllocation',
  context: ({ input }) => input,
  states: {
    awaitingAllocation: {
      on: {
        AllocateAssessor: {
          guard: all(assessorIsIndependent, assessorHasNotDeclined, assessorIsAppointed),
          target: 'allocated',
          actions: record('AssessorAllocated'),
        },
      },
    },
    allocated: {
      on: {
        BeginMarking: { guard: all(noConflictIsDeclared), target: 'marking', actions: record('MarkingBegun') },
        DeclineAllocation: decline,
      },
    },
    marking: {
      on: {
        ConfirmEvidence: { guard: all(standardIsJudged, sourceIsInPortfolio), actions: record('EvidenceConfirmed') },
        JudgeStandard: {
          guard: all(standardIsJudged, scoreIsOnScale, judgementIsReasoned, evidenceCounts, evidenceSuffices),
          actions: record('StandardJudged'),
        },
        JudgeGate: { guard: all(componentIsGate, judgementIsReasoned, gateWasSeen), actions: record('GateJudged') },
        RecordVisit: { guard: all(occasionIsRecorded), actions: record('VisitRecorded') },
        RecordDiscussion: {
          guard: all(occasionIsRecorded, discussionHasLength),
          actions: record('DiscussionRecorded'),
        },
        NoteCoverage: { guard: all(statementsAreIndicators), actions: record('CoverageNoted') },
        WaiveCoverage: { guard: all(waiverIsReasoned), actions: record('CoverageWaived') },
        SealReview: {
          guard: all(everyStandardIsJudged, everyGateIsJudged, everyStatementIsCovered, everyScoreIsSupported),
          target: 'sealed',
          actions: record('ReviewSealed'),
        },
      },
    },
    sealed: {
      on: { ReopenReview: { guard: all(reopeningIsAsked), target: 'marking', actions: record('ReviewReopened') } },
    },
  },
});
