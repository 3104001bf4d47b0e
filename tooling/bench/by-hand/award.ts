import { awardFacts } from '../../../packages/engine/src/award/award.facts.ts';
import {
  areasAreAchieved,
  attemptsDecide,
  everythingIsAchieved,
  standardsAreAchieved,
} from '../../../packages/engine/src/award/award.outcome.rules.ts';
import {
  everythingIsMarked,
  passes,
  releaseIsWhatWasSeen,
  releaserProvedWhoTheyAre,
  secondPersonConfirms,
} from '../../../packages/engine/src/award/award.rules.ts';
import {
  resultOf,
  type Award,
  type AwardCommand,
  type AwardFact,
  type AwardPassed,
  type AwardRecommended,
} from '../../../packages/engine/src/index.ts';
import type { ByHand } from '../recorder.ts';
import { done, isApart, no } from './hand.ts';

const { AwardPassed } = awardFacts;

/** The journey's commands on an award, as a plain switch. */
export const awardByHand: ByHand<Award, AwardCommand, AwardFact> = (state, command, book) => {
  const { by, at } = command;
  if (state === null) {
    if (command.type !== 'RecommendAward' || by.role !== 'system' || !everythingIsMarked.holds(null, command, book))
      return no;
    const { award, submission, candidate, assessors, moderators, provider, cohort, batch, signed } = command;
    const { findings, grounds, bank: before } = command;
    const { scores, gates, allowances = {}, attempt } = findings;
    const ids = { award, submission, candidate, assessors, moderators, provider, cohort, batch, signed };
    const record = { scores, gates, allowances, attempt, grounds, before };
    const told = { ...ids, ...record, ...resultOf(findings, book) };
    const fact: AwardRecommended = { type: 'AwardRecommended', by, at, ...told };
    return done('recommended', { ...told, holds: [], releasedAt: null, furtherAttempt: false }, fact);
  }
  const { status, context } = state;
  switch (command.type) {
    case 'RatifyAward': {
      if (
        status !== 'recommended' ||
        by.role !== 'moderator' ||
        by.provider !== context.provider ||
        !isApart(command, context.candidate) ||
        context.assessors.includes(by.person) ||
        // Only a pass comes further here: the journey ends in one.
        !passes.holds(context, command, book) ||
        !standardsAreAchieved.holds(context, command, book) ||
        !areasAreAchieved.holds(context, command, book) ||
        !everythingIsAchieved.holds(context, command, book) ||
        !attemptsDecide.holds(context, command, book) ||
        !releaseIsWhatWasSeen.holds(context, command, book) ||
        !releaserProvedWhoTheyAre.holds(context, command, book) ||
        !secondPersonConfirms.holds(context, command, book)
      )
        return no;
      const fact: AwardPassed = { type: 'AwardPassed', by, at, ...AwardPassed.tell(context, command, book) };
      return done('passed', AwardPassed.change(context, fact), fact);
    }
    default:
      return no;
  }
};
