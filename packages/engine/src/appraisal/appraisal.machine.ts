import { charting } from '../kernel/index.ts';
import { appraisalFacts } from './appraisal.facts.ts';
import {
  continuedWasCarried,
  elementsAreOfProfile,
  everyDifferenceIsSettled,
  everyObjectiveIsSpokenOf,
  everyStatementIsRated,
  levelsAreOfProfile,
  objectiveIsSet,
  objectiveIsWhole,
  objectivesAreFew,
  occasionIsRecorded,
  onlyDifferencesAreSettled,
  ratingIsReasoned,
  remitHasElements,
  reviewerActs,
  selfRatingIsEvidenced,
  statementIsInRemit,
  theOtherAgrees,
} from './appraisal.rules.ts';

const { createMachine, all, record } = charting(appraisalFacts);

/** The record is the practitioner's: every state that leads on knows this. */
const theirs = { WithdrawAppraisal: { target: 'withdrawn', actions: record('AppraisalWithdrawn') } } as const;

const remit = [remitHasElements, elementsAreOfProfile, levelsAreOfProfile] as const;
const proposeRemit = [
  {
    guard: all(reviewerActs, ...remit),
    target: 'remitPutToPractitioner',
    actions: record('RemitPutToPractitioner'),
  },
  { guard: all(...remit), target: 'remitPutToReviewer', actions: record('RemitPutToReviewer') },
] as const;
const agreeRemit = { guard: all(theOtherAgrees), target: 'selfReviewOpen', actions: record('RemitAgreed') } as const;

const rateSelf = {
  guard: all(statementIsInRemit, levelsAreOfProfile, selfRatingIsEvidenced),
  actions: record('SelfRated'),
} as const;
const rateAsReviewer = {
  guard: all(statementIsInRemit, levelsAreOfProfile, ratingIsReasoned),
  actions: record('ReviewerRated'),
} as const;
const sealSelfReview = { guard: all(everyStatementIsRated), actions: record('SelfReviewSealed') } as const;
const sealReviewerRating = { guard: all(everyStatementIsRated), actions: record('ReviewerRatingSealed') } as const;

const profile = [levelsAreOfProfile, onlyDifferencesAreSettled, everyDifferenceIsSettled] as const;
/** Whoever changes an objective takes the profile back to the table: what is confirmed is what was put forward. */
const agree = {
  AgreeProfile: [
    {
      guard: all(reviewerActs, ...profile),
      target: 'profilePutToPractitioner',
      actions: record('ProfilePutToPractitioner'),
    },
    { guard: all(...profile), target: 'profilePutToReviewer', actions: record('ProfilePutToReviewer') },
  ],
  SetObjective: {
    guard: all(objectiveIsWhole, objectivesAreFew, continuedWasCarried),
    target: 'agreeing',
    actions: record('ObjectiveSet'),
  },
  DropObjective: { guard: all(objectiveIsSet), target: 'agreeing', actions: record('ObjectiveDropped') },
} as const;
const confirm = { guard: all(theOtherAgrees), target: 'underWay', actions: record('ProfileConfirmed') } as const;

export const appraisalMachine = createMachine({
  id: 'appraisal',
  initial: 'remitOpen',
  context: ({ input }) => input,
  states: {
    remitOpen: { on: { ProposeRemit: proposeRemit, ...theirs } },
    remitPutToPractitioner: { on: { ProposeRemit: proposeRemit, AgreeRemit: agreeRemit, ...theirs } },
    remitPutToReviewer: { on: { ProposeRemit: proposeRemit, AgreeRemit: agreeRemit, ...theirs } },
    selfReviewOpen: {
      on: {
        RateSelf: rateSelf,
        RateAsReviewer: rateAsReviewer,
        SealSelfReview: { ...sealSelfReview, target: 'selfReviewSealed' },
        SealReviewerRating: { ...sealReviewerRating, target: 'reviewerRatingSealed' },
        ...theirs,
      },
    },
    selfReviewSealed: {
      on: {
        RateAsReviewer: rateAsReviewer,
        SealReviewerRating: { ...sealReviewerRating, target: 'awaitingMeeting' },
        ...theirs,
      },
    },
    reviewerRatingSealed: {
      on: { RateSelf: rateSelf, SealSelfReview: { ...sealSelfReview, target: 'awaitingMeeting' }, ...theirs },
    },
    awaitingMeeting: {
      on: {
        RecordMeeting: { guard: all(occasionIsRecorded), target: 'agreeing', actions: record('MeetingRecorded') },
        ...theirs,
      },
    },
    agreeing: { on: { ...agree, ...theirs } },
    profilePutToPractitioner: { on: { ...agree, ConfirmProfile: confirm, ...theirs } },
    profilePutToReviewer: { on: { ...agree, ConfirmProfile: confirm, ...theirs } },
    underWay: {
      on: {
        RecordMidYear: {
          guard: all(occasionIsRecorded, everyObjectiveIsSpokenOf),
          target: 'pastMidYear',
          actions: record('MidYearRecorded'),
        },
        ...theirs,
      },
    },
    pastMidYear: {
      on: {
        RecordYearEnd: {
          guard: all(occasionIsRecorded, everyObjectiveIsSpokenOf),
          target: 'yearEnded',
          actions: record('YearEndRecorded'),
        },
        ...theirs,
      },
    },
    yearEnded: {
      on: { CarryForward: { target: 'carriedForward', actions: record('AppraisalCarriedForward') }, ...theirs },
    },
    carriedForward: {},
    withdrawn: {},
  },
});
