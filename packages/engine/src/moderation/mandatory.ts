import type { Rulebook } from '../kernel/index.ts';
import { areaResult, resultOf } from '../scoring/index.ts';
import type { Candidature } from './candidature.ts';
import type { Glance, Say } from './glance.ts';

type Reasoned = (glance: Glance, book: Rulebook) => string | null;

const every = (what: string) => `${what}: every such portfolio is seen`;

/** By the scheme’s id for it, what makes a portfolio be seen whatever chance draws; in the order of the reasons. */
const grounds: Readonly<Record<string, Reasoned>> = {
  'refer-or-fail': ({ candidature, clear }, book) => {
    const outcome = clear ? 'pass' : resultOf(candidature, book).outcome;
    return outcome === 'pass' ? null : every(`Recommended to ${outcome}`);
  },
  borderline: ({ candidature }, book) =>
    isBorderline(candidature, book) ? every('Borderline, with a score that was moved') : null,
  'prior-learning': ({ candidature }) => (candidature.priorLearning.length > 0 ? every('Prior learning') : null),
  late: ({ candidature }) => (candidature.late ? every('Late') : null),
  reopened: ({ candidature }) => (candidature.round > 1 ? every('Reopened') : null),
};

/** What a portfolio has about it that makes it be seen: a function, since the scheme says which of them count. */
export function byItself(book: Rulebook): (glance: Glance, say: Say) => void {
  const asked = new Set(book.sampling.mandatory.map(({ id }) => id));
  const reasoned = Object.entries(grounds).flatMap(([id, reason]) => (asked.has(id) ? [reason] : []));
  return (glance, say) => {
    for (const reason of reasoned) {
      const why = reason(glance, book);
      if (why !== null) say(why);
    }
  };
}

/** An area that is only just achieved and holds a standard whose score was moved. */
function isBorderline({ moved, scores }: Candidature, book: Rulebook): boolean {
  return moved.some((code) => {
    const area = book.judged.get(code)?.area;
    return area !== undefined && areaResult(area, scores, book).minimum === book.threshold;
  });
}
