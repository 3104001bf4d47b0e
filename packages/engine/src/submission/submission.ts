import { defineWorkflow } from '../kernel/index.ts';
import { submissionPermissions, type OpenSubmission, type SubmissionCommand } from './submission.commands.ts';
import { submissionFacts, type Submission, type SubmissionFact, type SubmissionOpened } from './submission.facts.ts';
import { submissionMachine } from './submission.machine.ts';
import { dueOf } from './submission.time.ts';

/** One attempt at a portfolio: open until its due or late, submitted, returned or accepted and then locked for ever. */
export const submission = defineWorkflow<Submission, SubmissionCommand, SubmissionFact>({
  name: 'submission',
  machine: submissionMachine,
  facts: submissionFacts,
  opening: {
    command: 'OpenSubmission',
    fact: 'SubmissionOpened',
    rules: [],
    tell: ({ submission: id, priorLearning = [], site = null, ...command }: OpenSubmission) => {
      const { candidate, provider, cohort, route, attempt, dueOn, kind, bank } = command;
      return { submission: id, candidate, provider, cohort, route, attempt, dueOn, kind, bank, priorLearning, site };
    },
    context: ({ type: _type, by: _by, at: _at, ...opened }: SubmissionOpened) => ({
      ...opened,
      due: dueOf(opened.dueOn),
      extended: 0,
      manifest: null,
      submittedOn: null,
      late: false,
      actionPlan: false,
    }),
  },
  may: submissionPermissions,
  turns: {
    open: { owner: 'candidate', lapse: 'PassDue' },
    late: { owner: 'candidate', lapse: 'PassLate' },
    submitted: { owner: 'provider' },
    accepted: null,
    withdrawn: null,
    // The candidate may claim circumstances; when the time for it passes, the attempt simply stays used.
    notSubmitted: { owner: 'candidate' },
    excused: null,
  },
  deadline: ({ due }) => due,
  relation: (context, actor) => {
    if (context === null) return [];
    return [
      ...(context.candidate === actor.person ? (['own'] as const) : []),
      ...(context.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ candidate }) => [{ person: candidate, role: 'candidate' }],
});
