import type {
  Submission,
  SubmissionAccepted,
  SubmissionCommand,
  SubmissionFact,
  SubmissionOpened,
  SubmissionSubmitted,
} from '../../../packages/engine/src/index.ts';
import { submissionFacts } from '../../../packages/engine/src/submission/submission.facts.ts';
import {
  everyComponentIsThere,
  everyItemIsDeclared,
  manifestIsTrue,
  portfolioHasEvidence,
  portfolioIsDeclared,
  retakeIsPlanned,
  timeIsLeft,
} from '../../../packages/engine/src/submission/submission.rules.ts';
import { dueOf } from '../../../packages/engine/src/submission/submission.time.ts';
import type { ByHand } from '../recorder.ts';
import { done, isApart, no, stands } from './hand.ts';

const { SubmissionSubmitted, SubmissionAccepted } = submissionFacts;

/** The journey's commands on a submission, as a plain switch. */
export const submissionByHand: ByHand<Submission, SubmissionCommand, SubmissionFact> = (state, command, book) => {
  const { by, at } = command;
  if (state === null) {
    if (command.type !== 'OpenSubmission' || by.role !== 'system') return no;
    const { submission, candidate, provider, cohort, route, attempt, dueOn, kind, bank } = command;
    const { priorLearning = [], site = null } = command;
    const told = { submission, candidate, provider, cohort, route, attempt, dueOn, kind, bank, priorLearning, site };
    const fact: SubmissionOpened = { type: 'SubmissionOpened', by, at, ...told };
    const begun = { due: dueOf(dueOn), extended: 0, manifest: null, submittedOn: null, late: false, actionPlan: false };
    return done('open', { ...told, ...begun }, fact);
  }
  const { status, context } = state;
  switch (command.type) {
    case 'Submit': {
      if (
        (status !== 'open' && status !== 'late') ||
        by.role !== 'candidate' ||
        by.person !== context.candidate ||
        !stands(by, command.involved) ||
        !portfolioHasEvidence.holds(context, command, book) ||
        !everyItemIsDeclared.holds(context, command, book) ||
        !everyComponentIsThere.holds(context, command, book) ||
        !portfolioIsDeclared.holds(context, command, book) ||
        !manifestIsTrue.holds(context, command, book) ||
        !timeIsLeft.holds(context, command, book) ||
        !retakeIsPlanned.holds(context, command, book)
      )
        return no;
      const fact: SubmissionSubmitted = {
        type: 'SubmissionSubmitted',
        by,
        at,
        ...SubmissionSubmitted.tell(context, command, book),
      };
      return done('submitted', SubmissionSubmitted.change(context, fact), fact);
    }
    case 'AcceptSubmission': {
      if (
        status !== 'submitted' ||
        by.role !== 'provider' ||
        by.provider !== context.provider ||
        !isApart(command, context.candidate)
      )
        return no;
      const fact: SubmissionAccepted = {
        type: 'SubmissionAccepted',
        by,
        at,
        ...SubmissionAccepted.tell(context, command, book),
      };
      return done('accepted', SubmissionAccepted.change(context, fact), fact);
    }
    default:
      return no;
  }
};
