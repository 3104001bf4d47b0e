import { charting } from '../kernel/index.ts';
import { markingReviewFacts } from './marking-review.facts.ts';
import {
  changeIsForError,
  changeIsOfThisAttempt,
  changeIsOnScale,
  clericalCheckTranscribes,
  decisionIsReasoned,
  nothingChanges,
  reviewerHadNoPart,
  reviewerIsAppointed,
} from './marking-review.rules.ts';

const { createMachine, all, record } = charting(markingReviewFacts);

const allocate = {
  guard: all(reviewerIsAppointed, reviewerHadNoPart),
  target: 'allocated',
  actions: record('ReviewerAllocated'),
} as const;

export const markingReviewMachine = createMachine({
  id: 'review of marking',
  initial: 'requested',
  context: ({ input }) => input,
  states: {
    requested: { on: { AllocateReviewer: allocate } },
    allocated: {
      on: {
        AllocateReviewer: allocate,
        DecideReview: [
          {
            guard: all(decisionIsReasoned, nothingChanges),
            target: 'unchanged',
            actions: record('NoMarkingErrorFound'),
          },
          {
            guard: all(
              decisionIsReasoned,
              changeIsForError,
              clericalCheckTranscribes,
              changeIsOfThisAttempt,
              changeIsOnScale,
            ),
            target: 'corrected',
            actions: record('MarkingErrorFound'),
          },
        ],
      },
    },
    corrected: {},
    unchanged: {},
  },
});
