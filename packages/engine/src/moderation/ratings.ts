import { member, type PersonId, type Rulebook } from '../kernel/index.ts';
import type { Glance, Say } from './glance.ts';

/** How much of an assessor’s work is looked at: all, much or a little of it. */
export type Light = 'red' | 'amber' | 'green';

/** How an assessor stands, as a draw looks at it. */
export interface AssessorStanding {
  readonly light: Light;
  /** How many of their portfolios were moderated before. */
  readonly moderated: number;
}

/** By assessor; who is not there is new. */
export type Standings = Readonly<Record<string, AssessorStanding>>;

/** What an assessor’s standing asks to be seen. */
interface Quota {
  /** How many of theirs are seen because they are the assessor’s first. */
  readonly first: number;
  /** How many of theirs are seen because of the assessor’s rating. */
  readonly rated: number;
  readonly reason: string;
  /** How many of theirs have been asked about. */
  asked: number;
}

/** So many of `n` as a fraction asks for, rounded up; a hair above a whole number is that number. */
export function share(n: number, fraction: number): number {
  return Math.ceil(n * fraction - 1e-9);
}

/**
 * What each assessor’s standing asks to be seen: a function that is asked about the portfolios in drawn order and says
 * the reasons of each. A portfolio is an assessor’s whichever of its markers they were.
 */
export function byStanding(
  drawn: readonly Glance[],
  standings: Standings,
  book: Rulebook,
): (glance: Glance, say: Say) => void {
  const counts = new Map<PersonId, { many: number }>();
  for (const { markers } of drawn) {
    for (const assessor of markers) {
      const count = counts.get(assessor);
      if (count === undefined) counts.set(assessor, { many: 1 });
      else count.many += 1;
    }
  }
  const quotas = new Map<PersonId, Quota>(
    [...counts].map(([assessor, { many }]) => [assessor, quotaOf(many, member(standings, assessor), book)]),
  );
  return ({ markers }, say) => {
    for (const assessor of markers) {
      const quota = quotas.get(assessor);
      if (quota === undefined) continue;
      quota.asked += 1;
      if (quota.asked <= quota.first) say('Among the first portfolios of an assessor');
      if (quota.asked <= quota.rated) say(quota.reason);
    }
  };
}

/** How many of an assessor’s `n` portfolios are seen for their rating alone; who has no standing is new. */
export function ratedSize(n: number, standing: AssessorStanding | undefined, { sampling }: Rulebook): number {
  const { fraction, atLeast } = sampling.ratings[standing?.light ?? sampling.ratings.newAssessor];
  return Math.min(n, Math.max(atLeast, share(n, fraction)));
}

function quotaOf(n: number, standing: AssessorStanding | undefined, book: Rulebook): Quota {
  const { sampling, secondMarking } = book;
  const { light, moderated } = standing ?? { light: sampling.ratings.newAssessor, moderated: 0 };
  const first = sampling.mandatory.some(({ id }) => id === 'first-portfolios')
    ? secondMarking.firstPortfolios - moderated
    : 0;
  return {
    first,
    rated: ratedSize(n, standing, book),
    reason: `Marked by an assessor rated ${light}`,
    asked: 0,
  };
}
