import { charting } from '../kernel/index.ts';
import { providerFacts } from './provider.facts.ts';
import {
  administratorIsDismissedByOne,
  dismissalIsReasoned,
  lastDayIsAhead,
  personHoldsRole,
  personLacksRole,
  roleIsAppointable,
} from './provider.rules.ts';

const { createMachine, all, record } = charting(providerFacts);

export const providerMachine = createMachine({
  id: 'provider',
  initial: 'registered',
  context: ({ input }) => input,
  states: {
    registered: {
      on: {
        AppointPerson: {
          guard: all(roleIsAppointable, personLacksRole, lastDayIsAhead),
          actions: record('PersonAppointed'),
        },
        DismissPerson: {
          guard: all(personHoldsRole, dismissalIsReasoned, administratorIsDismissedByOne),
          actions: record('PersonDismissed'),
        },
      },
    },
  },
});
