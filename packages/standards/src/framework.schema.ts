import { z } from 'zod';

/**
 * The shape of `framework.json`. Every `error` below is the second half of the sentence a reader
 * of a broken file gets ("areas[0].title is missing; <error>."), so each says what to do.
 */

export const frameworkId = z
  .string({ error: "give the framework's id, such as npqicl-2007" })
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, {
    error: 'write the id in lower-case letters, figures and single hyphens, such as npqicl-2007',
  })
  .brand<'FrameworkId'>();

export const areaId = z
  .string({ error: "give the area's code, such as LLD" })
  .regex(/^[A-Z][A-Z0-9]{1,7}$/, {
    error: "write the area's code in two to eight capitals or figures, such as LLD",
  })
  .brand<'AreaId'>();

export const statementCode = z
  .string({ error: "give the statement's code, such as LLD.S1" })
  .regex(/^[A-Z][A-Z0-9]{1,7}\.[A-Z][1-9][0-9]*$/, {
    error: 'write the code as area, full stop, kind and number, such as LLD.S1',
  })
  .brand<'StatementCode'>();

export const kindLetter = z
  .string({ error: "give the kind's letter, such as S" })
  .regex(/^[A-Z]$/, { error: 'write the kind as one capital letter, such as S' })
  .brand<'KindLetter'>();

/** A string that has at least one character and no space at either end. */
export const words = (remedy: string) => z.string({ error: remedy }).regex(/^\S(?:[\s\S]*\S)?$/, { error: remedy });

const note = words('write the note as a sentence, or take the field out');

const mending = {
  /** Exactly as printed, where `text` had to be mended. */
  sourceText: words('give the printed wording as a string, or take the field out').optional(),
  /** What was mended and why; stands wherever `sourceText` stands. */
  editorialNote: note.optional(),
};

/** A paragraph or a list item of the publication. */
export const passageSchema = z.strictObject(
  { text: words("give the passage's wording as a string"), ...mending },
  { error: 'give the passage as an object with a text' },
);

export const statementSchema = z.strictObject(
  {
    code: statementCode,
    kind: kindLetter,
    number: z
      .int({ error: "give the statement's number within its kind, counting from 1" })
      .min(1, { error: 'count statements from 1 within each kind' }),
    text: words("give the statement's wording as a string"),
    ...mending,
  },
  { error: 'give the statement as an object with code, kind, number and text' },
);

/** How one kind of statement is introduced within one area. */
export const groupSchema = z.strictObject(
  {
    kind: kindLetter,
    heading: words('give the printed heading as a string, or null where none is printed').nullable(),
    lead: words('give the printed lead sentence as a string, or null where none is printed').nullable(),
    editorialNote: note.optional(),
  },
  { error: 'give the group as an object with kind, heading and lead' },
);

export const areaSchema = z.strictObject(
  {
    id: areaId,
    number: z.int({ error: "give the area's number, counting from 1" }).min(1, { error: 'count areas from 1' }),
    title: words("give the area's title as a string"),
    /** The title over the area's own section, where it differs from `title`. */
    sourceTitle: words('give the printed title as a string, or take the field out').optional(),
    /** The section number as printed, where one is printed. */
    sourceNumber: words('give the printed section number as a string, or take the field out').optional(),
    editorialNote: note.optional(),
    introduction: z.array(passageSchema, {
      error: "give the area's introduction as a list of passages",
    }),
    groups: z.array(groupSchema, { error: 'give one group per kind of statement, as a list' }),
    statements: z
      .array(statementSchema, { error: "give the area's statements as a list" })
      .min(1, { error: 'give the area at least one statement, or take the area out' }),
  },
  { error: 'give the area as an object with id, number, title and statements' },
);

export const kindSchema = z.strictObject(
  {
    letter: kindLetter,
    name: z.string({ error: "give the kind's name in one lower-case word, such as standard" }).regex(/^[a-z]+$/, {
      error: "write the kind's name in one lower-case word, such as standard",
    }),
    title: words('give the printed heading of this kind as a string'),
    judged: z.boolean({
      error: 'say true if statements of this kind are rated, false if they are only covered',
    }),
  },
  { error: 'give the kind as an object with letter, name, title and judged' },
);

/** A part of the publication that stands before the areas. */
export const sectionSchema = z.strictObject(
  {
    id: z.string({ error: "give the section's id, such as introduction" }).regex(/^[a-z]+(-[a-z]+)*$/, {
      error: "write the section's id in lower-case words and hyphens",
    }),
    number: words('give the printed section number as a string, or null').nullable(),
    title: words('give the printed heading as a string, or null where none is printed').nullable(),
    paragraphs: z.array(passageSchema, { error: "give the section's paragraphs as a list" }),
    lead: words('give the sentence that leads into the list as a string, or null').nullable(),
    items: z.array(passageSchema, { error: "give the section's list items as a list" }),
  },
  { error: 'give the section as an object with id, number, title, paragraphs, lead and items' },
);

export const glossaryEntrySchema = z.strictObject(
  {
    term: words('give the term as a string'),
    note: words('explain the term in a short sentence'),
    /** Codes of the statements whose text contains the term; empty if only other text does. */
    statements: z.array(statementCode, {
      error: 'list the codes of the statements that use the term',
    }),
  },
  { error: 'give the entry as an object with term, note and statements' },
);

const wordPair = (what: string) =>
  z.strictObject(
    {
      singular: words(`give the framework's word for one ${what}`),
      plural: words(`give the framework's word for several ${what}s`),
    },
    { error: `give the framework's words for its ${what}s as singular and plural` },
  );

export const frameworkSchema = z.strictObject(
  {
    id: frameworkId,
    title: words("give the publication's title as a string"),
    sourceTitle: words('give the printed title as a string, or take the field out').optional(),
    titleNote: note.optional(),
    publisher: words("give the publisher's name as a string"),
    developedBy: words("give the developers' names as a string, or take the field out").optional(),
    year: z
      .int({
        error: 'give the year as a whole number, or null with a yearNote where none is printed',
      })
      .nullable(),
    yearNote: note.optional(),
    reference: words("give the publication's reference as a string, or null").nullable(),
    isbn: words('give the printed ISBN as a string, or null').nullable(),
    holder: words('name the holder of the rights'),
    copyright: words('give the printed copyright line as a string, or null').nullable(),
    licenceNote: words('say in a sentence or two what the publication permits'),
    acknowledgement: words('give one sentence that names the source and the holder'),
    labels: z.strictObject(
      { area: wordPair('area'), statement: wordPair('statement') },
      { error: "give the framework's own words for area and statement" },
    ),
    kinds: z
      .array(kindSchema, { error: 'list the kinds of statement' })
      .min(1, { error: 'list at least one kind of statement' }),
    sections: z.array(sectionSchema, {
      error: 'list the sections that stand before the areas (an empty list if there are none)',
    }),
    areas: z.array(areaSchema, { error: 'list the areas' }).min(1, { error: 'list at least one area' }),
    glossary: z.array(glossaryEntrySchema, {
      error: 'list the terms that need a note (an empty list if there are none)',
    }),
  },
  { error: 'give the framework as one JSON object' },
);

export type FrameworkId = z.infer<typeof frameworkId>;
export type AreaId = z.infer<typeof areaId>;
export type StatementCode = z.infer<typeof statementCode>;
export type KindLetter = z.infer<typeof kindLetter>;
export type Passage = z.infer<typeof passageSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Group = z.infer<typeof groupSchema>;
export type Area = z.infer<typeof areaSchema>;
export type Kind = z.infer<typeof kindSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;
export type Framework = z.infer<typeof frameworkSchema>;
