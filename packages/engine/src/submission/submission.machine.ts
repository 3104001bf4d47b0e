import { charting } from '../kernel/index.ts';
import { submissionFacts } from './submission.facts.ts';
import {
  everyComponentIsThere,
  everyItemIsDeclared,
  manifestIsTrue,
  portfolioHasEvidence,
  portfolioIsDeclared,
  returnIsReasoned,
  withdrawalIsReasoned,
} from './submission.rules.ts';

const { createMachine, all, record } = charting(submissionFacts);

const withdraw = {
  guard: all(withdrawalIsReasoned),
  target: 'withdrawn',
  actions: record('SubmissionWithdrawn'),
} as const;

export const submissionMachine = createMachine({
  id: 'submission',
  initial: 'open',
  context: ({ input }) => input,
  states: {
    open: {
      on: {
        Submit: {
          guard: all(
            portfolioHasEvidence,
            everyItemIsDeclared,
            everyComponentIsThere,
            portfolioIsDeclared,
            manifestIsTrue,
          ),
          target: 'submitted',
          actions: record('SubmissionSubmitted'),
        },
        WithdrawSubmission: withdraw,
      },
    },
    submitted: {
      on: {
        AcceptSubmission: { target: 'accepted', actions: record('SubmissionAccepted') },
        ReturnSubmission: { guard: all(returnIsReasoned), target: 'open', actions: record('SubmissionReturned') },
        WithdrawSubmission: withdraw,
      },
    },
    accepted: {},
    withdrawn: {},
  },
});
