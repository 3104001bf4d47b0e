import type { PersonId } from '../kernel/index.ts';
import { markersOf } from './candidature.ts';
import { candidatureIn, markedBy } from './found.ts';
import type { Batch } from './moderation.facts.ts';

/** Whose marks were found beyond tolerance: whoever marked a portfolio that was, in this stage or the one before. */
export function doubtedIn(batch: Batch): PersonId[] {
  const marked = batch.beyond.flatMap((submission) => {
    const candidature = candidatureIn(batch, submission);
    return candidature === undefined ? [] : markersOf(candidature);
  });
  return [...new Set([...batch.doubted, ...marked])];
}

/** Those of the assessors with work in the batch that nobody has looked at yet. */
export function withUnseen(batch: Batch, assessors: readonly PersonId[]): PersonId[] {
  return assessors.filter((assessor) => markedBy(batch, assessor, (found) => found === 'unseen').length > 0);
}
