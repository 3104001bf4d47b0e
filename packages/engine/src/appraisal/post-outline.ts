import type { AppraisalProfile, AreaId, Framework, KindLetter, StatementCode } from '@assay/standards';
import { expectedOf, type Expected } from './remit.ts';

/** One element as a post asks for it, in the publication's words. */
export interface OutlinePart {
  readonly kind: KindLetter;
  readonly title: string;
  /** The printed sentence that leads into the statements; null where none is printed. */
  readonly lead: string | null;
  readonly level: number;
  readonly levelName: string;
  readonly statements: readonly { readonly code: StatementCode; readonly text: string }[];
}

export interface OutlineArea {
  readonly area: AreaId;
  readonly title: string;
  readonly parts: readonly OutlinePart[];
}

/** What a post is and who can fill it, for a job description and a person specification. */
export interface PostOutline {
  readonly jobDescription: readonly OutlineArea[];
  readonly personSpecification: readonly OutlineArea[];
  /** To be shown wherever the wording is. */
  readonly acknowledgement: string;
}

/** A remit in words: which of its elements describe the work, and which the person, is the appraisal profile's to say. */
export function postOutline(framework: Framework, profile: AppraisalProfile, expected: Expected): PostOutline {
  const areasOf = (kinds: readonly KindLetter[]): OutlineArea[] =>
    framework.areas.flatMap(({ id: area, title, groups, statements }) => {
      const parts = kinds.flatMap((kind): OutlinePart[] => {
        const level = expectedOf(expected, area, kind);
        if (level === undefined) return [];
        return [
          {
            kind,
            title: framework.kinds.find(({ letter }) => letter === kind)?.title ?? kind,
            lead: groups.find((group) => group.kind === kind)?.lead ?? null,
            level,
            levelName: profile.levels.find((named) => named.level === level)?.name ?? String(level),
            statements: statements
              .filter((statement) => statement.kind === kind)
              .map(({ code, text }) => ({ code, text })),
          },
        ];
      });
      return parts.length === 0 ? [] : [{ area, title, parts }];
    });
  return {
    jobDescription: areasOf(profile.outline.jobDescription),
    personSpecification: areasOf(profile.outline.personSpecification),
    acknowledgement: framework.acknowledgement,
  };
}
