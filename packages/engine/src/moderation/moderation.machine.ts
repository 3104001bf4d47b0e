import { charting } from '../kernel/index.ts';
import {
  everyPortfolioIsAgreedWith,
  externalSeedIsGiven,
  portfolioIsInExternalSample,
  releaseIsReported,
  reportSaysSomething,
} from './moderation.external.rules.ts';
import { moderationFacts } from './moderation.factbook.ts';
import { everyKthIsPossible, marksAreNotVisible, planHasSeed, revisionIsReasoned } from './moderation.plan.rules.ts';
import { proposalIsWhatWasSeen, secondPersonIsAskedFor } from './moderation.release.rules.ts';
import {
  anotherHasMarked,
  assessorHasOpenWork,
  lastToComeBack,
  nothingOfTheirsIsQueried,
  portfolioIsAway,
  remarkingIsReasoned,
  resumptionIsReasoned,
  stageTwoSuffices,
} from './moderation.remarking.rules.ts';
import {
  candidaturesAreWhole,
  digestIsWhatWasShown,
  directClaimIsReasoned,
  lastOfSample,
  marksAreOnScale,
  marksAreWithinTolerance,
  moderatorIsIndependent,
  populationIsNotEmpty,
  portfolioIsInSample,
  portfolioIsNotAway,
  portfoliosAreDistinct,
  queriesAreOnWhatWasMarked,
  queriesAreReasoned,
  reviewWasQueried,
  roundIsLater,
  signatureIsNamed,
  signerProvedWhoTheyAre,
  stageOneSuffices,
} from './moderation.rules.ts';

const { createMachine, all, record } = charting(moderationFacts);

const uphold = [portfolioIsInSample, portfolioIsNotAway, marksAreOnScale, marksAreWithinTolerance] as const;

const anyOther = { guard: all(...uphold), actions: record('ReviewUpheld') } as const;

const query = {
  QueryReview: {
    guard: all(portfolioIsInSample, portfolioIsNotAway, queriesAreReasoned, queriesAreOnWhatWasMarked, marksAreOnScale),
    actions: record('ReviewQueried'),
  },
  ReceiveReview: {
    guard: all(reviewWasQueried, roundIsLater, candidaturesAreWhole),
    actions: record('ReviewReceived'),
  },
} as const;

const remark = {
  OrderRemarking: {
    guard: all(remarkingIsReasoned, assessorHasOpenWork, nothingOfTheirsIsQueried),
    target: 'remarking',
    actions: record('AssessorReplaced'),
  },
} as const;

const back = [portfolioIsAway, roundIsLater, anotherHasMarked, candidaturesAreWhole] as const;

export const moderationMachine = createMachine({
  id: 'batch',
  initial: 'planned',
  context: ({ input }) => input,
  states: {
    planned: {
      on: {
        RevisePlan: {
          guard: all(planHasSeed, marksAreNotVisible, everyKthIsPossible, revisionIsReasoned),
          actions: record('PlanRevised'),
        },
        DrawSample: {
          guard: all(populationIsNotEmpty, portfoliosAreDistinct, moderatorIsIndependent, candidaturesAreWhole),
          target: 'sampling',
          actions: record('SampleDrawn'),
        },
      },
    },
    sampling: {
      on: {
        UpholdReview: [
          {
            guard: all(...uphold, lastOfSample, stageOneSuffices),
            target: 'confirmed',
            actions: record('SampleUpheld'),
          },
          { guard: all(...uphold, lastOfSample), target: 'doubled', actions: record('SampleDoubled') },
          anyOther,
        ],
        ...query,
        ...remark,
      },
    },
    doubled: {
      on: {
        UpholdReview: [
          {
            guard: all(...uphold, lastOfSample, stageTwoSuffices),
            target: 'confirmed',
            actions: record('SampleUpheld'),
          },
          { guard: all(...uphold, lastOfSample), target: 'remarking', actions: record('RemarkingRequired') },
          anyOther,
        ],
        ...query,
        ...remark,
      },
    },
    remarking: {
      on: {
        ...remark,
        ReceiveReview: [
          { guard: all(...back, lastToComeBack), target: 'remarked', actions: record('RemarkingFinished') },
          { guard: all(...back), actions: record('ReviewReceived') },
        ],
      },
    },
    remarked: { on: { RedrawSample: { target: 'sampling', actions: record('SampleRedrawn') } } },
    confirmed: {
      on: {
        GrantDirectClaim: { guard: all(directClaimIsReasoned), target: 'ready', actions: record('DirectClaimGranted') },
        DrawExternalSample: {
          guard: all(externalSeedIsGiven),
          target: 'externalSampling',
          actions: record('ExternalSampleDrawn'),
        },
      },
    },
    externalSampling: {
      on: {
        ReportOnPortfolio: {
          guard: all(portfolioIsInExternalSample, reportSaysSomething),
          actions: record('PortfolioReported'),
        },
        ApproveRelease: {
          guard: all(releaseIsReported, everyPortfolioIsAgreedWith),
          target: 'ready',
          actions: record('ReleaseApproved'),
        },
        WithholdRelease: { guard: all(releaseIsReported), target: 'withheld', actions: record('ReleaseWithheld') },
      },
    },
    withheld: {
      on: {
        ResumeModeration: {
          guard: all(resumptionIsReasoned),
          target: 'sampling',
          actions: record('ModerationResumed'),
        },
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
    signedOff: {
      on: {
        ProposeRelease: {
          guard: all(secondPersonIsAskedFor, signerProvedWhoTheyAre, proposalIsWhatWasSeen),
          actions: record('ReleaseProposed'),
        },
      },
    },
  },
});
