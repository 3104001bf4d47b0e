import type { MarkingId } from '../kernel/index.ts';
import type { SubmissionAccepted } from '../submission/index.ts';
import type { OpenMarking } from './marking.commands.ts';

/** An accepted submission opens the marking in which its scores of record come about. */
export function opensMarking(accepted: SubmissionAccepted, marking: MarkingId): OpenMarking {
  const { submission, candidate, provider, cohort, attempt, manifest, bank, late, priorLearning, site, by, at } =
    accepted;
  return {
    type: 'OpenMarking',
    marking,
    submission,
    candidate,
    provider,
    cohort,
    attempt,
    manifest,
    bank,
    late,
    priorLearning,
    site,
    by: { ...by, role: 'system' },
    at,
  };
}
