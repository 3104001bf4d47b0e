import type { AwardFact, CohortFact, ModerationFact, ProviderFact, ReviewFact, SubmissionFact } from '@assay/engine';

/**
 * The facts that an endpoint may be told of, by workflow: the milestones that a provider sees on its screens at that
 * moment anyway. Left out is what a name alone would give away: circumstances, malpractice, holds, appeals, how far
 * markers lie apart, and every single mark and edit.
 */
export const subscribable = {
  provider: ['PersonAppointed', 'PersonDismissed'],
  cohort: ['CohortOpened', 'CandidateEnrolled', 'CohortClosed'],
  submission: [
    'SubmissionOpened',
    'SubmissionSubmitted',
    'SubmissionReturned',
    'SubmissionAccepted',
    'SubmissionWithdrawn',
    'SubmissionMissed',
    'DuePassed',
    'ExtensionGranted',
  ],
  review: [
    'AssessorAllocated',
    'AllocationDeclined',
    'AllocationLapsed',
    'MarkingBegun',
    'ReviewSealed',
    'ReviewReopened',
  ],
  moderation: ['BatchPlanned', 'SampleDrawn', 'BatchSignedOff'],
  award: [
    'AwardPassed',
    'AwardReferred',
    'AwardFailed',
    'AwardCorrected',
    'AwardCorrectedToPass',
    'AwardCorrectedToRefer',
    'AwardCorrectedToFail',
    'AwardVoided',
    'AwardDisallowed',
  ],
} as const satisfies {
  provider: readonly ProviderFact['type'][];
  cohort: readonly CohortFact['type'][];
  submission: readonly SubmissionFact['type'][];
  review: readonly ReviewFact['type'][];
  moderation: readonly ModerationFact['type'][];
  award: readonly AwardFact['type'][];
};

export type Subscribable = (typeof subscribable)[keyof typeof subscribable][number];

/** All of them, in flow order. */
export const subscribableFacts: readonly Subscribable[] = Object.values(subscribable).flat();

const byWorkflow = new Map<string, ReadonlySet<string>>(
  Object.entries(subscribable).map(([workflow, facts]) => [workflow, new Set<string>(facts)]),
);

export function isSubscribable(workflow: string, fact: string): boolean {
  return byWorkflow.get(workflow)?.has(fact) ?? false;
}
