import type { StatementCode } from '@assay/standards';
import {
  deadlineOf,
  londonDay,
  type AnyFact,
  type CohortId,
  type ContentHash,
  type Day,
  type Deadline,
  type FactBook,
  type PersonId,
  type ProviderId,
  type SubmissionId,
} from '../kernel/index.ts';
import type { Bank, Scores } from '../scoring/index.ts';
import type { Manifest } from './manifest.ts';
import type {
  AttemptKind,
  BankPriorLearning,
  ExcuseAttempt,
  GrantExtension,
  RecordActionPlan,
  ReturnSubmission,
  Submit,
  SubmissionCommand,
  WithdrawSubmission,
} from './submission.commands.ts';
import { dueOf, extended, isPastDue, lateDue, returnedDue } from './submission.time.ts';

/** One attempt, and what the attempts before it left in its bank. */
export interface Attempt {
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly route: string;
  readonly attempt: number;
  readonly kind: AttemptKind;
  readonly bank: Bank;
  /** Standards of the bank that prior learning achieved. */
  readonly priorLearning: readonly StatementCode[];
  readonly site: string | null;
}

export interface Submission extends Attempt {
  /** The due day that runs: an extension moves it, and a return may. */
  readonly dueOn: Day;
  /** What the candidate is asked for, by when; null while it is not their turn. */
  readonly due: Deadline | null;
  /** Working days by which the due was extended so far. */
  readonly extended: number;
  /** Digest of the manifest last submitted; null before. */
  readonly manifest: ContentHash | null;
  /** The day on which it was last submitted; null before. */
  readonly submittedOn: Day | null;
  /** Whether it was ever submitted past its due: a return does not make it timely. */
  readonly late: boolean;
  /** R9: whether the candidate recorded an action plan. */
  readonly actionPlan: boolean;
}

export interface SubmissionOpened extends AnyFact, Attempt {
  readonly type: 'SubmissionOpened';
  readonly dueOn: Day;
}

export interface SubmissionSubmitted extends AnyFact {
  readonly type: 'SubmissionSubmitted';
  readonly manifest: Manifest;
  /** The day in London; R2 counts from it. */
  readonly submittedOn: Day;
  /** Whether it came past its due, or had done so before it was returned. */
  readonly late: boolean;
}

export interface SubmissionReturned extends AnyFact {
  readonly type: 'SubmissionReturned';
  readonly reason: string;
  readonly dueOn: Day;
  readonly due: Deadline;
}

/** The submission as it was accepted: everything that later stages need of it. */
export interface SubmissionAccepted extends AnyFact {
  readonly type: 'SubmissionAccepted';
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly attempt: number;
  readonly manifest: ContentHash;
  readonly submittedOn: Day;
  readonly late: boolean;
  readonly bank: Bank;
  readonly priorLearning: readonly StatementCode[];
  readonly site: string | null;
}

export interface SubmissionWithdrawn extends AnyFact {
  readonly type: 'SubmissionWithdrawn';
  readonly reason: string;
  /** A portfolio that was handed in once has used its attempt, also if it was returned; one that never was has not. */
  readonly attemptUsed: boolean;
}

export interface DuePassed extends AnyFact {
  readonly type: 'DuePassed';
  /** Until when it may still be handed in late. */
  readonly due: Deadline;
}

/** Nothing was handed in: the attempt is used, unless it is excused. */
export interface SubmissionMissed extends AnyFact, Attempt {
  readonly type: 'SubmissionMissed';
  /** Until when the candidate may claim circumstances. */
  readonly due: Deadline | null;
}

export interface ExtensionGranted extends AnyFact {
  readonly type: 'ExtensionGranted';
  readonly workingDays: number;
  readonly reason: string;
  readonly dueOn: Day;
  readonly due: Deadline;
}

/** The attempt is not used: it is opened again (`opensAgain`). */
export interface AttemptExcused extends AnyFact, Attempt {
  readonly type: 'AttemptExcused';
  readonly reason: string;
}

export interface ActionPlanRecorded extends AnyFact {
  readonly type: 'ActionPlanRecorded';
  readonly says: string;
}

