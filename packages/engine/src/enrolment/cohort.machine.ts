import { charting } from '../kernel/index.ts';
import { cohortFacts } from './cohort.facts.ts';
import { candidateIsNew, candidateStandsNowhereElse, nobodyEnrolsThemselves, routeIsOffered } from './cohort.rules.ts';

const { createMachine, all, record } = charting(cohortFacts);

export const cohortMachine = createMachine({
  id: 'cohort',
  initial: 'open',
  context: ({ input }) => input,
  states: {
    open: {
      on: {
        EnrolCandidate: {
          guard: all(candidateIsNew, routeIsOffered, nobodyEnrolsThemselves, candidateStandsNowhereElse),
          actions: record('CandidateEnrolled'),
        },
        CloseCohort: { target: 'closed', actions: record('CohortClosed') },
      },
    },
    closed: {},
  },
});
