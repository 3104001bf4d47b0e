import { londonDay, type Submission, type SubmissionFact } from '@assay/engine';
import type { Notice } from '../record/message.ts';
import type { Recorded } from '../record/projection.ts';

/** What the candidate is told of their submission. */
export function submissionMessages({ context, fact }: Recorded<Submission, SubmissionFact>): readonly Notice[] {
  const says = sentence(context, fact);
  return says === null ? [] : [{ kind: 'notice', person: context.candidate, says, link: '/candidate' }];
}

function sentence({ attempt, dueOn }: Submission, fact: SubmissionFact): string | null {
  switch (fact.type) {
    case 'SubmissionOpened':
      // The first comes with the enrolment, which is told.
      return attempt === 1 ? null : `Attempt ${attempt} is open for you. It is due on ${dueOn}.`;
    case 'SubmissionSubmitted':
      return 'Your portfolio was submitted.';
    case 'SubmissionReturned':
      return 'Your portfolio came back to you: there is something to mend.';
    case 'SubmissionAccepted':
      return 'Your portfolio was accepted for assessment.';
    case 'ExtensionGranted':
      return `You were given more time: your portfolio is due on ${fact.dueOn} now.`;
    case 'DuePassed':
      return `Your portfolio was due. You can still hand it in, late, until ${londonDay(fact.due.at)}.`;
    case 'SubmissionMissed':
      return fact.due === null
        ? 'Nothing was handed in, so this attempt is used.'
        : `Nothing was handed in, so this attempt is used. If something beyond your control stood in the way, claim circumstances by ${londonDay(fact.due.at)}.`;
    case 'AttemptExcused':
      return 'Your attempt was excused: it does not count.';
    case 'SubmissionWithdrawn':
    case 'ActionPlanRecorded':
    case 'PriorLearningBanked':
      return null;
  }
}
