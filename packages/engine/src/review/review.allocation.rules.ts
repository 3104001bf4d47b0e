import { conflictOf, rule } from '../kernel/index.ts';
import type { AllocateAssessor, BeginMarking, DeclineAllocation, LapseAllocation } from './review.commands.ts';
import type { Review } from './review.facts.ts';
import { given } from './support.ts';

export const assessorIsIndependent = rule<Review, AllocateAssessor>({
  id: 'REV-1',
  says: 'Nobody marks their own portfolio.',
  holds: ({ candidate }, { assessor }) => candidate !== assessor,
});

export const assessorHasNotDeclined = rule<Review, AllocateAssessor>({
  id: 'REV-2',
  says: 'A review does not go back to an assessor who declined it.',
  holds: ({ declined }, { assessor }) => !declined.includes(assessor),
});

export const assessorIsAppointed = rule<Review, AllocateAssessor>({
  id: 'REV-18',
  says: 'A review is allocated to somebody whom the provider has appointed as an assessor.',
  holds: (_review, { appointed }) => appointed,
});

export const noConflictIsKnown = rule<Review, AllocateAssessor>({
  id: 'REV-20',
  says: 'Nobody marks where a conflict of interest is known: their own mentee, the same employer, a relative.',
  holds: (_review, { connected = false }) => !connected,
});

/** K4 asked of the one who is named; it asks by itself only of the one who acts. */
export const assessorStandsNowhereElse = rule<Review, AllocateAssessor>({
  id: 'REV-21',
  says: 'Nobody marks a portfolio on which they stand in a conflicting role.',
  holds: (_review, { assessor, involved = [] }) => conflictOf(assessor, 'assessor', involved) === undefined,
});

export const assessorMarksOnce = rule<Review, AllocateAssessor>({
  id: 'REV-22',
  says: 'Nobody has two reviews of one submission.',
  holds: (_review, { assessor, markers = [] }) => !markers.includes(assessor),
});

export const timeToClaimIsOver = rule<Review, LapseAllocation>({
  id: 'REV-23',
  says: 'An allocation lapses when the time to begin or decline has passed.',
  holds: ({ due }, { at }) => due !== null && at > due.at,
});

export const noConflictIsDeclared = rule<Review, BeginMarking>({
  id: 'REV-3',
  says: 'An assessor declares that there is no conflict of interest before marking, or declines.',
  holds: (_review, { noConflict }) => noConflict,
});

export const declineIsReasoned = rule<Review, DeclineAllocation>({
  id: 'REV-4',
  says: 'An assessor who declines says why.',
  holds: (_review, { reason }) => given(reason),
});
