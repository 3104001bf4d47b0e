import type { StatementCode } from '@assay/standards';
import type {
  AnyCommand,
  CohortId,
  Day,
  ItemId,
  Permission,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';
import type { Bank } from '../scoring/index.ts';
import type { Manifest } from './manifest.ts';

/** R9: a first attempt; few referred areas resat; or many retaken, with an action plan. */
export type AttemptKind = 'first' | 'resit' | 'retake';

/** One attempt: the time in which a candidate gathers and hands in a portfolio. */
export interface OpenSubmission extends AnyCommand {
  readonly type: 'OpenSubmission';
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly route: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly dueOn: Day;
  readonly kind: AttemptKind;
  /** R8: what earlier attempts achieved; it is not assessed again. */
  readonly bank: Bank;
  /** The standards of the bank that prior learning achieved. Absent: none. */
  readonly priorLearning?: readonly StatementCode[];
  /** The candidate's centre; absent or null where the provider names none. */
  readonly site?: string | null;
}

export interface Submit extends AnyCommand {
  readonly type: 'Submit';
  readonly manifest: Manifest;
  /** Items of the portfolio that are not declared yet; submitting asks for none. */
  readonly undeclared: readonly ItemId[];
  /** "This portfolio is my own account of my own practice." */
  readonly declaration: boolean;
}

export interface ReturnSubmission extends AnyCommand {
  readonly type: 'ReturnSubmission';
  readonly reason: string;
}

export interface AcceptSubmission extends AnyCommand {
  readonly type: 'AcceptSubmission';
}

export interface WithdrawSubmission extends AnyCommand {
  readonly type: 'WithdrawSubmission';
  readonly reason: string;
}

/** The due has passed: what is handed in from now on is late. */
export interface PassDue extends AnyCommand {
  readonly type: 'PassDue';
}

/** The late time has passed too, and nothing was handed in. */
export interface PassLate extends AnyCommand {
  readonly type: 'PassLate';
}

/** The provider gives more time, of its own accord or because circumstances were upheld. */
export interface GrantExtension extends AnyCommand {
  readonly type: 'GrantExtension';
  /** Added to the due day that runs, so that an extension which comes late is no longer than another. */
  readonly workingDays: number;
  readonly reason: string;
}

/** Circumstances were upheld: the attempt is not used. */
export interface ExcuseAttempt extends AnyCommand {
  readonly type: 'ExcuseAttempt';
  readonly reason: string;
}

/** R9: what the candidate will do before a retake. */
export interface RecordActionPlan extends AnyCommand {
  readonly type: 'RecordActionPlan';
  readonly says: string;
}

/** A claim of prior learning was decided: these standards are achieved, and not assessed. */
export interface BankPriorLearning extends AnyCommand {
  readonly type: 'BankPriorLearning';
  readonly standards: readonly StatementCode[];
}

export type SubmissionCommand =
  | OpenSubmission
  | Submit
  | ReturnSubmission
  | AcceptSubmission
  | WithdrawSubmission
  | PassDue
  | PassLate
  | GrantExtension
  | ExcuseAttempt
  | RecordActionPlan
  | BankPriorLearning;

const system = [may('system', 'anyone')];

export const submissionPermissions = {
  OpenSubmission: system,
  Submit: [may('candidate', 'own')],
  ReturnSubmission: [may('provider', 'sameProvider')],
  AcceptSubmission: [may('provider', 'sameProvider')],
  WithdrawSubmission: [may('candidate', 'own')],
  PassDue: system,
  PassLate: system,
  GrantExtension: [may('provider', 'sameProvider'), may('system', 'anyone')],
  ExcuseAttempt: system,
  RecordActionPlan: [may('candidate', 'own')],
  BankPriorLearning: system,
} as const satisfies Record<SubmissionCommand['type'], readonly Permission[]>;
