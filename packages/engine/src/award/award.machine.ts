import { charting } from '../kernel/index.ts';
import { awardFacts } from './award.facts.ts';
import { holdIsReasoned, passes, refers, voidingIsReasoned } from './award.rules.ts';

const { createMachine, all, record } = charting(awardFacts);

const voiding = {
  VoidAward: { guard: all(voidingIsReasoned), target: 'voided', actions: record('AwardVoided') },
} as const;

export const awardMachine = createMachine({
  id: 'award',
  initial: 'recommended',
  context: ({ input }) => input,
  states: {
    recommended: {
      on: {
        RatifyAward: [
          { guard: all(passes), target: 'passed', actions: record('AwardPassed') },
          { guard: all(refers), target: 'referred', actions: record('AwardReferred') },
          { target: 'failed', actions: record('AwardFailed') },
        ],
        HoldAward: { guard: all(holdIsReasoned), target: 'held', actions: record('AwardHeld') },
      },
    },
    held: { on: { LiftHold: { guard: all(holdIsReasoned), target: 'recommended', actions: record('HoldLifted') } } },
    passed: { on: voiding },
    referred: { on: voiding },
    failed: { on: voiding },
    voided: {},
  },
});
