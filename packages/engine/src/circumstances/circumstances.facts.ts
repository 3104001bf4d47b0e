import type {
  AnyFact,
  CircumstancesId,
  Day,
  Deadline,
  FactBook,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import type {
  CircumstancesCommand,
  ClaimCircumstances,
  DeclineCircumstances,
  UpholdCircumstances,
} from './circumstances.commands.ts';

/** R10: all that circumstances can change. */
export type Remedy = { readonly kind: 'time'; readonly workingDays: number } | { readonly kind: 'attempt' };

interface Claim {
  readonly circumstances: CircumstancesId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
}

/** What happened is private, and in the fact alone. */
export interface Circumstances extends Claim {
  readonly asks: ClaimCircumstances['asks'];
  /** By when the provider decides; null once it has, or need not. */
  readonly due: Deadline | null;
}

export interface CircumstancesClaimed extends AnyFact, Circumstances {
  readonly type: 'CircumstancesClaimed';
  readonly says: string;
  readonly dueOn: Day;
}

/** Extends the submission (`grantsExtension`) or saves its attempt (`excusesAttempt`). */
export interface CircumstancesUpheld extends AnyFact, Claim {
  readonly type: 'CircumstancesUpheld';
  readonly remedy: Remedy;
  readonly reason: string;
}

export interface CircumstancesDeclined extends AnyFact, Claim {
  readonly type: 'CircumstancesDeclined';
  readonly reason: string;
}

export interface CircumstancesWithdrawn extends AnyFact, Claim {
  readonly type: 'CircumstancesWithdrawn';
}

export type CircumstancesFact =
  | CircumstancesClaimed
  | CircumstancesUpheld
  | CircumstancesDeclined
  | CircumstancesWithdrawn;

/** What the rules have let through of a remedy that was sent. */
function remedyOf({ kind, workingDays }: UpholdCircumstances['remedy']): Remedy {
  if (kind === 'attempt') return { kind };
  if (workingDays === undefined) throw new TypeError('Time is given in working days');
  return { kind: 'time', workingDays };
}

const claimOf = ({ circumstances, submission, candidate, provider }: Circumstances): Claim => ({
  circumstances,
  submission,
  candidate,
  provider,
});
const decided = (claim: Circumstances): Circumstances => ({ ...claim, due: null });

export const circumstancesFacts: FactBook<
  Circumstances,
  CircumstancesCommand,
  Exclude<CircumstancesFact, CircumstancesClaimed>
> = {
  CircumstancesUpheld: {
    tell: (claim, { remedy, reason }: UpholdCircumstances) => ({
      ...claimOf(claim),
      remedy: remedyOf(remedy),
      reason: reason.trim(),
    }),
    change: decided,
  },
  CircumstancesDeclined: {
    tell: (claim, { reason }: DeclineCircumstances) => ({ ...claimOf(claim), reason: reason.trim() }),
    change: decided,
  },
  CircumstancesWithdrawn: { tell: claimOf, change: decided },
};
