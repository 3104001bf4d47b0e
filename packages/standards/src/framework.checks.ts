import type { Flaw } from './broken-file.ts';
import type { Area, Framework } from './framework.schema.ts';

/**
 * What a framework must hold to beyond its shape. Codes are cited in decisions that are kept for
 * ever, so a code has to be unique, and has to say by itself where its statement stands.
 */

/** The first position whose value has been seen before, or -1. */
export const firstRepeat = (values: readonly string[]): number =>
  values.findIndex((value, index) => values.indexOf(value) < index);

const mendingFlaw = (
  field: string,
  part: { readonly sourceText?: string | undefined; readonly editorialNote?: string | undefined },
): Flaw | null => {
  if (part.sourceText !== undefined && part.editorialNote === undefined) {
    return {
      field: `${field}.editorialNote`,
      problem: 'is missing',
      remedy: 'say what was mended and why, since sourceText is given',
    };
  }
  if (part.sourceText === undefined && part.editorialNote !== undefined) {
    return {
      field: `${field}.sourceText`,
      problem: 'is missing',
      remedy: 'give the wording as printed, since editorialNote is given',
    };
  }
  return null;
};

function* groupFlaws(area: Area, at: string, letters: readonly string[]): Iterable<Flaw> {
  const repeat = firstRepeat(area.groups.map((group) => group.kind));
  if (repeat >= 0) {
    yield {
      field: `${at}.groups[${repeat}].kind`,
      problem: 'repeats the kind of an earlier group',
      remedy: 'give one group per kind',
    };
  }
  for (const [index, group] of area.groups.entries()) {
    if (letters.includes(group.kind)) continue;
    yield {
      field: `${at}.groups[${index}].kind`,
      problem: `is "${group.kind}"`,
      remedy: `choose one of the kinds of this framework (${letters.join(', ')})`,
    };
  }
  for (const [index, passage] of area.introduction.entries()) {
    const flaw = mendingFlaw(`${at}.introduction[${index}]`, passage);
    if (flaw) yield flaw;
  }
}

function* statementFlaws(area: Area, at: string, letters: readonly string[]): Iterable<Flaw> {
  const seen = new Map<string, number>();
  const grouped = area.groups.map((group) => group.kind);
  for (const [index, statement] of area.statements.entries()) {
    const field = `${at}.statements[${index}]`;
    if (!letters.includes(statement.kind)) {
      yield {
        field: `${field}.kind`,
        problem: `is "${statement.kind}"`,
        remedy: `choose one of the kinds of this framework (${letters.join(', ')})`,
      };
    }
    if (!grouped.includes(statement.kind)) {
      yield {
        field: `${at}.groups`,
        problem: `has no group for kind "${statement.kind}"`,
        remedy: 'add one, since there are statements of that kind',
      };
    }
    const earlier = area.statements.findIndex((other) => other.code === statement.code);
    if (earlier < index) {
      yield {
        field: `${field}.code`,
        problem: `is "${statement.code}", which ${at}.statements[${earlier}] has already`,
        remedy: 'give every statement a code of its own',
      };
    }
    const number = (seen.get(statement.kind) ?? 0) + 1;
    seen.set(statement.kind, number);
    if (statement.number !== number) {
      yield {
        field: `${field}.number`,
        problem: `is ${statement.number}`,
        remedy: `write ${number}, since numbers count up within a kind in the order of the file`,
      };
    }
    const code = `${area.id}.${statement.kind}${statement.number}`;
    if (statement.code !== code) {
      yield {
        field: `${field}.code`,
        problem: `is "${statement.code}"`,
        remedy: `write "${code}", which follows from area, kind and number`,
      };
    }
    const flaw = mendingFlaw(field, statement);
    if (flaw) yield flaw;
  }
}

/** Everything that is wrong with a framework of the right shape, in the order of the file. */
export function* frameworkFlaws(framework: Framework): Iterable<Flaw> {
  if (framework.year === null && framework.yearNote === undefined) {
    yield {
      field: 'yearNote',
      problem: 'is missing',
      remedy: 'say why there is no year, since year is null',
    };
  }
  const letters = framework.kinds.map((kind) => kind.letter);
  const kindRepeat = firstRepeat(letters);
  if (kindRepeat >= 0) {
    yield {
      field: `kinds[${kindRepeat}].letter`,
      problem: 'repeats the letter of an earlier kind',
      remedy: 'give every kind a letter of its own',
    };
  }
  const sectionRepeat = firstRepeat(framework.sections.map((section) => section.id));
  if (sectionRepeat >= 0) {
    yield {
      field: `sections[${sectionRepeat}].id`,
      problem: 'repeats the id of an earlier section',
      remedy: 'give every section an id of its own',
    };
  }
  for (const [index, section] of framework.sections.entries()) {
    for (const part of ['paragraphs', 'items'] as const) {
      for (const [place, passage] of section[part].entries()) {
        const flaw = mendingFlaw(`sections[${index}].${part}[${place}]`, passage);
        if (flaw) yield flaw;
      }
    }
  }
  const areaRepeat = firstRepeat(framework.areas.map((area) => area.id));
  if (areaRepeat >= 0) {
    yield {
      field: `areas[${areaRepeat}].id`,
      problem: 'repeats the code of an earlier area',
      remedy: 'give every area a code of its own',
    };
  }
  for (const [index, area] of framework.areas.entries()) {
    const at = `areas[${index}]`;
    if (area.number !== index + 1) {
      yield {
        field: `${at}.number`,
        problem: `is ${area.number}`,
        remedy: `write ${index + 1}, since areas count up in the order of the file`,
      };
    }
    yield* groupFlaws(area, at, letters);
    yield* statementFlaws(area, at, letters);
  }
  yield* glossaryFlaws(framework);
}

function* glossaryFlaws(framework: Framework): Iterable<Flaw> {
  const texts = new Map(
    framework.areas.flatMap((area) =>
      area.statements.map((statement) => [statement.code, statement.text.toLowerCase()] as const),
    ),
  );
  for (const [index, entry] of framework.glossary.entries()) {
    for (const [place, code] of entry.statements.entries()) {
      if (texts.get(code)?.includes(entry.term.toLowerCase())) continue;
      yield {
        field: `glossary[${index}].statements[${place}]`,
        problem: `is "${code}", where "${entry.term}" does not occur`,
        remedy: 'list only statements whose text contains the term',
      };
    }
  }
}
