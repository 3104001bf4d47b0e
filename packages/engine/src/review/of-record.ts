import { member, type Rulebook, type Telling } from '../kernel/index.ts';
import { areaResult, type Allowances, type Ground } from '../scoring/index.ts';
import type { Agreed } from './agreed.ts';
import type { Marking } from './marking.facts.ts';

/** How a score of record came about, from the marks that are in. */
function groundOf(code: string, { bank, priorLearning, marks, conferred }: Marking): Ground {
  if (Object.hasOwn(bank.scores, code))
    return { how: priorLearning.some((known) => known === code) ? 'priorLearning' : 'banked', marks: [] };
  const given = marks.flatMap(({ review, scores }) => {
    const score = member(scores, code);
    return score === undefined ? [] : [{ review, score }];
  });
  if (conferred.includes(code)) return { how: 'conferred', marks: given };
  if (given.length > 2) return { how: 'median', marks: given };
  return { how: new Set(given.map(({ score }) => score)).size > 1 ? 'lower' : 'marked', marks: given };
}

/**
 * R5: an allowance stands where a marker logged it and none withheld it: whoever found the area achieved had none to
 * log. What two markers differ on is decided as the lower of two scores is, against the candidate's ease.
 */
function allowancesOf({ marks, bank }: Marking, book: Rulebook): Allowances {
  const two = marks.filter(({ marker }) => marker !== 'third');
  const standing = book.areas.flatMap((area) => {
    const [reason] = two.flatMap(({ allowances }) => member(allowances, area) ?? []);
    const withheld = two.some(
      ({ scores, allowances }) =>
        !Object.hasOwn(allowances, area) && !areaResult(area, { ...bank.scores, ...scores }, book).achieved,
    );
    return reason === undefined || withheld ? [] : [[area, reason] as const];
  });
  return { ...Object.fromEntries(standing), ...bank.allowances };
}

/** What a marking in which everything is settled comes to. */
export function agreedOf(marking: Marking, book: Rulebook): Telling<Agreed> {
  const { submission, candidate, provider, cohort, attempt, round, late, priorLearning, site, before } = marking;
  const scored = [...book.judged.keys()].filter((code) => Object.hasOwn(marking.scores, code));
  const grounds = scored.map((code) => [code, groundOf(code, marking)] as const);
  const moved = grounds.flatMap(([code, { how }]) =>
    marking.moved.includes(code) ||
    how === 'conferred' ||
    how === 'median' ||
    (Object.hasOwn(before, code) && before[code] !== marking.scores[code])
      ? [code]
      : [],
  );
  return {
    marking: marking.marking,
    submission,
    candidate,
    provider,
    cohort,
    attempt,
    round,
    markers: marking.marks.map(({ marker, review, assessor }) => ({ marker, review, assessor })),
    scores: marking.scores,
    gates: marking.gates,
    allowances: allowancesOf(marking, book),
    grounds: Object.fromEntries(grounds),
    moved,
    late,
    priorLearning,
    site,
  };
}
