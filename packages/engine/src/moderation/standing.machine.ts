import { charting } from '../kernel/index.ts';
import { standingFacts } from './standing.facts.ts';
import {
  confirmationIsNew,
  forfeits,
  isBeyond,
  isNotConfirmed,
  onlyWhatIsWithinIsConfirmed,
  reachesAmber,
  reachesGreen,
  seededItemIsNamed,
  seededItemIsNew,
} from './standing.rules.ts';

const { createMachine, all, record } = charting(standingFacts);

const moderated = [confirmationIsNew, onlyWhatIsWithinIsConfirmed] as const;
const seeded = [seededItemIsNamed, seededItemIsNew] as const;

const kept = { guard: all(...moderated, isNotConfirmed), actions: record('StandingKept') } as const;
const confirmed = { guard: all(...moderated), actions: record('StandingConfirmed') } as const;
const forfeited = {
  guard: all(...moderated, forfeits),
  target: 'red',
  actions: record('StandingForfeited'),
} as const;
const recorded = { guard: all(...seeded), actions: record('SeededRecorded') } as const;

export const standingMachine = createMachine({
  id: 'standing',
  initial: 'red',
  context: ({ input }) => input,
  states: {
    red: {
      on: {
        RecordModerated: [
          forfeited,
          { guard: all(...moderated, isBeyond), actions: record('RowBroken') },
          kept,
          { guard: all(...moderated, reachesAmber), target: 'amber', actions: record('StandingRaised') },
          confirmed,
        ],
        RecordSeeded: recorded,
      },
    },
    amber: {
      on: {
        RecordModerated: [
          forfeited,
          { guard: all(...moderated, isBeyond), target: 'red', actions: record('StandingLowered') },
          kept,
          { guard: all(...moderated, reachesGreen), target: 'green', actions: record('StandingRaised') },
          confirmed,
        ],
        RecordSeeded: [
          { guard: all(...seeded, reachesGreen), target: 'green', actions: record('StandingRaised') },
          recorded,
        ],
      },
    },
    green: {
      on: {
        RecordModerated: [
          forfeited,
          { guard: all(...moderated, isBeyond), target: 'amber', actions: record('StandingLowered') },
          { guard: all(...moderated), actions: record('StandingKept') },
        ],
        RecordSeeded: recorded,
      },
    },
  },
});
