import type { PersonId, SubmissionId } from '../kernel/index.ts';
import { markersOf, placeOf, type Candidature } from './candidature.ts';
import type { Drawn } from './sample.ts';

/**
 * What a moderator found of a portfolio: not drawn; drawn and not decided; upheld; away with a query; away to be marked
 * by another; back from being away, and not decided.
 */
export type Found = 'unseen' | 'drawn' | 'upheld' | 'queried' | 'remarking' | 'returned';

/** A batch as far as it tells what was found. */
export interface Looked {
  /** In the order of the submissions’ ids. */
  readonly population: readonly Candidature[];
  /** What was found of each, place by place beside the population. */
  readonly found: readonly Found[];
}

/** What was found of a submission; undefined where it is not in the batch. */
export function foundOf({ population, found }: Looked, submission: SubmissionId): Found | undefined {
  return found[placeOf(population, submission)];
}

/** The candidature of a submission; undefined where it is not in the batch. */
export function candidatureIn({ population }: Looked, submission: SubmissionId): Candidature | undefined {
  return population[placeOf(population, submission)];
}

/** What was found, with these submissions found so. */
export function withFound({ population, found }: Looked, submissions: readonly SubmissionId[], as: Found): Found[] {
  const next = [...found];
  for (const submission of submissions) {
    const place = placeOf(population, submission);
    if (place !== -1) next[place] = as;
  }
  return next;
}

/** What was found at the beginning of a draw: nothing yet. */
export function freshly(population: readonly Candidature[], sample: readonly Drawn[]): Found[] {
  const found = population.map((): Found => 'unseen');
  return withFound(
    { population, found },
    sample.map(({ submission }) => submission),
    'drawn',
  );
}

/** Whether nothing of the batch is to be decided or away, but for this one submission. */
export function isLastOpen({ population, found }: Looked, submission: SubmissionId): boolean {
  const place = placeOf(population, submission);
  return found.every((each, at) => at === place || each === 'unseen' || each === 'upheld');
}

/** Whether nothing of the batch is away, but for this one submission. */
export function isLastAway({ population, found }: Looked, submission: SubmissionId): boolean {
  const place = placeOf(population, submission);
  return found.every((each, at) => at === place || !isAway(each));
}

export function isAway(found: Found | undefined): boolean {
  return found === 'queried' || found === 'remarking';
}

/** What an assessor marked, alone or with another, of which this was found. */
export function markedBy(
  { population, found }: Looked,
  assessor: PersonId,
  which: (found: Found | undefined) => boolean,
): Candidature[] {
  return population.filter((each, place) => which(found[place]) && markersOf(each).includes(assessor));
}
