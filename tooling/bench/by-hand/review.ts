import type {
  AssessorAllocated,
  CoverageNoted,
  DiscussionRecorded,
  EvidenceConfirmed,
  GateJudged,
  MarkingBegun,
  Review,
  ReviewCommand,
  ReviewFact,
  ReviewOpened,
  ReviewSealed,
  StandardJudged,
  VisitRecorded,
} from '../../../packages/engine/src/index.ts';
import { staleSources } from '../../../packages/engine/src/review/currency.ts';
import {
  assessorHasNotDeclined,
  assessorIsAppointed,
  assessorIsIndependent,
  assessorMarksOnce,
  assessorStandsNowhereElse,
  noConflictIsDeclared,
  noConflictIsKnown,
} from '../../../packages/engine/src/review/review.allocation.rules.ts';
import {
  discussionHasLength,
  evidenceCounts,
  evidenceSuffices,
  occasionIsRecorded,
  sourceIsCurrent,
  sourceIsInPortfolio,
  sourceIsNotAside,
} from '../../../packages/engine/src/review/review.evidence.rules.ts';
import { reviewFacts } from '../../../packages/engine/src/review/review.facts.ts';
import {
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
} from '../../../packages/engine/src/review/review.rules.ts';
import {
  everyGateIsJudged,
  everyScoreIsSupported,
  everyStandardIsJudged,
  everyStatementIsCovered,
} from '../../../packages/engine/src/review/review.seal.rules.ts';
import type { ByHand } from '../recorder.ts';
import { done, isApart, no } from './hand.ts';

const {
  AssessorAllocated,
  MarkingBegun,
  EvidenceConfirmed,
  StandardJudged,
  GateJudged,
  VisitRecorded,
  DiscussionRecorded,
  CoverageNoted,
  ReviewSealed,
} = reviewFacts;

const isMarker = ({ assessor, candidate }: Review, command: ReviewCommand) =>
  command.by.role === 'assessor' && command.by.person === assessor && isApart(command, candidate);

