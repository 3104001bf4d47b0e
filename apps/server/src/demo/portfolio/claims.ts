import type { Rulebook } from '@assay/engine';
import type { StatementCode } from '@assay/standards';
import { pick, roll } from '../seeded.ts';
import type { Place } from './account.ts';
import type { Outline } from './outline.ts';

export interface Claimable {
  readonly outline: Outline;
  readonly places: readonly Place[];
}

export interface Claim {
  readonly statement: StatementCode;
  readonly place: string;
}

/** More would be a list and not a claim. */
const mostPerItem = 20;

/**
 * Claims every statement of the framework that the items can show: a standard by a written account and by something of
 * another method, knowledge and qualities once. A few standards keep one item only, for the visit or the discussion to
 * stand beside. Answers the claims of each item, in the order of the items.
 */
export function claimsFor(key: string, items: readonly Claimable[], book: Rulebook): Claim[][] {
  const claims = items.map((): Claim[] => []);
  const fitting = (statement: StatementCode, area: string, fits: (outline: Outline) => boolean) =>
    items
      .map((item, index) => ({ item, index, made: claims[index] ?? [] }))
      .filter(
        ({ item, made }) =>
          made.length < mostPerItem &&
          fits(item.outline) &&
          item.outline.areas.includes(area) &&
          made.every((claim) => claim.statement !== statement),
      )
      .toSorted(
        (a, b) =>
          Number(shows(b.item, statement)) - Number(shows(a.item, statement)) ||
          a.made.length - b.made.length ||
          a.index - b.index,
      );
  const claim = (statement: StatementCode, area: string, fits: (outline: Outline) => boolean) => {
    const [best] = fitting(statement, area, fits);
    best?.made.push({ statement, place: placeOf(`${key}/${statement}/${best.index}`, best.item, statement, area) });
  };

  for (const { code, area } of book.judged.values()) {
    claim(code, area, ({ method, kind }) => method === 'text' && kind !== 'journal');
    // The first area is marked before the visit, so nothing of it may lean on the visit.
    const alone = area !== book.areas[0] && roll(`${key}/${code}/alone`) < 0.1;
    if (!alone) claim(code, area, ({ method }) => method !== 'text');
  }
  for (const { code, area } of book.covered.values()) claim(code, area, () => true);
  for (const { code, area } of book.judged.values()) {
    if (roll(`${key}/${code}/journal`) < 0.2) claim(code, area, ({ kind }) => kind === 'journal');
  }
  return claims;
}

const shows = (item: Claimable, statement: string) => item.places.some((place) => place.shows.includes(statement));

function placeOf(key: string, { places }: Claimable, statement: string, area: string): string {
  const exact = places.find((place) => place.shows.includes(statement));
  const near = places.filter((place) => place.shows.some((code) => code.startsWith(`${area}.`)));
  return (exact ?? pick(key, near.length > 0 ? near : places)).says;
}
