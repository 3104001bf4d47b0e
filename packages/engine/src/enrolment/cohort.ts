import { defineWorkflow } from '../kernel/index.ts';
import { cohortPermissions, type CohortCommand, type OpenCohort } from './cohort.commands.ts';
import { cohortFacts, type Cohort, type CohortFact, type CohortOpened } from './cohort.facts.ts';
import { cohortMachine } from './cohort.machine.ts';
import { cohortEndsAfterItBegins, cohortIsTitled } from './cohort.rules.ts';

/** Who is assessed together, under which scheme, by when. */
export const cohort = defineWorkflow<Cohort, CohortCommand, CohortFact>({
  name: 'cohort',
  machine: cohortMachine,
  facts: cohortFacts,
  opening: {
    command: 'OpenCohort',
    fact: 'CohortOpened',
    rules: [cohortIsTitled, cohortEndsAfterItBegins],
    tell: ({ cohort: id, provider, title, opensOn, dueOn }: OpenCohort, { framework, scheme, edition }) => ({
      cohort: id,
      provider,
      title,
      framework,
      scheme,
      edition,
      opensOn,
      dueOn,
    }),
    context: ({ cohort: id, provider, title, framework, scheme, edition, opensOn, dueOn }: CohortOpened) => ({
      cohort: id,
      provider,
      title,
      framework,
      scheme,
      edition,
      opensOn,
      dueOn,
      candidates: [],
    }),
  },
  may: cohortPermissions,
  turns: { open: { owner: 'provider' }, closed: null },
  relation: (context, actor, command) => {
    const owner = context?.provider ?? (command?.type === 'OpenCohort' ? command.provider : null);
    return owner !== null && owner === actor.provider ? ['sameProvider'] : [];
  },
  parties: ({ candidates }) => candidates.map((person) => ({ person, role: 'candidate' })),
});