/** The journey's commands on a review, as a plain switch. */
export const reviewByHand: ByHand<Review, ReviewCommand, ReviewFact> = (state, command, book) => {
  const { by, at } = command;
  if (state === null) {
    if (command.type !== 'OpenReview' || by.role !== 'system') return no;
    const { review, submission, candidate, provider, cohort, attempt, manifest, marker, scope, sources } = command;
    const { submittedOn, dated } = command;
    const stale = staleSources(dated, submittedOn, book);
    const told = { review, submission, candidate, provider, cohort, attempt, manifest, marker, scope, sources };
    const fact: ReviewOpened = { type: 'ReviewOpened', by, at, ...told, submittedOn, dated, stale };
    const empty = { counting: {}, scores: {}, rests: {}, gates: {}, coverage: [], allowances: {} };
    const begun = { assessor: null, due: null, declined: [], round: 1, queried: null, aside: [] };
    return done('awaitingAllocation', { ...told, stale, ...begun, ...empty }, fact);
  }
  const { status, context } = state;
  switch (command.type) {
    case 'AllocateAssessor': {
      if (
        status !== 'awaitingAllocation' ||
        by.role !== 'provider' ||
        by.provider !== context.provider ||
        !isApart(command, context.candidate) ||
        !assessorIsIndependent.holds(context, command, book) ||
        !assessorHasNotDeclined.holds(context, command, book) ||
        !assessorIsAppointed.holds(context, command, book) ||
        !noConflictIsKnown.holds(context, command, book) ||
        !assessorStandsNowhereElse.holds(context, command, book) ||
        !assessorMarksOnce.holds(context, command, book)
      )
        return no;
      const told = AssessorAllocated.tell(context, command, book);
      const fact: AssessorAllocated = { type: 'AssessorAllocated', by, at, ...told };
      return done('allocated', AssessorAllocated.change(context, fact), fact);
    }
    case 'BeginMarking': {
      if (status !== 'allocated' || !isMarker(context, command) || !noConflictIsDeclared.holds(context, command, book))
        return no;
      const fact: MarkingBegun = { type: 'MarkingBegun', by, at, ...MarkingBegun.tell(context, command, book) };
      return done('marking', MarkingBegun.change(context, fact), fact);
    }
    case 'ConfirmEvidence': {
      if (
        status !== 'marking' ||
        !isMarker(context, command) ||
        !standardIsJudged.holds(context, command, book) ||
        !standardIsNotBanked.holds(context, command, book) ||
        !isAskedFor.holds(context, command, book) ||
        !sourceIsInPortfolio.holds(context, command, book) ||
        !sourceIsNotAside.holds(context, command, book) ||
        !sourceIsCurrent.holds(context, command, book)
      )
        return no;
      const told = EvidenceConfirmed.tell(context, command, book);
      const fact: EvidenceConfirmed = { type: 'EvidenceConfirmed', by, at, ...told };
      return done('marking', EvidenceConfirmed.change(context, fact), fact);
    }
    case 'JudgeStandard': {
      if (
        status !== 'marking' ||
        !isMarker(context, command) ||
        !standardIsJudged.holds(context, command, book) ||
        !standardIsNotBanked.holds(context, command, book) ||
        !isAskedFor.holds(context, command, book) ||
        !returnIsKeptTo.holds(context, command, book) ||
        !scoreIsOnScale.holds(context, command, book) ||
        !judgementIsReasoned.holds(context, command, book) ||
        !reasonIsTheAssessors.holds(context, command, book) ||
        !evidenceCounts.holds(context, command, book) ||
        !evidenceSuffices.holds(context, command, book)
      )
        return no;
      const fact: StandardJudged = { type: 'StandardJudged', by, at, ...StandardJudged.tell(context, command, book) };
      return done('marking', StandardJudged.change(context, fact), fact);
    }
    case 'JudgeGate': {
      if (
        status !== 'marking' ||
        !isMarker(context, command) ||
        !componentIsGate.holds(context, command, book) ||
        !isAskedFor.holds(context, command, book) ||
        !judgementIsReasoned.holds(context, command, book) ||
        !gateWasSeen.holds(context, command, book)
      )
        return no;
      const fact: GateJudged = { type: 'GateJudged', by, at, ...GateJudged.tell(context, command, book) };
      return done('marking', GateJudged.change(context, fact), fact);
    }
    case 'RecordVisit': {
      if (status !== 'marking' || !isMarker(context, command) || !occasionIsRecorded.holds(context, command, book))
        return no;
      const fact: VisitRecorded = { type: 'VisitRecorded', by, at, ...VisitRecorded.tell(context, command, book) };
      return done('marking', VisitRecorded.change(context, fact), fact);
    }
    case 'RecordDiscussion': {
      if (
        status !== 'marking' ||
        !isMarker(context, command) ||
        !occasionIsRecorded.holds(context, command, book) ||
        !discussionHasLength.holds(context, command, book)
      )
        return no;
      const told = DiscussionRecorded.tell(context, command, book);
      const fact: DiscussionRecorded = { type: 'DiscussionRecorded', by, at, ...told };
      return done('marking', DiscussionRecorded.change(context, fact), fact);
    }
    case 'NoteCoverage': {
      if (status !== 'marking' || !isMarker(context, command) || !statementsAreIndicators.holds(context, command, book))
        return no;
      const fact: CoverageNoted = { type: 'CoverageNoted', by, at, ...CoverageNoted.tell(context, command, book) };
      return done('marking', CoverageNoted.change(context, fact), fact);
    }
    case 'SealReview': {
      if (
        status !== 'marking' ||
        !isMarker(context, command) ||
        !everyStandardIsJudged.holds(context, command, book) ||
        !everyGateIsJudged.holds(context, command, book) ||
        !everyStatementIsCovered.holds(context, command, book) ||
        !everyScoreIsSupported.holds(context, command, book)
      )
        return no;
      const fact: ReviewSealed = { type: 'ReviewSealed', by, at, ...ReviewSealed.tell(context, command, book) };
      return done('sealed', ReviewSealed.change(context, fact), fact);
    }
    default:
      return no;
  }
};
