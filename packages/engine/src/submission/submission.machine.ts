import { charting } from '../kernel/index.ts';
import { submissionFacts } from './submission.facts.ts';
import {
  actionPlanIsTold,
  dueHasPassed,
  everyComponentIsThere,
  everyItemIsDeclared,
  excuseIsReasoned,
  extensionIsInSize,
  extensionIsReasoned,
  extensionReachesAhead,
  extensionsAreInLimit,
  lateTimeHasPassed,
  manifestIsTrue,
  portfolioHasEvidence,
  portfolioIsDeclared,
  priorLearningIsLimited,
  retakeIsPlanned,
  returnIsReasoned,
  standardsAreOpen,
  timeIsLeft,
  withdrawalIsReasoned,
} from './submission.rules.ts';

const { createMachine, all, record } = charting(submissionFacts);

const excuse = { guard: all(excuseIsReasoned), target: 'excused', actions: record('AttemptExcused') } as const;

/** While the candidate works on it, in time or late. */
const gathering = {
  Submit: {
    guard: all(
      portfolioHasEvidence,
      everyItemIsDeclared,
      everyComponentIsThere,
      portfolioIsDeclared,
      manifestIsTrue,
      timeIsLeft,
      retakeIsPlanned,
    ),
    target: 'submitted',
    actions: record('SubmissionSubmitted'),
  },
  WithdrawSubmission: {
    guard: all(withdrawalIsReasoned, timeIsLeft),
    target: 'withdrawn',
    actions: record('SubmissionWithdrawn'),
  },
  GrantExtension: {
    guard: all(extensionIsInSize, extensionsAreInLimit, extensionIsReasoned, timeIsLeft, extensionReachesAhead),
    target: 'open',
    actions: record('ExtensionGranted'),
  },
  RecordActionPlan: { guard: all(actionPlanIsTold), actions: record('ActionPlanRecorded') },
  BankPriorLearning: {
    guard: all(standardsAreOpen, priorLearningIsLimited),
    actions: record('PriorLearningBanked'),
  },
  ExcuseAttempt: excuse,
} as const;

export const submissionMachine = createMachine({
  id: 'submission',
  initial: 'open',
  context: ({ input }) => input,
  states: {
    open: {
      on: {
        ...gathering,
        PassDue: { guard: all(dueHasPassed), target: 'late', actions: record('DuePassed') },
      },
    },
    late: {
      on: {
        ...gathering,
        PassLate: { guard: all(lateTimeHasPassed), target: 'notSubmitted', actions: record('SubmissionMissed') },
      },
    },
    submitted: {
      on: {
        AcceptSubmission: { target: 'accepted', actions: record('SubmissionAccepted') },
        ReturnSubmission: { guard: all(returnIsReasoned), target: 'open', actions: record('SubmissionReturned') },
        WithdrawSubmission: {
          guard: all(withdrawalIsReasoned),
          target: 'withdrawn',
          actions: record('SubmissionWithdrawn'),
        },
      },
    },
    accepted: {},
    withdrawn: {},
    notSubmitted: { on: { ExcuseAttempt: excuse } },
    excused: {},
  },
});
