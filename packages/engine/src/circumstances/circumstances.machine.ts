import { charting } from '../kernel/index.ts';
import { circumstancesFacts } from './circumstances.facts.ts';
import {
  deciderIsIndependent,
  decisionIsReasoned,
  remedyIsTimeOrAttempt,
  timeIsInSize,
} from './circumstances.rules.ts';

const { createMachine, all, record } = charting(circumstancesFacts);

export const circumstancesMachine = createMachine({
  id: 'circumstances',
  initial: 'claimed',
  context: ({ input }) => input,
  states: {
    claimed: {
      on: {
        UpholdCircumstances: {
          guard: all(decisionIsReasoned, deciderIsIndependent, timeIsInSize, remedyIsTimeOrAttempt),
          target: 'upheld',
          actions: record('CircumstancesUpheld'),
        },
        DeclineCircumstances: {
          guard: all(decisionIsReasoned, deciderIsIndependent),
          target: 'declined',
          actions: record('CircumstancesDeclined'),
        },
        WithdrawCircumstances: { target: 'withdrawn', actions: record('CircumstancesWithdrawn') },
      },
    },
    upheld: {},
    declined: {},
    withdrawn: {},
  },
});
