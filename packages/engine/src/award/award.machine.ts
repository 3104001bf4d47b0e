import { charting } from '../kernel/index.ts';
import { awardFacts } from './award.facts.ts';
import { areasAreAchieved, attemptsDecide, everythingIsAchieved, standardsAreAchieved } from './award.outcome.rules.ts';
import {
  bankIsNotCorrected,
  correctionIsOnScale,
  correctionIsReasoned,
  correctionStartsFromRecord,
  correctsToFail,
  correctsToPass,
  correctsToRefer,
  disallowingIsReasoned,
  grantIsForADayToCome,
  grantIsReasoned,
  grantIsTheOnlyOne,
  holdIsNew,
  holdIsOfItsCase,
  holdIsReasoned,
  holdStands,
  lastHold,
  passes,
  refers,
  releaseIsWhatWasSeen,
  releaserProvedWhoTheyAre,
  secondPersonConfirms,
  voidingIsReasoned,
} from './award.rules.ts';

const { createMachine, all, record } = charting(awardFacts);

const releasedAsItIs = [
  standardsAreAchieved,
  areasAreAchieved,
  everythingIsAchieved,
  attemptsDecide,
  releaseIsWhatWasSeen,
  releaserProvedWhoTheyAre,
  secondPersonConfirms,
];
const sound = [correctionIsReasoned, correctionStartsFromRecord, correctionIsOnScale, bankIsNotCorrected];

const hold = {
  guard: all(holdIsReasoned, holdIsNew, holdIsOfItsCase),
  target: 'held',
  actions: record('AwardHeld'),
} as const;
const disallow = {
  DisallowAward: { guard: all(disallowingIsReasoned), target: 'voided', actions: record('AwardDisallowed') },
} as const;
const voiding = {
  VoidAward: { guard: all(voidingIsReasoned), target: 'voided', actions: record('AwardVoided') },
  ...disallow,
} as const;
const corrected = { guard: all(...sound), actions: record('AwardCorrected') } as const;
const correctedToPass = {
  guard: all(...sound, correctsToPass),
  target: 'passed',
  actions: record('AwardCorrectedToPass'),
} as const;

export const awardMachine = createMachine({
  id: 'award',
  initial: 'recommended',
  context: ({ input }) => input,
  states: {
    recommended: {
      on: {
        RatifyAward: [
          { guard: all(passes, ...releasedAsItIs), target: 'passed', actions: record('AwardPassed') },
          { guard: all(refers, ...releasedAsItIs), target: 'referred', actions: record('AwardReferred') },
          { guard: all(...releasedAsItIs), target: 'failed', actions: record('AwardFailed') },
        ],
        HoldAward: hold,
        ...disallow,
      },
    },
    held: {
      on: {
        HoldAward: hold,
        LiftHold: [
          {
            guard: all(holdIsReasoned, holdStands, holdIsOfItsCase, lastHold),
            target: 'recommended',
            actions: record('HoldLifted'),
          },
          { guard: all(holdIsReasoned, holdStands, holdIsOfItsCase), actions: record('OneHoldLifted') },
        ],
        CorrectAward: corrected,
        ...disallow,
      },
    },
    passed: {
      on: {
        CorrectAward: [
          {
            guard: all(...sound, correctsToRefer),
            target: 'referred',
            actions: record('AwardCorrectedToRefer'),
          },
          { guard: all(...sound, correctsToFail), target: 'failed', actions: record('AwardCorrectedToFail') },
          corrected,
        ],
        ...voiding,
      },
    },
    referred: { on: { CorrectAward: [correctedToPass, corrected], ...voiding } },
    failed: {
      on: {
        GrantFurtherAttempt: {
          guard: all(grantIsReasoned, grantIsTheOnlyOne, grantIsForADayToCome),
          actions: record('AttemptGranted'),
        },
        CorrectAward: [correctedToPass, corrected],
        ...voiding,
      },
    },
    voided: {},
  },
});
