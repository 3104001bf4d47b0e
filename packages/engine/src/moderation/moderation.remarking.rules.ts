import { rule, when } from '../kernel/index.ts';
import { markersOf } from './candidature.ts';
import { doubtedIn, withUnseen } from './concerned.ts';
import { candidatureIn, foundOf, isAway, isLastAway, markedBy } from './found.ts';
import type { OrderRemarking, ReceiveReview, ResumeModeration, UpholdReview } from './moderation.commands.ts';
import type { Batch } from './moderation.facts.ts';

const given = (text: string) => text.trim() !== '';

/** Not a refusal: nothing of stage two was beyond tolerance, or no assessor concerned has work that nobody has seen. */
export const stageTwoSuffices = when<Batch, UpholdReview>(
  'nothing of stage two was beyond tolerance, or nothing of the assessors concerned is unseen',
  (batch) => batch.beyond.length === 0 || withUnseen(batch, doubtedIn(batch)).length === 0,
);

export const remarkingIsReasoned = rule<Batch, OrderRemarking>({
  id: 'MOD-21',
  says: 'A re-marking is ordered with a reason.',
  holds: (_batch, { reason }) => given(reason),
});

export const assessorHasOpenWork = rule<Batch, OrderRemarking>({
  id: 'MOD-22',
  says: 'A re-marking is ordered of what an assessor marked in the batch and no moderator has upheld.',
  holds: (batch, { assessor }) =>
    markedBy(batch, assessor, (found) => found !== 'upheld' && found !== 'remarking').length > 0,
});

export const nothingOfTheirsIsQueried = rule<Batch, OrderRemarking>({
  id: 'MOD-23',
  says: 'A re-marking is ordered once every queried review of the assessor has come back.',
  holds: (batch, { assessor }) => markedBy(batch, assessor, (found) => found === 'queried').length === 0,
  detail: (batch, { assessor }) =>
    `Away: ${markedBy(batch, assessor, (found) => found === 'queried')
      .map(({ submission }) => submission)
      .join(', ')}.`,
});

export const portfolioIsAway = rule<Batch, ReceiveReview>({
  id: 'MOD-24',
  says: 'Only a portfolio that is away, with a query or to be marked again, is received.',
  holds: (batch, { candidature }) => isAway(foundOf(batch, candidature.submission)),
});

/** A re-marking counts as a round of its own, so MOD-13 sees to a fact that is delivered twice here too. */
export const anotherHasMarked = rule<Batch, ReceiveReview>({
  id: 'MOD-25',
  says: 'What is marked again is marked by assessors who had not marked it.',
  holds: (batch, { candidature }) => {
    const before = candidatureIn(batch, candidature.submission);
    if (before === undefined || foundOf(batch, candidature.submission) !== 'remarking') return true;
    const earlier = markersOf(before);
    return markersOf(candidature).every((assessor) => !earlier.includes(assessor));
  },
});

/** Not a refusal: with this one back nothing is away, and nothing is to be sent away. */
export const lastToComeBack = when<Batch, ReceiveReview>(
  'everything else has come back, and no re-marking is to be ordered',
  (batch, { candidature }) => batch.concerned.length === 0 && isLastAway(batch, candidature.submission),
);

export const resumptionIsReasoned = rule<Batch, ResumeModeration>({
  id: 'MOD-26',
  says: 'Moderation is resumed with a reason.',
  holds: (_batch, { reason }) => given(reason),
});
