import { digestOf, type ContentHash, type PersonId, type ReviewId, type SubmissionId } from '../kernel/index.ts';
import type { ReviewSealed } from '../review/index.ts';
import type { Scores } from '../scoring/index.ts';

/** One candidate's sealed result as a batch carries it: what was judged, by whom, in which round. */
export interface Candidature {
  readonly submission: SubmissionId;
  readonly review: ReviewId;
  readonly candidate: PersonId;
  readonly assessor: PersonId;
  readonly attempt: number;
  readonly round: number;
  readonly scores: Scores;
  readonly gates: Readonly<Record<string, boolean>>;
}

/** A sealed review enters a batch as this. */
export function candidatureOf({
  submission,
  review,
  candidate,
  assessor,
  attempt,
  round,
  scores,
  gates,
}: ReviewSealed): Candidature {
  return { submission, review, candidate, assessor, attempt, round, scores, gates };
}

/** What a moderator signs: the digest of every candidature of the batch, in submission order. */
export function signingDigest(population: readonly Candidature[]): ContentHash {
  return digestOf(population.toSorted((a, b) => (a.submission < b.submission ? -1 : 1)));
}
