import type { FrameworkId, SchemeId } from '@assay/standards';
import type { AnyFact, CohortId, Day, FactBook, PersonId, ProviderId, SubmissionId } from '../kernel/index.ts';
import type { CohortCommand, EnrolCandidate } from './cohort.commands.ts';

export interface Cohort {
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly title: string;
  readonly framework: FrameworkId;
  readonly scheme: SchemeId;
  readonly edition: number;
  readonly opensOn: Day;
  readonly dueOn: Day;
  readonly candidates: readonly PersonId[];
}

export interface CohortOpened extends AnyFact, Omit<Cohort, 'candidates'> {
  readonly type: 'CohortOpened';
}

export interface CandidateEnrolled extends AnyFact {
  readonly type: 'CandidateEnrolled';
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly candidate: PersonId;
  readonly submission: SubmissionId;
  readonly route: string;
  readonly dueOn: Day;
}

export interface CohortClosed extends AnyFact {
  readonly type: 'CohortClosed';
}

export type CohortFact = CohortOpened | CandidateEnrolled | CohortClosed;

export const cohortFacts: FactBook<Cohort, CohortCommand, Exclude<CohortFact, CohortOpened>> = {
  CandidateEnrolled: {
    tell: ({ cohort, provider, dueOn }, { candidate, submission, route }: EnrolCandidate) => ({
      cohort,
      provider,
      candidate,
      submission,
      route,
      dueOn,
    }),
    change: (cohort, { candidate }) => ({ ...cohort, candidates: [...cohort.candidates, candidate] }),
  },
  CohortClosed: { tell: () => ({}), change: (cohort) => cohort },
};
