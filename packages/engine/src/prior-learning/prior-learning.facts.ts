import type { StatementCode } from '@assay/standards';
import {
  deadlineOf,
  type AnyFact,
  type Deadline,
  type FactBook,
  type PersonId,
  type PriorLearningId,
  type ProviderId,
  type SubmissionId,
} from '../kernel/index.ts';
import type {
  AllocatePriorLearning,
  Claimed,
  JudgePriorLearning,
  PriorLearningCommand,
} from './prior-learning.commands.ts';

interface Claim {
  readonly claim: PriorLearningId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
}

export interface PriorLearning extends Claim {
  /** What is claimed; the accounts and their evidence are in the fact. */
  readonly standards: readonly StatementCode[];
  readonly assessor: PersonId | null;
  /** By when the assessor judges; null while nobody is asked. */
  readonly due: Deadline | null;
  /** By standard, whether it is met; one that is not judged is absent. */
  readonly judged: Readonly<Record<string, boolean>>;
}

export interface PriorLearningClaimed extends AnyFact, Claim {
  readonly type: 'PriorLearningClaimed';
  readonly standards: readonly Claimed[];
}

export interface PriorLearningAllocated extends AnyFact {
  readonly type: 'PriorLearningAllocated';
  readonly assessor: PersonId;
  readonly due: Deadline | null;
}

export interface PriorLearningJudged extends AnyFact {
  readonly type: 'PriorLearningJudged';
  readonly standard: StatementCode;
  readonly met: boolean;
  readonly reason: string;
}

/** The claim as it was sealed: what is met is banked (`banksPriorLearning`), the rest is assessed with the portfolio. */
export interface PriorLearningDecided extends AnyFact, Claim {
  readonly type: 'PriorLearningDecided';
  readonly met: readonly StatementCode[];
  readonly notMet: readonly StatementCode[];
}

export interface PriorLearningWithdrawn extends AnyFact, Claim {
  readonly type: 'PriorLearningWithdrawn';
}

export type PriorLearningFact =
  | PriorLearningClaimed
  | PriorLearningAllocated
  | PriorLearningJudged
  | PriorLearningDecided
  | PriorLearningWithdrawn;

const claimOf = ({ claim, submission, candidate, provider }: PriorLearning): Claim => ({
  claim,
  submission,
  candidate,
  provider,
});

export const priorLearningFacts: FactBook<
  PriorLearning,
  PriorLearningCommand,
  Exclude<PriorLearningFact, PriorLearningClaimed>
> = {
  PriorLearningAllocated: {
    tell: (_claim, { assessor, at }: AllocatePriorLearning, book) => ({
      assessor,
      due: deadlineOf('judge-prior-learning', at, book),
    }),
    // A judgement is its assessor's own: another begins anew.
    change: (claim, { assessor, due }) => ({ ...claim, assessor, due, judged: {} }),
  },
  PriorLearningJudged: {
    tell: (_claim, { standard, met, reason }: JudgePriorLearning) => ({ standard, met, reason: reason.trim() }),
    change: (claim, { standard, met }) => ({ ...claim, judged: { ...claim.judged, [standard]: met } }),
  },
  PriorLearningDecided: {
    tell: (claim) => ({
      ...claimOf(claim),
      met: claim.standards.filter((code) => claim.judged[code] === true),
      notMet: claim.standards.filter((code) => claim.judged[code] !== true),
    }),
    change: (claim) => ({ ...claim, due: null }),
  },
  PriorLearningWithdrawn: {
    tell: claimOf,
    change: (claim) => ({ ...claim, due: null }),
  },
};
