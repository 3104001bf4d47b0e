import type { AreaId, KindLetter, StatementCode } from '@assay/standards';
import type { Rulebook } from '../kernel/index.ts';
import type { Appraisal } from './appraisal.facts.ts';
import { differing } from './agreed.ts';
import { remitOf, type Expectation } from './remit.ts';
import { bothSealed } from './seen.ts';

/** What is expected of a statement and what was agreed; a gap of 1 is one level short, one below 0 is more than expected. */
export interface StatementGap {
  readonly code: StatementCode;
  readonly expected: number;
  readonly agreed: number | null;
  readonly gap: number | null;
}

export interface ElementGap {
  readonly kind: KindLetter;
  readonly expected: number;
  /** The widest gap of its statements, never their mean; null while nothing is agreed. */
  readonly widest: number | null;
  readonly statements: readonly StatementGap[];
}

export interface AreaGap {
  readonly area: AreaId;
  readonly title: string;
  /** The widest gap of its elements. */
  readonly widest: number | null;
  readonly elements: readonly ElementGap[];
}

/** What both see differently: something to talk about, never a score. */
export interface Difference {
  readonly code: StatementCode;
  readonly self: number;
  readonly reviewed: number;
  /** Self minus reviewer. */
  readonly difference: number;
  readonly says: string;
}

export interface ElementShape {
  readonly kind: KindLetter;
  readonly expected: number;
  /** How many statements stand at level 1, at level 2 and so on. */
  readonly distribution: readonly number[];
  readonly minimum: number | null;
  /** Of an even number of statements the lower middle one, so that it is a level that was agreed. */
  readonly median: number | null;
}

export interface AreaShape {
  readonly area: AreaId;
  readonly title: string;
  readonly elements: readonly ElementShape[];
}

/** A statement whose agreed level is another than a year ago. */
export interface Movement {
  readonly code: StatementCode;
  readonly before: number;
  readonly now: number;
}

/** The remit, area by area and element by element, in source order. */
function byElement<Shape>(
  { expected }: Appraisal,
  book: Rulebook,
  shapeOf: (kind: KindLetter, level: number, statements: readonly Expectation[]) => Shape,
): { area: AreaId; title: string; elements: Shape[] }[] {
  return [...Map.groupBy(remitOf(expected, book), ({ area }) => area)].map(([area, statements]) => ({
    area,
    title: book.areaTitles.get(area) ?? area,
    elements: [...Map.groupBy(statements, ({ kind }) => kind)].map(([kind, same]) =>
      shapeOf(kind, same[0]?.expected ?? 0, same),
    ),
  }));
}

const widest = (all: readonly (number | null)[]) => {
  const known = all.filter((gap) => gap !== null);
  return known.length === 0 ? null : Math.max(...known);
};

/** Expected minus agreed: by statement, and the widest by element and by area. */
export function gaps(appraisal: Appraisal, book: Rulebook): AreaGap[] {
  return byElement(appraisal, book, (kind, expected, statements): ElementGap => {
    const each = statements.map(({ code }): StatementGap => {
      const agreed = appraisal.agreed[code] ?? null;
      return { code, expected, agreed, gap: agreed === null ? null : expected - agreed };
    });
    return { kind, expected, widest: widest(each.map(({ gap }) => gap)), statements: each };
  }).map((area) => ({ ...area, widest: widest(area.elements.map((element) => element.widest)) }));
}

/** Where the self-review and the reviewer differ, in source order; nothing before both have sealed. */
export function differences(appraisal: Appraisal, book: Rulebook): Difference[] {
  if (!bothSealed(appraisal)) return [];
  return differing(appraisal, book).map(({ code, of: { self, reviewed } }) => ({
    code,
    self,
    reviewed,
    difference: self - reviewed,
    says: `${code}: the self-review says ${self}, the reviewer ${reviewed}. What did each of you look at?`,
  }));
}

/** Per area and element, how the agreed levels are spread; nothing is added up across elements or areas. */
export function radar(appraisal: Appraisal, book: Rulebook): AreaShape[] {
  const names = Array.from({ length: book.appraisal?.highest ?? 0 }, (_none, index) => index + 1);
  return byElement(appraisal, book, (kind, expected, statements): ElementShape => {
    const levels = statements.flatMap(({ code }) => appraisal.agreed[code] ?? []).toSorted((a, b) => a - b);
    return {
      kind,
      expected,
      distribution: names.map((name) => levels.filter((level) => level === name).length),
      minimum: levels[0] ?? null,
      median: levels[Math.floor((levels.length - 1) / 2)] ?? null,
    };
  });
}

/** What has moved since the profile that was carried forward; nothing in a first year. */
export function movements({ expected, agreed, carried }: Appraisal, book: Rulebook): Movement[] {
  return remitOf(expected, book).flatMap(({ code }) => {
    const [before, now] = [carried?.agreed[code], agreed[code]];
    return before === undefined || now === undefined || before === now ? [] : [{ code, before, now }];
  });
}
