import { rule, type Rulebook } from '../kernel/index.ts';
import { explain, scoringSentences } from '../scoring/index.ts';
import type { RatifyAward } from './award.commands.ts';
import type { Award } from './award.facts.ts';

/** Named on a refusal at most; a screen shows the whole explanation. */
const most = 4;

const listed = (lines: readonly { readonly says: string }[]) =>
  [
    ...lines.slice(0, most).map(({ says }) => says),
    ...(lines.length > most ? [`And ${lines.length - most} more.`] : []),
  ].join(' ');

const open = (award: Award, book: Rulebook) => {
  const { areas, gates, says } = explain(award, award.grounds, book);
  const unachieved = areas.filter(({ achieved }) => !achieved);
  return {
    areas: unachieved,
    standards: unachieved.flatMap(({ standards }) => standards.filter(({ achieved }) => !achieved)),
    gates: gates.filter(({ met }) => !met),
    says,
  };
};

/** Released as something that its scores of record do not amount to. */
const misnamed = ({ outcome }: Award, { as }: RatifyAward) => as !== undefined && as !== outcome;

/** R4 of scheme.md, as a release meets it. A standard that an allowance covers does not stand against a pass. */
export const standardsAreAchieved = rule<Award, RatifyAward>({
  id: 'R4',
  says: scoringSentences.R4,
  holds: (award, { as }, book) => as !== 'pass' || open(award, book).standards.length === 0,
  detail: (award, _command, book) => listed(open(award, book).standards),
});

export const areasAreAchieved = rule<Award, RatifyAward>({
  id: 'R5',
  says: scoringSentences.R5,
  holds: (award, { as }, book) => as !== 'pass' || open(award, book).areas.length === 0,
  detail: (award, _command, book) => listed(open(award, book).areas),
});

export const everythingIsAchieved = rule<Award, RatifyAward>({
  id: 'R6',
  says: scoringSentences.R6,
  holds: (award, command, book) =>
    !misnamed(award, command) ||
    (command.as === 'pass' ? open(award, book).gates.length === 0 : award.outcome !== 'pass'),
  detail: (award, { as }, book) => (as === 'pass' ? listed(open(award, book).gates) : open(award, book).says),
});

export const attemptsDecide = rule<Award, RatifyAward>({
  id: 'R7',
  says: scoringSentences.R7,
  holds: (award, command) => !misnamed(award, command) || command.as === 'pass' || award.outcome === 'pass',
  detail: (award, _command, book) => open(award, book).says,
});
