import type {
  AnyCommand,
  CircumstancesId,
  Day,
  Permission,
  PersonId,
  ProviderId,
  SubmissionId,
} from '../kernel/index.ts';
import { may } from '../kernel/index.ts';

/** Something beyond the candidate's control stood in the way of an attempt. */
export interface ClaimCircumstances extends AnyCommand {
  readonly type: 'ClaimCircumstances';
  readonly circumstances: CircumstancesId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly says: string;
  /** What the candidate hopes for; the provider is not bound by it. */
  readonly asks: 'time' | 'attempt';
  /** The due day of the submission, extensions included. */
  readonly dueOn: Day;
}

/** Who decides may know the candidate too well; kept by whoever keeps the records. */
interface Deciding {
  readonly reason: string;
  /** Whether a conflict of interest is known: own mentee, same employer, relative. Absent: none is. */
  readonly connected?: boolean;
}

export interface UpholdCircumstances extends AnyCommand, Deciding {
  readonly type: 'UpholdCircumstances';
  /** R10 knows two kinds, `time` and `attempt`; whatever else somebody sends is refused by it. */
  readonly remedy: { readonly kind: string; readonly workingDays?: number };
}

export interface DeclineCircumstances extends AnyCommand, Deciding {
  readonly type: 'DeclineCircumstances';
}

export interface WithdrawCircumstances extends AnyCommand {
  readonly type: 'WithdrawCircumstances';
}

export type CircumstancesCommand =
  | ClaimCircumstances
  | UpholdCircumstances
  | DeclineCircumstances
  | WithdrawCircumstances;

export const circumstancesPermissions = {
  ClaimCircumstances: [may('candidate', 'own')],
  UpholdCircumstances: [may('provider', 'sameProvider')],
  DeclineCircumstances: [may('provider', 'sameProvider')],
  WithdrawCircumstances: [may('candidate', 'own')],
} as const satisfies Record<CircumstancesCommand['type'], readonly Permission[]>;
