import type { AnyFact, SubmissionId } from '../kernel/index.ts';
import type { OpenSubmission } from '../submission/index.ts';
import type { Onward } from './onward.ts';

/**
 * A referral, a granted attempt or a disallowed one that may be tried again opens the candidate's next attempt, with
 * all that was achieved banked (R8) and until the day that R9 gives.
 */
export function opensNextAttempt(
  { candidate, provider, cohort, attempt, bank, priorLearning, referral, by, at }: Onward & Pick<AnyFact, 'by' | 'at'>,
  submission: SubmissionId,
  route: string,
  site: string | null = null,
): OpenSubmission {
  return {
    type: 'OpenSubmission',
    submission,
    candidate,
    provider,
    cohort,
    route,
    attempt: attempt + 1,
    bank,
    priorLearning,
    kind: referral.kind,
    site,
    dueOn: referral.dueOn,
    by: { ...by, role: 'system' },
    at,
  };
}