export interface PriorLearningBanked extends AnyFact {
  readonly type: 'PriorLearningBanked';
  readonly standards: readonly StatementCode[];
  /** Each standard's threshold: prior learning is met or not, never above. */
  readonly scores: Scores;
}

export type SubmissionFact =
  | SubmissionOpened
  | SubmissionSubmitted
  | SubmissionReturned
  | SubmissionAccepted
  | SubmissionWithdrawn
  | DuePassed
  | SubmissionMissed
  | ExtensionGranted
  | AttemptExcused
  | ActionPlanRecorded
  | PriorLearningBanked;

const attemptOf = ({
  submission,
  candidate,
  provider,
  cohort,
  route,
  attempt,
  kind,
  bank,
  priorLearning,
  site,
}: Submission): Attempt => ({
  submission,
  candidate,
  provider,
  cohort,
  route,
  attempt,
  kind,
  bank,
  priorLearning,
  site,
});

export const submissionFacts: FactBook<Submission, SubmissionCommand, Exclude<SubmissionFact, SubmissionOpened>> = {
  SubmissionSubmitted: {
    tell: ({ dueOn, late }, { manifest, at }: Submit) => ({
      manifest,
      submittedOn: londonDay(at),
      late: late || isPastDue(dueOn, at),
    }),
    change: (submission, { manifest, submittedOn, late }) => ({
      ...submission,
      due: null,
      manifest: manifest.digest,
      submittedOn,
      late,
    }),
  },
  SubmissionReturned: {
    tell: ({ dueOn }, { reason, at }: ReturnSubmission, book) => ({
      reason: reason.trim(),
      ...returnedDue(dueOn, at, book),
    }),
    change: (submission, { dueOn, due }) => ({ ...submission, dueOn, due }),
  },
  SubmissionAccepted: {
    tell: (context) => {
      const { submission, candidate, provider, cohort, attempt, manifest, submittedOn } = context;
      if (manifest === null || submittedOn === null) throw new TypeError('A submitted portfolio has a manifest');
      const { late, bank, priorLearning, site } = context;
      return {
        submission,
        candidate,
        provider,
        cohort,
        attempt,
        manifest,
        submittedOn,
        late,
        bank,
        priorLearning,
        site,
      };
    },
    change: (submission) => submission,
  },
  SubmissionWithdrawn: {
    tell: ({ manifest }, { reason }: WithdrawSubmission) => ({
      reason: reason.trim(),
      attemptUsed: manifest !== null,
    }),
    change: (submission) => ({ ...submission, due: null }),
  },
  DuePassed: {
    tell: ({ dueOn }, _command, book) => ({ due: lateDue(dueOn, book) }),
    change: (submission, { due }) => ({ ...submission, due }),
  },
  SubmissionMissed: {
    tell: (submission, _command, book) => ({
      ...attemptOf(submission),
      due: deadlineOf('claim-circumstances', dueOf(submission.dueOn).at, book),
    }),
    change: (submission, { due }) => ({ ...submission, due }),
  },
  ExtensionGranted: {
    tell: ({ dueOn: before }, { workingDays, reason }: GrantExtension, book) => {
      const dueOn = extended(before, workingDays, book);
      return { workingDays, reason: reason.trim(), dueOn, due: dueOf(dueOn) };
    },
    change: (submission, { workingDays, dueOn, due }) => ({
      ...submission,
      dueOn,
      due,
      extended: submission.extended + workingDays,
    }),
  },
  AttemptExcused: {
    tell: (submission, { reason }: ExcuseAttempt) => ({ ...attemptOf(submission), reason: reason.trim() }),
    change: (submission) => ({ ...submission, due: null }),
  },
  ActionPlanRecorded: {
    tell: (_submission, { says }: RecordActionPlan) => ({ says: says.trim() }),
    change: (submission) => ({ ...submission, actionPlan: true }),
  },
  PriorLearningBanked: {
    tell: (_submission, { standards }: BankPriorLearning, { judged, threshold }) => ({
      standards,
      scores: Object.fromEntries(standards.map((code) => [code, judged.get(code)?.threshold ?? threshold])),
    }),
    change: (submission, { standards, scores }) => ({
      ...submission,
      bank: { ...submission.bank, scores: { ...submission.bank.scores, ...scores } },
      priorLearning: [...submission.priorLearning, ...standards],
    }),
  },
};
