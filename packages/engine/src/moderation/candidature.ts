import type { StatementCode } from '@assay/standards';
import {
  digestOf,
  type ContentHash,
  type MarkingId,
  type PersonId,
  type ReviewId,
  type Rulebook,
  type SubmissionId,
} from '../kernel/index.ts';
import type { Agreed } from '../review/index.ts';
import { unscored, type Allowances, type Grounds, type Scores } from '../scoring/index.ts';

/** Another marker of a portfolio than its first, and the review that they judged in. */
export interface AlsoMarked {
  readonly assessor: PersonId;
  readonly review: ReviewId;
}

/** One candidate's agreed result as a batch carries it: what was judged, by whom, in which round. */
export interface Candidature {
  readonly submission: SubmissionId;
  readonly marking: MarkingId;
  /** The first marker's review. */
  readonly review: ReviewId;
  /** The first marker. */
  readonly assessor: PersonId;
  readonly alsoMarked: readonly AlsoMarked[];
  readonly candidate: PersonId;
  readonly attempt: number;
  readonly round: number;
  readonly scores: Scores;
  readonly gates: Readonly<Record<string, boolean>>;
  readonly allowances: Allowances;
  readonly grounds: Grounds;
  readonly moved: readonly StatementCode[];
  readonly late: boolean;
  readonly priorLearning: readonly StatementCode[];
  readonly site: string | null;
}

/** An agreed marking enters a batch as this. A TypeError where it has no first marker, which no marking agrees without. */
export function candidatureOf(agreed: Agreed): Candidature {
  const first = agreed.markers.find(({ marker }) => marker === 'first');
  if (first === undefined) throw new TypeError(`The marking of ${agreed.submission} is agreed without a first marker`);
  const { submission, marking, candidate, attempt, round, scores, gates, allowances, grounds } = agreed;
  const { moved, late, priorLearning, site } = agreed;
  return {
    submission,
    marking,
    review: first.review,
    assessor: first.assessor,
    alsoMarked: agreed.markers
      .filter((each) => each !== first)
      .map(({ assessor, review }): AlsoMarked => ({ assessor, review })),
    candidate,
    attempt,
    round,
    scores,
    gates,
    allowances,
    grounds,
    moved,
    late,
    priorLearning,
    site,
  };
}

/** Everybody who marked a portfolio, the first marker first, each once. */
export function markersOf({ assessor, alsoMarked }: Candidature): readonly PersonId[] {
  return alsoMarked.length === 0
    ? [assessor]
    : [...new Set([assessor, ...alsoMarked.map((marked) => marked.assessor)])];
}

/** Standards without a score and gates without a judgement, in source order: none where a candidature is whole. */
export function unjudged({ scores, gates }: Candidature, book: Rulebook): string[] {
  return [...unscored(scores, book.judged.keys()), ...book.gates.filter((gate) => !Object.hasOwn(gates, gate))];
}

/** Candidatures in the order of their submissions’ ids: the order in which a batch keeps and signs them. */
export function inOrder(population: readonly Candidature[]): readonly Candidature[] {
  return population.toSorted((a, b) => (a.submission < b.submission ? -1 : 1));
}

/** The place of a submission in a population that is in order; -1 where it is not there. */
export function placeOf(population: readonly Candidature[], submission: SubmissionId): number {
  let [from, to] = [0, population.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const found = population[middle]?.submission ?? submission;
    if (found === submission) return middle;
    if (found < submission) from = middle + 1;
    else to = middle;
  }
  return -1;
}

/**
 * What a moderator signs: SHA-256 over the digests of all candidatures of the batch, in submission order. Digests of
 * digests, so that no batch is too large to be written down as one text.
 */
export function signingDigest(population: readonly Candidature[]): ContentHash {
  return digestOf(inOrder(population).map((candidature) => digestOf(candidature)));
}
