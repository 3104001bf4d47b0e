import type { AnyCommand, CohortId, Day, Permission, PersonId, ProviderId, SubmissionId } from '../kernel/index.ts';
import { may } from '../kernel/index.ts';

/** Candidates who are assessed together: one provider, one framework and scheme, one due day. */
export interface OpenCohort extends AnyCommand {
  readonly type: 'OpenCohort';
  readonly cohort: CohortId;
  readonly provider: ProviderId;
  readonly title: string;
  readonly opensOn: Day;
  /** The last day on which a submission is on time. */
  readonly dueOn: Day;
}

/** `submission` is the id under which the candidate's first attempt will be opened. */
export interface EnrolCandidate extends AnyCommand {
  readonly type: 'EnrolCandidate';
  readonly candidate: PersonId;
  readonly submission: SubmissionId;
  readonly route: string;
}

export interface CloseCohort extends AnyCommand {
  readonly type: 'CloseCohort';
}

export type CohortCommand = OpenCohort | EnrolCandidate | CloseCohort;

export const cohortPermissions = {
  OpenCohort: [may('provider', 'sameProvider')],
  EnrolCandidate: [may('provider', 'sameProvider')],
  CloseCohort: [may('provider', 'sameProvider')],
} as const satisfies Record<CohortCommand['type'], readonly Permission[]>;
