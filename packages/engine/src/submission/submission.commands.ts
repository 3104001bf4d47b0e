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
import type { Manifest } from './manifest.ts';

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

export type SubmissionCommand = OpenSubmission | Submit | ReturnSubmission | AcceptSubmission | WithdrawSubmission;

export const submissionPermissions = {
  OpenSubmission: [may('system', 'anyone')],
  Submit: [may('candidate', 'own')],
  ReturnSubmission: [may('provider', 'sameProvider')],
  AcceptSubmission: [may('provider', 'sameProvider')],
  WithdrawSubmission: [may('candidate', 'own')],
} as const satisfies Record<SubmissionCommand['type'], readonly Permission[]>;
