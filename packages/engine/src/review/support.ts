import { member, type Rulebook } from '../kernel/index.ts';
import { sufficiency } from '../scoring/index.ts';
import type { Source } from './review.commands.ts';
import type { Review } from './review.facts.ts';

/** Whether somebody wrote anything. */
export const given = (text: string) => text.trim() !== '';

/** The first of many codes, and how many more. */
export const some = (codes: readonly string[]) =>
  codes.length > 4 ? `${codes.slice(0, 4).join(', ')} and ${codes.length - 4} more` : codes.join(', ');

/** Of the sources that a standard is to rest on, those that nobody confirmed for it (R1). */
export const notCounting = (review: Review, standard: string, evidence: readonly Source[]) =>
  evidence.filter((source) => !(member(review.counting, standard) ?? []).includes(source));

/** The method of each source that counts for a standard, each source once (R3). */
export const countingMethods = (review: Review, standard: string, evidence: readonly Source[]) =>
  [...new Set(evidence)]
    .filter((source) => (member(review.counting, standard) ?? []).includes(source))
    .flatMap((source) => member(review.sources, source) ?? []);

/** The standards whose score no longer rests on counting evidence as R1 and R3 ask. */
export const unsupported = (review: Review, book: Rulebook): string[] =>
  Object.entries(review.scores)
    .filter(([standard, score]) => {
      const rests = review.rests[standard] ?? [];
      return (
        notCounting(review, standard, rests).length > 0 ||
        !sufficiency(score, countingMethods(review, standard, rests), book).enough
      );
    })
    .map(([standard]) => standard);
