import type { Award, AwardFact, NextAttempt } from '@assay/engine';
import type { Notice } from '../record/message.ts';

/** What a candidate is told of their result. A hold is not told: what it is about is told by whoever looks into it. */
export function awardMessages({ submission, candidate, releasedAt }: Award, fact: AwardFact): Notice[] {
  const tell = (...sentences: readonly string[]) =>
    sentences.map((says): Notice => ({
      kind: 'notice',
      person: candidate,
      says,
      link: `/candidate/${submission}/result`,
    }));
  switch (fact.type) {
    case 'AwardPassed':
    case 'AwardFailed':
      return tell('Your result is there.');
    case 'AwardReferred':
      return tell('Your result is there.', nextAttempt(fact.referral));
    case 'AttemptGranted':
      return tell(`You were granted a further attempt. ${nextAttempt(fact.referral)}`);
    // Before a release there is nothing that the candidate could have seen change.
    case 'AwardCorrected':
      return releasedAt === null ? [] : tell('A score of your result was corrected. The outcome is what it was.');
    case 'AwardCorrectedToPass':
      return tell('Your result was corrected: you have passed. An attempt that was opened since can be withdrawn.');
    case 'AwardCorrectedToRefer':
      return tell('Your result was corrected: you are referred.', nextAttempt(fact.referral));
    case 'AwardCorrectedToFail':
      return tell('Your result was corrected: it is a fail.');
    case 'AwardVoided':
      return tell('Your result was voided, with a reason.');
    case 'AwardDisallowed':
      return tell(
        'Your attempt is void after a case of malpractice, with a reason.',
        ...(fact.onward === null ? [] : [nextAttempt(fact.onward.referral)]),
      );
    default:
      return [];
  }
}

const nextAttempt = ({ dueOn }: NextAttempt) =>
  `Your next attempt is open until ${dueOn}; what you have achieved is kept.`;
