import { charting } from '../kernel/index.ts';
import { moderationFacts } from './moderation.facts.ts';
import {
  digestIsWhatWasShown,
  directClaimIsReasoned,
  lastOfSample,
  moderatorIsIndependent,
  populationIsNotEmpty,
  portfolioIsInSample,
  portfolioIsNotAway,
  portfoliosAreDistinct,
  queriesAreReasoned,
  reviewWasQueried,
  roundIsLater,
  signatureIsNamed,
  signerProvedWhoTheyAre,
} from './moderation.rules.ts';

const { createMachine, all, record } = charting(moderationFacts);

export const moderationMachine = createMachine({
  id: 'batch',
  initial: 'planned',
  context: ({ input }) => input,
  states: {
    planned: {
      on: {
        DrawSample: {
          guard: all(populationIsNotEmpty, portfoliosAreDistinct, moderatorIsIndependent),
          target: 'sampling',
          actions: record('SampleDrawn'),
        },
      },
    },
    sampling: {
      on: {
        UpholdReview: [
          {
            guard: all(portfolioIsInSample, portfolioIsNotAway, lastOfSample),
            target: 'confirmed',
            actions: record('SampleUpheld'),
          },
          { guard: all(portfolioIsInSample, portfolioIsNotAway), actions: record('ReviewUpheld') },
        ],
        QueryReview: {
          guard: all(portfolioIsInSample, portfolioIsNotAway, queriesAreReasoned),
          actions: record('ReviewQueried'),
        },
        ReceiveReview: { guard: all(reviewWasQueried, roundIsLater), actions: record('ReviewReceived') },
      },
    },
    confirmed: {
      on: {
        GrantDirectClaim: { guard: all(directClaimIsReasoned), target: 'ready', actions: record('DirectClaimGranted') },
      },
    },
    ready: {
      on: {
        SignOff: {
          guard: all(signatureIsNamed, signerProvedWhoTheyAre, digestIsWhatWasShown),
          target: 'signedOff',
          actions: record('BatchSignedOff'),
        },
      },
    },
    signedOff: {},
  },
});
