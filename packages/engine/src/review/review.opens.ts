import type { ReviewId } from '../kernel/index.ts';
import type { Manifest, SubmissionAccepted } from '../submission/index.ts';
import type { OpenReview } from './review.commands.ts';

/** An accepted submission opens a review of exactly what its manifest holds. */
export function opensReview(accepted: SubmissionAccepted, manifest: Manifest, review: ReviewId): OpenReview {
  const { submission, candidate, provider, cohort, attempt, by, at } = accepted;
  return {
    type: 'OpenReview',
    review,
    submission,
    candidate,
    provider,
    cohort,
    attempt,
    manifest: accepted.manifest,
    sources: Object.fromEntries(manifest.items.map(({ number, method }) => [`E${number}`, method])),
    by: { ...by, role: 'system' },
    at,
  };
}
