import { charting } from '../kernel/index.ts';
import { priorLearningFacts } from './prior-learning.facts.ts';
import {
  assessorIsAppointed,
  assessorIsIndependent,
  everyStandardIsJudged,
  judgementIsReasoned,
  standardIsClaimed,
  submissionIsOpen,
} from './prior-learning.rules.ts';

const { createMachine, all, record } = charting(priorLearningFacts);

const allocate = {
  guard: all(assessorIsAppointed, assessorIsIndependent),
  target: 'judging',
  actions: record('PriorLearningAllocated'),
} as const;
const withdraw = { target: 'withdrawn', actions: record('PriorLearningWithdrawn') } as const;

export const priorLearningMachine = createMachine({
  id: 'prior learning',
  initial: 'awaitingAllocation',
  context: ({ input }) => input,
  states: {
    awaitingAllocation: { on: { AllocatePriorLearning: allocate, WithdrawPriorLearning: withdraw } },
    judging: {
      on: {
        AllocatePriorLearning: allocate,
        JudgePriorLearning: {
          guard: all(standardIsClaimed, judgementIsReasoned),
          actions: record('PriorLearningJudged'),
        },
        SealPriorLearning: {
          guard: all(everyStandardIsJudged, submissionIsOpen),
          target: 'decided',
          actions: record('PriorLearningDecided'),
        },
        WithdrawPriorLearning: withdraw,
      },
    },
    decided: {},
    withdrawn: {},
  },
});
