import { deadlineOf, defineWorkflow } from '../kernel/index.ts';
import {
  circumstancesPermissions,
  type CircumstancesCommand,
  type ClaimCircumstances,
} from './circumstances.commands.ts';
import {
  circumstancesFacts,
  type Circumstances,
  type CircumstancesClaimed,
  type CircumstancesFact,
} from './circumstances.facts.ts';
import { circumstancesMachine } from './circumstances.machine.ts';
import { circumstancesAreTold, claimIsInTime } from './circumstances.rules.ts';

/** What stood in a candidate's way, and what is done about it: time, or an attempt that is not used. */
export const circumstances = defineWorkflow<Circumstances, CircumstancesCommand, CircumstancesFact>({
  name: 'circumstances',
  machine: circumstancesMachine,
  facts: circumstancesFacts,
  opening: {
    command: 'ClaimCircumstances',
    fact: 'CircumstancesClaimed',
    rules: [circumstancesAreTold, claimIsInTime],
    tell: (
      { circumstances: id, submission, candidate, provider, says, asks, dueOn, at }: ClaimCircumstances,
      book,
    ) => ({
      circumstances: id,
      submission,
      candidate,
      provider,
      says: says.trim(),
      asks,
      dueOn,
      due: deadlineOf('decide-circumstances', at, book),
    }),
    context: ({ circumstances: id, submission, candidate, provider, asks, due }: CircumstancesClaimed) => ({
      circumstances: id,
      submission,
      candidate,
      provider,
      asks,
      due,
    }),
  },
  may: circumstancesPermissions,
  turns: {
    // When the time passes it is told: no clock upholds or declines.
    claimed: { owner: 'provider' },
    upheld: null,
    declined: null,
    withdrawn: null,
  },
  deadline: ({ due }) => due,
  relation: (context, actor, command) => {
    const candidate = context?.candidate ?? (command?.type === 'ClaimCircumstances' ? command.candidate : null);
    return [
      ...(candidate === actor.person ? (['own'] as const) : []),
      ...(context !== null && context.provider === actor.provider ? (['sameProvider'] as const) : []),
    ];
  },
  parties: ({ candidate }) => [{ person: candidate, role: 'candidate' }],
});
