import type {
  AnyFact,
  CohortId,
  ContentHash,
  Day,
  FactBook,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import type { Manifest } from './manifest.ts';
import type { ReturnSubmission, Submit, SubmissionCommand, WithdrawSubmission } from './submission.commands.ts';

export interface Submission {
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly route: string;
  readonly attempt: number;
  readonly dueOn: Day;
  /** Digest of the manifest last submitted; null before. */
  readonly manifest: ContentHash | null;
}

export interface SubmissionOpened extends AnyFact, Omit<Submission, 'manifest'> {
  readonly type: 'SubmissionOpened';
}

export interface SubmissionSubmitted extends AnyFact {
  readonly type: 'SubmissionSubmitted';
  readonly manifest: Manifest;
}

export interface SubmissionReturned extends AnyFact {
  readonly type: 'SubmissionReturned';
  readonly reason: string;
}

export interface SubmissionAccepted extends AnyFact {
  readonly type: 'SubmissionAccepted';
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly attempt: number;
  readonly manifest: ContentHash;
}

export interface SubmissionWithdrawn extends AnyFact {
  readonly type: 'SubmissionWithdrawn';
  readonly reason: string;
}

export type SubmissionFact =
  | SubmissionOpened
  | SubmissionSubmitted
  | SubmissionReturned
  | SubmissionAccepted
  | SubmissionWithdrawn;

export const submissionFacts: FactBook<Submission, SubmissionCommand, Exclude<SubmissionFact, SubmissionOpened>> = {
  SubmissionSubmitted: {
    tell: (_submission, { manifest }: Submit) => ({ manifest }),
    change: (submission, { manifest }) => ({ ...submission, manifest: manifest.digest }),
  },
  SubmissionReturned: {
    tell: (_submission, { reason }: ReturnSubmission) => ({ reason: reason.trim() }),
    change: (submission) => submission,
  },
  SubmissionAccepted: {
    tell: ({ submission, candidate, provider, cohort, attempt, manifest }) => {
      if (manifest === null) throw new TypeError('A submitted portfolio has a manifest');
      return { submission, candidate, provider, cohort, attempt, manifest };
    },
    change: (submission) => submission,
  },
  SubmissionWithdrawn: {
    tell: (_submission, { reason }: WithdrawSubmission) => ({ reason: reason.trim() }),
    change: (submission) => submission,
  },
};
