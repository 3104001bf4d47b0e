import { defineWorkflow, deadlineOf } from '../kernel/index.ts';
import { markingReviewPermissions, type MarkingReviewCommand, type RequestReview } from './marking-review.commands.ts';
import {
  markingReviewFacts,
  type MarkingReview,
  type MarkingReviewFact,
  type ReviewRequested,
} from './marking-review.facts.ts';
import { markingReviewMachine } from './marking-review.machine.ts';
import {
  requestIsInTime,
  requestIsTheOnlyOne,
  requestSaysWhat,
  resultIsReleased,
  scoresMayGoDown,
} from './marking-review.rules.ts';
import { partiesOf, reviewedResult } from './reviewed-result.ts';

/** A released result looked at again by a moderator who had no part in it. */
export const markingReview = defineWorkflow<MarkingReview, MarkingReviewCommand, MarkingReviewFact>({
  name: 'review of marking',
  machine: markingReviewMachine,
  facts: markingReviewFacts,
  opening: {
    command: 'RequestReview',
    fact: 'ReviewRequested',
    rules: [resultIsReleased, requestIsInTime, scoresMayGoDown, requestIsTheOnlyOne, requestSaysWhat],
    tell: (command: RequestReview, book) => ({
      ...reviewedResult(command),
      review: command.review,
      kind: command.kind,
      consent: command.consent,
      says: command.says.trim(),
      appeal: command.appeal,
      due: deadlineOf('decide-review', command.at, book),
    }),
    context: (requested: ReviewRequested) => ({
      ...reviewedResult(requested),
      review: requested.review,
      kind: requested.kind,
      appeal: requested.appeal,
      due: requested.due,
      reviewer: null,
      decidedAt: null,
    }),
  },
  may: markingReviewPermissions,
  turns: {
    requested: { owner: 'provider' },
    allocated: { owner: 'moderator' },
    corrected: null,
    unchanged: null,
  },
  deadline: ({ due }) => due,
  relation: (context, actor, command) => {
    const of = context ?? (command?.type === 'RequestReview' ? command : null);
    if (of === null) return [];
    return [
      ...(of.candidate === actor.person ? (['own'] as const) : []),
      ...(of.provider === actor.provider ? (['sameProvider'] as const) : []),
      ...(context?.reviewer === actor.person ? (['allocated'] as const) : []),
    ];
  },
  parties: (review) => [
    ...partiesOf(review),
    ...(review.reviewer === null ? [] : [{ person: review.reviewer, role: 'moderator' } as const]),
  ],
});
