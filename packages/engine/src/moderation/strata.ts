import type { AreaId } from '@assay/standards';
import { member, type PersonId, type Rulebook } from '../kernel/index.ts';
import type { Candidature } from './candidature.ts';
import type { Glance, Say } from './glance.ts';

type Kind = Rulebook['sampling']['stratifyBy'][number];

/** Banked and prior learning are not judged in this attempt; of what no ground is told, it is taken to be. */
const judgedBefore: readonly string[] = ['banked', 'priorLearning'];

function judgedIn(area: AreaId, { grounds }: Candidature, book: Rulebook): boolean {
  return (book.judgedIn.get(area) ?? []).some(({ code }) => {
    const ground = member(grounds, code);
    return ground === undefined || !judgedBefore.includes(ground.how);
  });
}

/**
 * Asked about the portfolios in drawn order, says the kinds of which one is the first of its own: so that each
 * assessor, each area and each site appears, the first drawn of each does.
 */
export function byStratum(book: Rulebook): (glance: Glance, say: Say) => void {
  const assessors = new Set<PersonId>();
  const sites = new Set<string>();
  const areas = new Set(book.areas);
  const appears: Readonly<Record<Kind, (glance: Glance) => boolean>> = {
    assessor: ({ markers }) => {
      const before = assessors.size;
      for (const assessor of markers) assessors.add(assessor);
      return assessors.size > before;
    },
    area: ({ candidature }) => {
      const before = areas.size;
      for (const area of areas) if (judgedIn(area, candidature, book)) areas.delete(area);
      return areas.size < before;
    },
    site: ({ candidature }) => {
      const before = sites.size;
      if (candidature.site !== null) sites.add(candidature.site);
      return sites.size > before;
    },
  };
  const says: Readonly<Record<Kind, string>> = {
    assessor: 'One of each assessor’s',
    area: 'One judged in each area',
    site: 'One of each site’s',
  };
  return (glance, say) => {
    for (const kind of book.sampling.stratifyBy) if (appears[kind](glance)) say(says[kind]);
  };
}
