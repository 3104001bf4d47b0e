import { defineWorkflow } from '../kernel/index.ts';
import { moderationPermissions, type ModerationCommand, type PlanBatch } from './moderation.commands.ts';
import { moderationFacts, plannedBatch } from './moderation.factbook.ts';
import type { Batch, ModerationFact } from './moderation.facts.ts';
import { moderationMachine } from './moderation.machine.ts';
import { everyKthIsPossible, marksAreNotVisible, planHasSeed } from './moderation.plan.rules.ts';
import { partiesOf } from './parties.ts';

/** A batch of agreed results: planned, sampled, upheld or queried, looked at from outside, signed off. */
export const moderation = defineWorkflow<Batch, ModerationCommand, ModerationFact>({
  name: 'batch',
  machine: moderationMachine,
  facts: moderationFacts,
  opening: {
    command: 'PlanBatch',
    fact: 'BatchPlanned',
    rules: [planHasSeed, marksAreNotVisible, everyKthIsPossible],
    tell: ({ batch, cohort, provider, title, seed, everyKth = null }: PlanBatch) => ({
      batch,
      cohort,
      provider,
      title,
      version: 1,
      seed,
      everyKth,
    }),
    context: plannedBatch,
  },
  may: moderationPermissions,
  turns: {
    planned: { owner: 'moderator' },
    sampling: { owner: 'moderator' },
    doubled: { owner: 'moderator' },
    remarking: { owner: 'moderator' },
    remarked: { owner: 'moderator' },
    confirmed: { owner: 'moderator' },
    externalSampling: { owner: 'externalModerator' },
    withheld: { owner: 'moderator' },
    ready: { owner: 'moderator' },
    signedOff: { owner: 'moderator' },
  },
  deadline: ({ due }) => due,
  relation: (context, actor, command) => {
    const owner = context?.provider ?? (command?.type === 'PlanBatch' ? command.provider : null);
    return owner !== null && owner === actor.provider ? ['sameProvider'] : [];
  },
  parties: partiesOf,
});
