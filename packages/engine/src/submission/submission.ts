import { defineWorkflow } from '../kernel/index.ts';
import { submissionPermissions, type OpenSubmission, type SubmissionCommand } from './submission.commands.ts';
import { submissionFacts, type Submission, type SubmissionFact, type SubmissionOpened } from './submission.facts.ts';
import { submissionMachine } from './submission.machine.ts';

/** A portfolio offered for assessment: open, submitted, returned or accepted and then locked for ever. */
export const submission = defineWorkflow<Submission, SubmissionCommand, SubmissionFact>({
  name: 'submission',
  machine: submissionMachine,
  facts: submissionFacts,
  opening: {
    command: 'OpenSubmission',
    fact: 'SubmissionOpened',
    rules: [],
    tell: ({ submission: id, candidate, provider, cohort, route, attempt, dueOn }: OpenSubmission) => ({
      submission: id,
      candidate,
      provider,
      cohort,
      route,
      attempt,
      dueOn,
    }),
    context: ({ type: _type, by: _by, at: _at, ...opened }: SubmissionOpened) => ({ ...opened, manifest: null }),
  },
  may: submissionPermissions,
  turns: {
    open: { owner: 'candidate' },
    submitted: { owner: 'provider' },
    accepted: null,
    withdrawn: null,
  },
  relation: (context, actor) => {
    if (context === null) return [];
    return [
      ...(context.candidate === actor.person ? (['own'] as const) : []),
      ...(context.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ candidate }) => [{ person: candidate, role: 'candidate' }],
});
