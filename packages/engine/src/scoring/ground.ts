import type { ReviewId } from '../kernel/index.ts';

/**
 * How a score of record came about: one marker's mark; the lower of two on the same side of the threshold; agreed by
 * two who conferred; the median of three; banked from an earlier attempt; prior learning; corrected after a review of
 * marking.
 */
export type Settled = 'marked' | 'lower' | 'conferred' | 'median' | 'banked' | 'priorLearning' | 'corrected';

/** One marker's score, by the review it was given in. */
export interface Mark {
  readonly review: ReviewId;
  readonly score: number;
}

/** What a score of record rests on. */
export interface Ground {
  readonly how: Settled;
  readonly marks: readonly Mark[];
}

/** By statement code. */
export type Grounds = Readonly<Record<string, Ground>>;
