import {
  conflictOf,
  type Actor,
  type Batch,
  type BatchPlanned,
  type BatchSignedOff,
  type DirectClaimGranted,
  type ModerationCommand,
  type ModerationFact,
  type ReviewUpheld,
  type SampleDrawn,
  type SampleUpheld,
} from '../../../packages/engine/src/index.ts';
import { moderationFacts, plannedBatch } from '../../../packages/engine/src/moderation/moderation.factbook.ts';
import {
  everyKthIsPossible,
  marksAreNotVisible,
  planHasSeed,
} from '../../../packages/engine/src/moderation/moderation.plan.rules.ts';
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
  signatureIsNamed,
  signerProvedWhoTheyAre,
  stageOneSuffices,
} from '../../../packages/engine/src/moderation/moderation.rules.ts';
import { partiesOf } from '../../../packages/engine/src/moderation/parties.ts';
import type { ByHand } from '../recorder.ts';
import { done, no, stands } from './hand.ts';

const { SampleDrawn, ReviewUpheld, SampleUpheld, DirectClaimGranted, BatchSignedOff } = moderationFacts;

const isModerator = ({ role, provider }: Actor, house: string) => role === 'moderator' && provider === house;

/** The journey's commands on a batch, as a plain switch. */
export const batchByHand: ByHand<Batch, ModerationCommand, ModerationFact> = (state, command, book) => {
  const { by, at } = command;
  if (state === null) {
    if (
      command.type !== 'PlanBatch' ||
      !isModerator(by, command.provider) ||
      !stands(by, command.involved) ||
      !planHasSeed.holds(null, command, book) ||
      !marksAreNotVisible.holds(null, command, book) ||
      !everyKthIsPossible.holds(null, command, book)
    )
      return no;
    const { batch, cohort, provider, title, seed, everyKth = null } = command;
    const told = { batch, cohort, provider, title, version: 1, seed, everyKth };
    const fact: BatchPlanned = { type: 'BatchPlanned', by, at, ...told };
    return done('planned', plannedBatch(fact), fact);
  }
  const { status, context } = state;
  if (
    !isModerator(by, context.provider) ||
    conflictOf(by.person, by.role, partiesOf(context, by.person)) !== undefined ||
    !stands(by, command.involved)
  )
    return no;
  switch (command.type) {
    case 'DrawSample': {
      if (
        status !== 'planned' ||
        !populationIsNotEmpty.holds(context, command, book) ||
        !portfoliosAreDistinct.holds(context, command, book) ||
        !moderatorIsIndependent.holds(context, command, book) ||
        !candidaturesAreWhole.holds(context, command, book)
      )
        return no;
      const fact: SampleDrawn = { type: 'SampleDrawn', by, at, ...SampleDrawn.tell(context, command, book) };
      return done('sampling', SampleDrawn.change(context, fact), fact);
    }
    case 'UpholdReview': {
      if (
        status !== 'sampling' ||
        !portfolioIsInSample.holds(context, command, book) ||
        !portfolioIsNotAway.holds(context, command, book) ||
        !marksAreOnScale.holds(context, command, book) ||
        !marksAreWithinTolerance.holds(context, command, book)
      )
        return no;
      if (lastOfSample.holds(context, command, book)) {
        // A second stage comes no further here: the journey needs none.
        if (!stageOneSuffices.holds(context, command, book)) return no;
        const fact: SampleUpheld = { type: 'SampleUpheld', by, at, ...SampleUpheld.tell(context, command, book) };
        return done('confirmed', SampleUpheld.change(context, fact), fact);
      }
      const fact: ReviewUpheld = { type: 'ReviewUpheld', by, at, ...ReviewUpheld.tell(context, command, book) };
      return done('sampling', ReviewUpheld.change(context, fact), fact);
    }
    case 'GrantDirectClaim': {
      if (status !== 'confirmed' || !directClaimIsReasoned.holds(context, command, book)) return no;
      const told = DirectClaimGranted.tell(context, command, book);
      const fact: DirectClaimGranted = { type: 'DirectClaimGranted', by, at, ...told };
      return done('ready', DirectClaimGranted.change(context, fact), fact);
    }
    case 'SignOff': {
      if (
        status !== 'ready' ||
        !signatureIsNamed.holds(context, command, book) ||
        !signerProvedWhoTheyAre.holds(context, command, book) ||
        !digestIsWhatWasShown.holds(context, command, book)
      )
        return no;
      const fact: BatchSignedOff = { type: 'BatchSignedOff', by, at, ...BatchSignedOff.tell(context, command, book) };
      return done('signedOff', BatchSignedOff.change(context, fact), fact);
    }
    default:
      return no;
  }
};
