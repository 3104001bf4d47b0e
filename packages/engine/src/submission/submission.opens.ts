import type { CandidateEnrolled } from '../enrolment/index.ts';
import { emptyBank } from '../scoring/index.ts';
import type { OpenSubmission } from './submission.commands.ts';

/** An enrolment opens the candidate's first attempt. */
export function opensSubmission({
  submission,
  candidate,
  provider,
  cohort,
  route,
  dueOn,
  by,
  at,
}: CandidateEnrolled): OpenSubmission {
  return {
    type: 'OpenSubmission',
    submission,
    candidate,
    provider,
    cohort,
    route,
    attempt: 1,
    dueOn,
    kind: 'first',
    bank: emptyBank,
    site: null,
    by: { ...by, role: 'system' },
    at,
  };
}
