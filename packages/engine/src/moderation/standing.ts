import { defineWorkflow, member, type State } from '../kernel/index.ts';
import type { AssessorStanding, Light } from './ratings.ts';
import { standingPermissions, type OpenStanding, type StandingCommand } from './standing.commands.ts';
import { standingFacts, type Standing, type StandingFact, type StandingOpened } from './standing.facts.ts';
import { standingMachine } from './standing.machine.ts';

/** How much of an assessor’s work for a provider is looked at: all of it, half, or a little. */
export const standing = defineWorkflow<Standing, StandingCommand, StandingFact>({
  name: 'standing',
  machine: standingMachine,
  facts: standingFacts,
  opening: {
    command: 'OpenStanding',
    fact: 'StandingOpened',
    rules: [],
    tell: ({ standing: id, assessor, provider }: OpenStanding) => ({ standing: id, assessor, provider }),
    context: ({ standing: id, assessor, provider }: StandingOpened) => ({
      standing: id,
      assessor,
      provider,
      moderated: 0,
      row: [],
      seeded: {},
    }),
  },
  may: standingPermissions,
  turns: { red: { owner: 'moderator' }, amber: { owner: 'moderator' }, green: { owner: 'moderator' } },
  relation: (context, actor) => (context?.provider === actor.provider ? ['sameProvider'] : []),
  parties: ({ assessor }) => [{ person: assessor, role: 'assessor' }],
});

const lights: Readonly<Record<string, Light>> = { red: 'red', amber: 'amber', green: 'green' };

/** A standing as a draw takes it. */
export function standingOf({ status, context }: State<Standing>): AssessorStanding {
  return { light: member(lights, status) ?? 'red', moderated: context.moderated };
}
