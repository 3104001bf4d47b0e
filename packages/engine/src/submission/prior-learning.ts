import type { StatementCode } from '@assay/standards';
import type { Rulebook } from '../kernel/index.ts';

/** R14, in every workflow that asks it. */
export const priorLearningSays =
  'Prior learning is claimed standard by standard and met in full: for no more standards than the scheme allows, and never for a whole area unless it allows that.';

/** R14: what stands against these standards, all of them by prior learning, in a sentence; null where nothing does. */
export function beyondPriorLearning(standards: readonly StatementCode[], book: Rulebook): string | null {
  const { fractionAtMost, wholeAreas } = book.priorLearning;
  const distinct = new Set(standards);
  const most = Math.floor(fractionAtMost * book.judged.size);
  if (distinct.size > most) return `${distinct.size} of ${book.judged.size} standards; at most ${most} can be.`;
  const whole = [...book.judgedIn].find(
    ([, measures]) => measures.length > 0 && measures.every(({ code }) => distinct.has(code)),
  );
  return wholeAreas || whole === undefined ? null : `Nothing of ${whole[0]} would be assessed.`;
}
