import type { Rulebook } from '../kernel/index.ts';
import { remitOf, type Element, type Expected, type Expectation, type Levels } from './remit.ts';

/** What the two sides have said, over the remit that they said it of. */
export interface Ratings {
  readonly expected: Expected;
  readonly self: Levels;
  readonly reviewed: Levels;
}

/** A statement of the remit on which the two ratings differ. */
export interface Differing extends Expectation {
  readonly of: { readonly self: number; readonly reviewed: number };
}

/** Where both have rated and differ, in source order. */
export function differing({ expected, self, reviewed }: Ratings, book: Rulebook): Differing[] {
  return remitOf(expected, book).flatMap((statement) => {
    const [own, other] = [self[statement.code], reviewed[statement.code]];
    return own === undefined || other === undefined || own === other
      ? []
      : [{ ...statement, of: { self: own, reviewed: other } }];
  });
}

/** What two people have said of a difference: a level for the statement, or one for all differences of its element. */
export function settled(levels: Levels, { code, element }: { readonly code: string; readonly element: Element }) {
  return levels[code] ?? levels[element];
}

/** Every statement of the remit with its agreed level: what both rated alike, and what was settled where they did not. */
export function agreedLevels(ratings: Ratings, levels: Levels, book: Rulebook): Levels {
  const agreed: Record<string, number> = {};
  for (const { code, element } of remitOf(ratings.expected, book)) {
    const [self, reviewed] = [ratings.self[code], ratings.reviewed[code]];
    const level = self === reviewed ? self : settled(levels, { code, element });
    if (level !== undefined) agreed[code] = level;
  }
  return agreed;
}
