import type { AnyFact, ReviewId, Rulebook } from '../kernel/index.ts';
import type { Manifest, SubmissionAccepted } from '../submission/index.ts';
import type { Conferring } from './marking.commands.ts';
import type { ConferenceEnded, ConferenceLapsed } from './marking.facts.ts';
import type { OpenReview } from './review.commands.ts';
import { scopeOf } from './scope.ts';

type Portfolio = Omit<OpenReview, 'type' | 'review' | 'marker' | 'scope' | 'by' | 'at'>;

/**
 * An accepted submission opens a review of exactly what its manifest holds, and of what is not banked. Knowledge and
 * qualities are noted once, by a first marker: `noted` says whether an earlier attempt's review did; one whose
 * candidate handed nothing in did not.
 */
export function opensReview(
  accepted: SubmissionAccepted,
  manifest: Manifest,
  review: ReviewId,
  book: Rulebook,
  marker: Conferring = 'first',
  noted: boolean = accepted.attempt > 1,
): OpenReview {
  return {
    type: 'OpenReview',
    review,
    ...portfolioOf(accepted, manifest),
    marker,
    scope: { ...scopeOf(marker, accepted.bank, book), coverage: marker === 'first' && !noted },
    ...following(accepted),
  };
}

/** A conference that left something unsettled opens a third marker's review of just that. */
export function opensThirdReview(
  conference: ConferenceEnded | ConferenceLapsed,
  accepted: SubmissionAccepted,
  manifest: Manifest,
  review: ReviewId,
): OpenReview {
  return {
    type: 'OpenReview',
    review,
    ...portfolioOf(accepted, manifest),
    marker: 'third',
    scope: { ...conference.unsettled, coverage: false },
    ...following(conference),
  };
}

function portfolioOf(accepted: SubmissionAccepted, { items }: Manifest): Portfolio {
  const { submission, candidate, provider, cohort, attempt, manifest, submittedOn } = accepted;
  return {
    submission,
    candidate,
    provider,
    cohort,
    attempt,
    manifest,
    sources: Object.fromEntries(items.map(({ number, method }) => [`E${number}`, method])),
    submittedOn,
    dated: Object.fromEntries(items.map(({ number, dated }) => [`E${number}`, dated])),
  };
}

const following = ({ by, at }: AnyFact) => ({ by: { ...by, role: 'system' as const }, at });
