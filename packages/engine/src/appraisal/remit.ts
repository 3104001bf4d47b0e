import type { AreaId, KindLetter, StatementCode } from '@assay/standards';
import { member, type Rulebook } from '../kernel/index.ts';

/** What a post expects: by area and kind of statement, a level. An element that is left out is not in the remit. */
export type Expected = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Levels by statement code: whole numbers from 1 to the profile's highest. A statement without one is absent. */
export type Levels = Readonly<Record<string, number>>;

/** One area and one kind of statement in it, written `DSO.K`. */
export type Element = `${AreaId}.${KindLetter}`;

/** A statement of a remit: its element, and the level that is expected of it. */
export interface Expectation {
  readonly code: StatementCode;
  readonly area: AreaId;
  readonly kind: KindLetter;
  readonly element: Element;
  readonly expected: number;
}

/** The level that is expected of an element; undefined where the remit leaves it out. */
export function expectedOf(expected: Expected, area: string, kind: string): number | undefined {
  return member(member(expected, area) ?? {}, kind);
}

/** Every statement of a remit, in source order. */
export function remitOf(expected: Expected, book: Rulebook): Expectation[] {
  return [...(book.appraisal?.statements.values() ?? [])].flatMap(({ code, area, kind }) => {
    const level = expectedOf(expected, area, kind);
    return level === undefined ? [] : [{ code, area, kind, element: `${area}.${kind}` as const, expected: level }];
  });
}

/** Whether a remit takes a statement in. */
export function inRemit(expected: Expected, code: StatementCode, book: Rulebook): boolean {
  const place = book.appraisal?.statements.get(code);
  return place !== undefined && expectedOf(expected, place.area, place.kind) !== undefined;
}
