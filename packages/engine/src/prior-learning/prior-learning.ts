import { defineWorkflow } from '../kernel/index.ts';
import {
  priorLearningPermissions,
  type ClaimPriorLearning,
  type PriorLearningCommand,
} from './prior-learning.commands.ts';
import {
  priorLearningFacts,
  type PriorLearning,
  type PriorLearningClaimed,
  type PriorLearningFact,
} from './prior-learning.facts.ts';
import { priorLearningMachine } from './prior-learning.machine.ts';
import {
  claimIsShown,
  claimNamesStandards,
  criticalIsAssessed,
  oneClaimIsOpen,
  priorLearningIsLimited,
  standardsAreOpen,
  submissionIsOpen,
} from './prior-learning.rules.ts';

/** What a candidate met before, claimed standard by standard, and judged met or not. */
export const priorLearning = defineWorkflow<PriorLearning, PriorLearningCommand, PriorLearningFact>({
  name: 'prior learning',
  machine: priorLearningMachine,
  facts: priorLearningFacts,
  opening: {
    command: 'ClaimPriorLearning',
    fact: 'PriorLearningClaimed',
    rules: [
      claimNamesStandards,
      standardsAreOpen,
      claimIsShown,
      criticalIsAssessed,
      submissionIsOpen,
      oneClaimIsOpen,
      priorLearningIsLimited,
    ],
    tell: ({ claim, submission, candidate, provider, standards }: ClaimPriorLearning) => ({
      claim,
      submission,
      candidate,
      provider,
      standards: standards.map(({ standard, account, evidence }) => ({ standard, account: account.trim(), evidence })),
    }),
    context: ({ claim, submission, candidate, provider, standards }: PriorLearningClaimed) => ({
      claim,
      submission,
      candidate,
      provider,
      standards: standards.map(({ standard }) => standard),
      assessor: null,
      due: null,
      judged: {},
    }),
  },
  may: priorLearningPermissions,
  turns: {
    awaitingAllocation: { owner: 'provider' },
    // When the time passes it is told, and the provider may allocate anew: no clock decides on a claim.
    judging: { owner: 'assessor' },
    decided: null,
    withdrawn: null,
  },
  deadline: ({ due }) => due,
  relation: (context, actor, command) => {
    const candidate = context?.candidate ?? (command?.type === 'ClaimPriorLearning' ? command.candidate : null);
    return [
      ...(candidate === actor.person ? (['own'] as const) : []),
      ...(context?.assessor === actor.person ? (['allocated'] as const) : []),
      ...(context !== null && context.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ candidate, assessor }) => [
    { person: candidate, role: 'candidate' },
    ...(assessor === null ? [] : [{ person: assessor, role: 'assessor' } as const]),
  ],
});
