import type { StatementCode } from '@assay/standards';
import type {
  AnyCommand,
  ItemId,
  Permission,
  PersonId,
  PriorLearningId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';

/** One standard that the candidate says they met before, elsewhere. */
export interface Claimed {
  readonly standard: StatementCode;
  /** What was learned, where and when, and how it meets the standard. */
  readonly account: string;
  readonly evidence: readonly ItemId[];
}

export interface ClaimPriorLearning extends AnyCommand {
  readonly type: 'ClaimPriorLearning';
  readonly claim: PriorLearningId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly standards: readonly Claimed[];
  /** The evidence items of the submission. */
  readonly items: readonly ItemId[];
  /** What the submission has banked, by whatever way. */
  readonly banked: readonly StatementCode[];
  /** What of that prior learning achieved. */
  readonly priorLearning: readonly StatementCode[];
  /** Whether the submission is open, in time or late. */
  readonly submissionOpen: boolean;
  /** Whether another claim on the submission is neither decided nor withdrawn. */
  readonly claimOpen: boolean;
}

/** Also to another, who then judges everything anew. */
export interface AllocatePriorLearning extends AnyCommand {
  readonly type: 'AllocatePriorLearning';
  readonly assessor: PersonId;
  /** Whether the provider has appointed this person as an assessor. */
  readonly appointed: boolean;
  /** Whether a conflict of interest is known: own mentee, same employer, relative. Absent: none is. */
  readonly connected?: boolean;
}

/** Fully met or not met: nothing lies between. */
export interface JudgePriorLearning extends AnyCommand {
  readonly type: 'JudgePriorLearning';
  readonly standard: StatementCode;
  readonly met: boolean;
  readonly reason: string;
}

export interface SealPriorLearning extends AnyCommand {
  readonly type: 'SealPriorLearning';
  /** Whether the submission is open, in time or late. */
  readonly submissionOpen: boolean;
}

/** By the candidate; or by the product when the portfolio is handed in and the claim is overtaken. */
export interface WithdrawPriorLearning extends AnyCommand {
  readonly type: 'WithdrawPriorLearning';
}

export type PriorLearningCommand =
  | ClaimPriorLearning
  | AllocatePriorLearning
  | JudgePriorLearning
  | SealPriorLearning
  | WithdrawPriorLearning;

const assessor = [may('assessor', 'allocated')];

export const priorLearningPermissions = {
  ClaimPriorLearning: [may('candidate', 'own')],
  AllocatePriorLearning: [may('provider', 'sameProvider')],
  JudgePriorLearning: assessor,
  SealPriorLearning: assessor,
  WithdrawPriorLearning: [may('candidate', 'own'), may('system', 'anyone')],
} as const satisfies Record<PriorLearningCommand['type'], readonly Permission[]>;
