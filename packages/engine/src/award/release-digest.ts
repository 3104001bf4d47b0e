import { digestOf, type ContentHash } from '../kernel/index.ts';
import type { Award } from './award.facts.ts';

/** What a release lets out: the digest of every award with its outcome and of what was signed, in the order of their ids. */
export function releaseDigest(awards: readonly Pick<Award, 'award' | 'outcome' | 'signed'>[]): ContentHash {
  return digestOf(
    awards
      .toSorted((a, b) => (a.award < b.award ? -1 : 1))
      .map(({ award, outcome, signed }) => [award, outcome, signed]),
  );
}
