import { defineWorkflow } from '../kernel/index.ts';
import { moderationPermissions, type ModerationCommand, type PlanBatch } from './moderation.commands.ts';
import { moderationFacts, type Batch, type BatchPlanned, type ModerationFact } from './moderation.facts.ts';
import { moderationMachine } from './moderation.machine.ts';
import { planHasSeed } from './moderation.rules.ts';

/** A batch of sealed reviews: planned, sampled, upheld or queried, signed off. */
export const moderation = defineWorkflow<Batch, ModerationCommand, ModerationFact>({
  name: 'batch',
  machine: moderationMachine,
  facts: moderationFacts,
  opening: {
    command: 'PlanBatch',
    fact: 'BatchPlanned',
    rules: [planHasSeed],
    tell: ({ batch, cohort, provider, title, seed }: PlanBatch) => ({ batch, cohort, provider, title, seed }),
    context: ({ batch, cohort, provider, title, seed }: BatchPlanned) => ({
      batch,
      cohort,
      provider,
      title,
      seed,
      population: [],
      sample: [],
      found: {},
    }),
  },
  may: moderationPermissions,
  turns: {
    planned: { owner: 'moderator' },
    sampling: { owner: 'moderator' },
    confirmed: { owner: 'moderator' },
    ready: { owner: 'moderator' },
    signedOff: null,
  },
  relation: (context, actor, command) => {
    const owner = context?.provider ?? (command?.type === 'PlanBatch' ? command.provider : null);
    return owner !== null && owner === actor.provider ? ['sameProvider'] : [];
  },
  parties: ({ population }) =>
    population.flatMap(({ candidate, assessor }) => [
      { person: candidate, role: 'candidate' },
      { person: assessor, role: 'assessor' },
    ]),
});
