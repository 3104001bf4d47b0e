import type { StatementCode } from '@assay/standards';
import {
  addMonths,
  deadlineOf,
  londonDay,
  type AwardId,
  type CohortId,
  type Day,
  type Deadline,
  type Instant,
  type PersonId,
  type ProviderId,
  type Rulebook,
  type SubmissionId,
} from '../kernel/index.ts';
import { bankOf, referralOf, type Bank, type Findings, type Grounds, type Referral } from '../scoring/index.ts';

/** Whose result it is, and of which attempt. */
export interface Identity {
  readonly award: AwardId;
  readonly submission: SubmissionId;
  readonly candidate: PersonId;
  readonly provider: ProviderId;
  readonly cohort: CohortId;
  readonly attempt: number;
}

/** R9: how and by when a candidate goes on. */
export interface NextAttempt extends Referral {
  /** The scheme's clock for it; null where a moderator named the day, or where the scheme has no such clock. */
  readonly due: Deadline | null;
  /** The day by which the next attempt is handed in. */
  readonly dueOn: Day;
}

/** The way on from an attempt that is over to the next: what is kept for good (R8), what is open and until when (R9). */
export interface Onward extends Identity {
  readonly bank: Bank;
  /** The standards of the bank that prior learning achieved. */
  readonly priorLearning: readonly StatementCode[];
  readonly referral: NextAttempt;
}

export function identityOf({ award, submission, candidate, provider, cohort, attempt }: Identity): Identity {
  return { award, submission, candidate, provider, cohort, attempt };
}

/** R8, R9: the way on from what was found in an attempt, from an instant; a day that is named goes before the clock. */
export function onwardOf(
  from: Identity & { readonly before: Bank; readonly grounds: Grounds },
  findings: Findings,
  at: Instant,
  book: Rulebook,
  dueOn?: Day,
): Onward {
  const referral = referralOf(findings, book);
  const due = dueOn === undefined ? deadlineOf(referral.kind, at, book) : null;
  const day = due === null ? addMonths(londonDay(at), book[referral.kind].months) : londonDay(due.at);
  return {
    ...identityOf(from),
    bank: bankOf(findings, from.before, book),
    priorLearning: [...book.judged.keys()].filter((code) => from.grounds[code]?.how === 'priorLearning'),
    referral: { ...referral, due, dueOn: dueOn ?? day },
  };
}
