import type { CorrectAward } from './award.commands.ts';
import type { MarkingErrorFound } from './marking-review.facts.ts';

/** A marking error that a review found corrects the award. Without one there is nothing that could. */
export function correctsAward({ review, changes, reason, by, at }: MarkingErrorFound): CorrectAward {
  return { type: 'CorrectAward', review, changes, reason, by: { ...by, role: 'system' }, at };
}
