import type { StatementCode } from '@assay/standards';
import type {
  AnyCommand,
  ItemId,
  MalpracticeId,
  Permission,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';

/** What follows from proven malpractice, from the mildest to the severest. */
export const penalties = ['warning', 'evidenceVoided', 'attemptVoided', 'disqualified'] as const;

export type Penalty = (typeof penalties)[number];

export interface ReportMalpractice extends AnyCommand {
  readonly type: 'ReportMalpractice';
  readonly malpractice: MalpracticeId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  /** Who marks or marked the submission. */
  readonly assessors: readonly PersonId[];
  readonly says: string;
  /** The evidence items that it is about; none where it is about something else. */
  readonly evidence: readonly ItemId[];
}

/** There is nothing to look into. */
export interface DismissReport extends AnyCommand {
  readonly type: 'DismissReport';
  readonly reason: string;
}

export interface OpenInvestigation extends AnyCommand {
  readonly type: 'OpenInvestigation';
}

export interface AnswerAllegation extends AnyCommand {
  readonly type: 'AnswerAllegation';
  readonly says: string;
}

/** The time to answer has passed without an answer. */
export interface LapseAnswer extends AnyCommand {
  readonly type: 'LapseAnswer';
}

/** Evidence that stops counting, and the standards that are left without any because of it. */
export interface VoidedEvidence {
  readonly evidence: readonly ItemId[];
  readonly standards: readonly StatementCode[];
}

export interface DecideMalpractice extends AnyCommand {
  readonly type: 'DecideMalpractice';
  readonly finding: 'none' | 'proven';
  /** Null where nothing was proven. */
  readonly penalty: Penalty | null;
  /** With the penalty of that name, and with no other. */
  readonly voided?: VoidedEvidence;
  readonly reason: string;
}

export type MalpracticeCommand =
  | ReportMalpractice
  | DismissReport
  | OpenInvestigation
  | AnswerAllegation
  | LapseAnswer
  | DecideMalpractice;

const moderator = [may('moderator', 'sameProvider')];

export const malpracticePermissions = {
  ReportMalpractice: [
    may('assessor', 'allocated'),
    may('moderator', 'sameProvider'),
    may('provider', 'sameProvider'),
    may('externalModerator', 'sameProvider'),
  ],
  DismissReport: moderator,
  OpenInvestigation: moderator,
  AnswerAllegation: [may('candidate', 'own')],
  LapseAnswer: [may('system', 'anyone')],
  DecideMalpractice: moderator,
} as const satisfies Record<MalpracticeCommand['type'], readonly Permission[]>;
